// Runs a tool written in TypeScript: `node tests/tools/run.mjs NAME ARG…` bundles tests/tools/NAME.ts and runs it.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureModules, root } from "./setup.mjs";

const [name = "", ...args] = process.argv.slice(2);
ensureModules();

const esbuild = await import("esbuild");
const folder = join(root, "node_modules", ".cache", "moc-path");
const outfile = join(folder, `${name}.mjs`);
await mkdir(folder, { recursive: true });
await esbuild.build({
  entryPoints: [join(root, "tests", "tools", `${name}.ts`)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "error",
});

// The tool sees its own arguments only, and paths as its caller meant them.
process.argv = [process.argv[0] ?? "node", outfile, ...args];
process.chdir(process.env["INIT_CWD"] ?? process.cwd());
await import(pathToFileURL(outfile).href);
