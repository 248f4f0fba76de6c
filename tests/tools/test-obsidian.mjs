// `npm run test:obsidian`: the shared end-to-end specs in the real app, which is downloaded
// for it; wants a display and the network.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildPlugin } from "./bundle.mjs";
import { ensureModules, root } from "./setup.mjs";

const folder = join(root, "tests", "obsidian-app");

/** Runs a program of npm's in the folder; ends this one where it fails. */
function run(command, ...args) {
  const { status } = spawnSync(command, args, { cwd: folder, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

ensureModules();
buildPlugin();
run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
const esbuild = await import("esbuild");
await esbuild.build({
  entryPoints: [join(root, "tests", "e2e", "shared-specs.ts")],
  outfile: join(folder, "node_modules", ".cache", "shared-specs.mjs"),
  format: "esm",
  target: "node20",
  logLevel: "error",
});
run("npx", "wdio", "run", "wdio.conf.mjs");
