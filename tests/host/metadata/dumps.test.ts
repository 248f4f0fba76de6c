// Holds the stand-in's metadata cache against what the real app cached for the same notes.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { CachedMetadata } from "obsidian";
import { describe, expect, it } from "vitest";
import { LinkIndex } from "../cache/link-index";
import { parseMetadata } from "./parse";

interface Dump {
  readonly cachedMetadata: CachedMetadata;
  readonly fileContents: string;
  readonly filePath: string;
  readonly resolveLinkToPath: Readonly<Record<string, string | null>>;
}

const folder = new URL("../../../../shared/cache-dumps/", import.meta.url);
const isThere = existsSync(folder);

function readDumps(): readonly (readonly [string, Dump])[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Dump]);
}

describe.skipIf(!isThere)("beside recordings of the real app (skipped where ../shared is absent)", () => {
  const dumps = isThere ? readDumps() : [];

  it.each(dumps)("the cache is identical in every field: %s", (_, dump) => {
    expect(parseMetadata(dump.fileContents)).toStrictEqual(dump.cachedMetadata);
  });

  it("the score is full", () => {
    const same = dumps.filter(
      ([, dump]) =>
        JSON.stringify(sorted(parseMetadata(dump.fileContents))) === JSON.stringify(sorted(dump.cachedMetadata)),
    );
    console.info(`Metadata cache: ${same.length} of ${dumps.length} recorded notes identical in every field.`);
    expect(same).toHaveLength(dumps.length);
    expect(dumps.length).toBeGreaterThan(50);
  });

  it("links lead where they led in the app", () => {
    const links = new LinkIndex();
    const paths = dumps.flatMap(([, dump]) => [
      dump.filePath,
      ...Object.values(dump.resolveLinkToPath).filter((path) => path !== null),
    ]);
    for (const path of new Set(paths)) links.add(path);
    for (const [name, { filePath, resolveLinkToPath }] of dumps) {
      for (const [link, path] of Object.entries(resolveLinkToPath)) {
        expect([name, link, links.resolve(link.split("#")[0] ?? "", filePath)]).toEqual([name, link, path]);
      }
    }
  });
});

/** The same value with the keys of objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
