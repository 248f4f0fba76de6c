// What makes the benches honest: their maps are real Markdown, with the cache that the stand-in app gives them.
import { describe, expect, it } from "vitest";
import { entriesOfRoadmap } from "../../src/core/model";
import { readMap } from "../core/read-map";
import { parseMetadata } from "../host/metadata/parse";
import { generateMap, LINKS_PER_COPY } from "./generated-map";

describe("a generated map", () => {
  it("has the cache of its text", () => {
    const { text, cache } = generateMap(3 * LINKS_PER_COPY, 7);
    const { links, headings, sections, listItems } = parseMetadata(text);
    expect(cache).toEqual({ links, headings, sections, listItems });
  });

  it("has as many links as it says, all of them read", () => {
    const { text, links } = generateMap(100);
    expect(links).toBe(3 * LINKS_PER_COPY);
    expect(text.match(/\[\[/g)).toHaveLength(links);
    const roadmap = readMap(text);
    expect(roadmap.unused).toEqual([]);
    const entries = [...entriesOfRoadmap(roadmap)];
    // Of each copy one link is a prerequisite and one is only mentioned.
    expect(entries).toHaveLength(links - 3 * 2);
    expect(entries.filter(({ rating }) => rating !== null)).toHaveLength(3 * 7);
  });
});
