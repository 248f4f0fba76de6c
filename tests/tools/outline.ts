// `npm run --silent outline -- VAULT [MAP]`: the outline JSON of one map, or of every map found, of a vault on disk,
// by the plugin's own code on the stand-in's cache.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CachedMetadata } from "obsidian";
import { DEFAULT_RULES } from "../../src/core/detect";
import { actualLinesOf } from "../../src/core/facts";
import type { Entry } from "../../src/core/model";
import { outlineOf, type Outline } from "../../src/core/outline";
import type { NoteSource } from "../../src/index/ports";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { Totals } from "../../src/index/totals";
import { LinkIndex } from "../host/cache/link-index";
import { parseMetadata } from "../host/metadata/parse";

/** Vault paths of all files; dot files and symbolic links are no part of a vault. */
async function filesOf(root: string, folder = ""): Promise<readonly string[]> {
  const children = await readdir(join(root, folder), { withFileTypes: true });
  const lists = await Promise.all(
    children
      .filter(({ name }) => !name.startsWith("."))
      .map(async (child) => {
        const path = folder === "" ? child.name : `${folder}/${child.name}`;
        return child.isDirectory() ? filesOf(root, path) : child.isFile() ? [path] : [];
      }),
  );
  return lists.flat();
}

/** A vault on disk as the index sees it. Notes are parsed when they are first asked for. */
async function openVault(root: string): Promise<NoteSource> {
  const files = await filesOf(root);
  const links = new LinkIndex();
  for (const path of files) links.add(path);
  const notes = files.filter((path) => /\.md$/i.test(path));
  const texts = new Map(await Promise.all(notes.map(async (path) => [path, await readFile(join(root, path), "utf8")] as const)));
  const caches = new Map<string, CachedMetadata>();
  const cacheOf = (path: string): CachedMetadata | null => {
    const text = texts.get(path);
    if (text === undefined) return null;
    const cache = caches.get(path) ?? parseMetadata(text);
    caches.set(path, cache);
    return cache;
  };
  return {
    notes: () => notes,
    cacheOf,
    read: (path) => Promise.resolve(texts.get(path) ?? ""),
    resolve: (linkpath, sourcePath) => links.resolve(linkpath, sourcePath),
  };
}

function outlines(index: RoadmapIndex, vault: NoteSource, paths: readonly string[]): readonly Outline[] {
  const totals = new Totals(index, () => "todo");
  const actualLines = ({ path }: Entry): number | null => {
    const cache = path === null ? null : vault.cacheOf(path);
    return cache && actualLinesOf(cache);
  };
  return paths.flatMap((path) => {
    const roadmap = index.roadmap(path);
    if (!roadmap) return [];
    const facts = {
      tally: totals.tallyOfRoadmap(roadmap),
      total: totals.totalOfRoadmap(roadmap),
      tallyOfDivision: totals.tallyOfDivision.bind(totals),
      stateOf: () => "todo" as const,
      actualLinesOf: actualLines,
    };
    return [outlineOf(roadmap, facts)];
  });
}

async function run([root, map]: readonly string[]): Promise<unknown> {
  if (root === undefined) throw new Error("Usage: npm run --silent outline -- VAULT [MAP]");
  const folder = await stat(root).catch(() => null);
  if (!folder?.isDirectory()) throw new Error(`The vault folder "${root}" does not exist.`);
  const vault = await openVault(root);
  const index = new RoadmapIndex(vault, { soon: () => undefined, breathe: () => Promise.resolve() }, DEFAULT_RULES);
  await index.build();
  if (map !== undefined && !index.isMap(map)) throw new Error(`"${map}" is no map of content in this vault.`);
  const found = outlines(index, vault, map === undefined ? [...index.maps()].sort() : [map]);
  return map === undefined ? found : found[0];
}

try {
  process.stdout.write(`${JSON.stringify(await run(process.argv.slice(2)), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
