// Bundles the page of the stand-in app. A bundle is kept for the life of the process.
import { build, type OutputFile } from "esbuild";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A page of the same origin without the app, which asks for nothing, not even for an icon. */
const EMPTY = '<!doctype html><link rel="icon" href="data:," />';

const bundles = new Map<string, Promise<Readonly<Record<string, string>>>>();

/** The page's files by name. `projectDir` is the project's root. */
export function pageFiles(projectDir: string): Promise<Readonly<Record<string, string>>> {
  const known = bundles.get(projectDir);
  if (known) return known;
  const bundle = bundlePage(join(projectDir, "tests", "host"));
  bundles.set(projectDir, bundle);
  return bundle;
}

async function bundlePage(hostDir: string): Promise<Readonly<Record<string, string>>> {
  const { outputFiles } = await build({
    entryPoints: { page: join(hostDir, "page", "main.ts"), app: join(hostDir, "theme", "app.css") },
    outdir: "out",
    write: false,
    bundle: true,
    format: "iife",
    target: "chrome120",
    alias: { obsidian: join(hostDir, "obsidian.ts") },
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "error",
  });
  const html = await readFile(join(hostDir, "page", "index.html"), "utf8");
  return {
    "index.html": html,
    "empty.html": EMPTY,
    "page.js": textOf(outputFiles, "page.js"),
    "app.css": textOf(outputFiles, "app.css"),
  };
}

function textOf(files: readonly OutputFile[], name: string): string {
  const file = files.find(({ path }) => path.endsWith(name));
  if (!file) throw new Error(`The bundle has no ${name}.`);
  return file.text;
}
