// The benches are honest: their maps are real Markdown of the size asked for,
// with the cache the stand-in app gives them.
import { describe, expect, it } from "vitest";
import { entriesOfRoadmap, type Entry } from "../../src/core/roadmap/model";
import { readMap } from "../core/read-map";
import { parseMetadata } from "../host/metadata/parse";
import { generateMap } from "./generated-map";

describe("a generated map", () => {
  it.each([0, 1, 4, 5, 6, 100, 158, 1_000, 11_000, 110_000])("has exactly the %i links asked for", (links) => {
    const map = generateMap(links);
    expect([map.links, map.cache.links?.length, map.text.match(/\[\[/g)?.length ?? 0]).toEqual([links, links, links]);
  });

  it.each([
    [5, 0],
    [158, 1],
    [1_000, 7],
  ])("of %i links has the very cache that the stand-in makes of its text", (links, seed) => {
    const { text, cache } = generateMap(links, seed, 3);
    expect(cache).toStrictEqual(parseMetadata(text));
  });

  it("leads to other notes than a map with another seed", () => {
    const linksOf = (seed: number): readonly string[] =>
      (generateMap(100, seed).cache.links ?? []).map(({ link }) => link).filter((link) => !link.endsWith("/_MOC"));
    expect(new Set([0, 1, 2, 3].flatMap(linksOf)).size).toBe(4 * linksOf(0).length);
  });

  it("has the shapes of a real map in about their shares, and every link is read", () => {
    const roadmap = readMap(generateMap(1_000).text);
    const entries = [...entriesOfRoadmap(roadmap)];
    const share = (is: (entry: Entry) => boolean): number => entries.filter(is).length / entries.length;
    // Of the seed map's entries 18 % are rated, 10 % key, 8 % have a length and 40 % a remark.
    expect(Math.abs(share(({ rating }) => rating !== null) - 0.18)).toBeLessThan(0.05);
    expect(Math.abs(share(({ key }) => key) - 0.1)).toBeLessThan(0.05);
    expect(Math.abs(share(({ length }) => length !== null) - 0.08)).toBeLessThan(0.05);
    expect(Math.abs(share(({ remark }) => remark !== null) - 0.4)).toBeLessThan(0.05);
    expect(roadmap.unused).toEqual([]);
    expect(roadmap.relations.map(({ kind }) => kind)).toEqual(["up", "prerequisite", "related", "related", "related"]);
  });
});
