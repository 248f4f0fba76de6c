// The facts of a note as its cache tells them.
import { describe, expect, it } from "vitest";
import { linkpathsOf, noteFacts, ownFacts } from "../../../src/core/upkeep/note-facts";
import { LinkIndex } from "../../host/cache/link-index";
import { parseMetadata } from "../../host/metadata/parse";

const links = new LinkIndex();
for (const path of ["Bread/Flour.md", "Bread/Water.md", "Bread/Loaf.md", "loaf.png"]) links.add(path);

function factsOf(text: string): ReturnType<typeof noteFacts> {
  const cache = parseMetadata(text);
  const resolve = (linkpath: string, from: string): string | null => links.resolve(linkpath, from);
  return noteFacts("Bread/Loaf.md", ownFacts(cache), linkpathsOf(cache), resolve);
}

describe("the facts of a note", () => {
  it("are its tags, however they are written, each once", () => {
    expect(factsOf("---\ntags: [Grain, baking/oven]\n---\nOn #grain and #Crust.\n").tags).toEqual([
      "grain",
      "baking/oven",
      "crust",
    ]);
    expect(factsOf("---\ntags: grain, crust\n---\n").tags).toEqual(["grain", "crust"]);
    expect(factsOf("---\ntags:\n---\n").tags).toEqual([]);
  });

  it("are the notes that it leads to, each once, and not itself", () => {
    const text = '---\nup: "[[Water]]"\n---\n[[Flour]] [[Flour#Rye]] [[#Crust]] [[Loaf]] [[Gone]] ![[loaf.png]]\n';
    expect(factsOf(text).links).toEqual(["Bread/Flour.md", "loaf.png", "Bread/Water.md"]);
  });

  it("are its headings and properties", () => {
    const { headings, properties } = factsOf("---\nrating: 4\n---\n# Loaf\n\n## Crust\n");
    expect([headings, properties["rating"]]).toEqual([["Loaf", "Crust"], 4]);
    expect(factsOf("")).toEqual({
      ...{ path: "Bread/Loaf.md", properties: {}, tags: [], headings: [], links: [] },
      ...{ lines: 0, aliases: [], levels: [], blocks: [], embeds: [], propertyLinks: [] },
    });
  });

  it("are all else that its cache knows", () => {
    const text = '---\naliases: [Bun, "", 1]\nup: ["[[Flour]]"]\n---\n# Loaf\n\n### Crust ^Top\n\n![[loaf.png|20]]\n\n';
    expect(factsOf(text)).toMatchObject({
      ...{ lines: 9, aliases: ["Bun", "1"], levels: [1, 3], embeds: ["loaf.png"] },
      propertyLinks: [{ key: "up.0", link: "Flour" }],
    });
    expect(factsOf("Ground. ^Fine\n").blocks).toEqual(["fine"]);
    expect(factsOf("---\nalias: One, Two\n---\n").aliases).toEqual(["One", "Two"]);
  });
});
