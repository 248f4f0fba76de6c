// `npm run --silent cache -- FILE…`: the stand-in's CachedMetadata of Markdown files, as JSON keyed by the path given.
import { readFile } from "node:fs/promises";
import { parseMetadata } from "../host/metadata/parse";

async function run(paths: readonly string[]): Promise<Record<string, unknown>> {
  if (paths.length === 0) throw new Error("Usage: npm run --silent cache -- FILE…");
  const caches: Record<string, unknown> = {};
  for (const path of paths) {
    const text = await readFile(path, "utf8").catch(() => {
      throw new Error(`The file "${path}" cannot be read.`);
    });
    caches[path] = parseMetadata(text);
  }
  return caches;
}

try {
  process.stdout.write(`${JSON.stringify(await run(process.argv.slice(2)), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
