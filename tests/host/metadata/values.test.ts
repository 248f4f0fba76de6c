// The app's helpers around the cache: linktexts, tags and aliases of properties, places in a note, frontmatter and
// YAML.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { CachedMetadata } from "obsidian";
import { describe, expect, it } from "vitest";
import { getFrontMatterInfo } from "./frontmatter";
import { parseFrontMatterAliases, parseFrontMatterEntry, parseFrontMatterTags } from "./frontmatter-values";
import { getLinkpath, parseLinktext, stripHeading, stripHeadingForLink } from "./links";
import { parseMetadata } from "./parse";
import { resolveSubpath } from "./subpath";
import { getAllTags } from "./tags";
import { parseYaml, stringifyYaml } from "./yaml";

interface Dump {
  readonly cachedMetadata: CachedMetadata;
  readonly getAllTags: readonly string[];
  readonly parseFrontMatterTags: readonly string[] | null;
}

const folder = new URL("../../../../shared/cache-dumps/", import.meta.url);

describe.skipIf(!existsSync(folder))("beside recordings of the real app (skipped where ../shared is absent)", () => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

  it.each(names)("tags are those the app gave: %s", (name) => {
    const dump = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Dump;
    expect(getAllTags(dump.cachedMetadata)).toEqual(dump.getAllTags);
    expect(parseFrontMatterTags(dump.cachedMetadata.frontmatter)).toEqual(dump.parseFrontMatterTags);
  });
});

describe("a linktext", () => {
  it("is a path and a subpath, which begins at the first hash", () => {
    expect(parseLinktext("a/b#c#d")).toEqual({ path: "a/b", subpath: "#c#d" });
    expect(["#c", "a#^id", "a^id"].map(getLinkpath)).toEqual(["", "a", "a^id"]);
  });

  it("names headings without what would split or end it", () => {
    expect(stripHeadingForLink("Part 1: [[A|b]]  #x")).toBe("Part 1 A b x");
    expect(stripHeading("Part 1: what (and why)?")).toBe("Part 1 what and why");
  });
});

describe("properties", () => {
  it("are found by name or pattern; none and an empty one are null", () => {
    expect(parseFrontMatterEntry({ Up: "x", n: null }, /^up$/i)).toBe("x");
    expect([parseFrontMatterEntry({ n: null }, "n"), parseFrontMatterEntry(null, "n")]).toEqual([null, null]);
  });

  it("give tags from a list or one text, which is not split at commas", () => {
    expect(parseFrontMatterTags({ tags: ["a", "#b/c", 2026, "x y", "中文"] })).toEqual(["#a", "#b/c", "#中文"]);
    expect(["a", "a, b", null].map((tags) => parseFrontMatterTags({ tags }))).toEqual([["#a"], [], null]);
    expect(parseFrontMatterAliases({ aliases: ["One", 2] })).toEqual(["One", "2"]);
  });

  it("come first among all tags of a note", () => {
    expect(getAllTags(parseMetadata("---\ntags: [a]\n---\n#b #a\n"))).toEqual(["#a", "#b", "#a"]);
    expect(getAllTags({})).toEqual([]);
  });
});

describe("a subpath", () => {
  const cache = parseMetadata("# One\n## Same\ntext ^id\n# Two: *x*\n## Same\n- item ^Item\n\n[^1]: note\n");
  const lineOf = (subpath: string): number | undefined => resolveSubpath(cache, subpath)?.start.line;

  it("leads to a heading, by its text or by those around it, whatever their case and punctuation", () => {
    expect(["#One", "#two x", "#Same", "#Two x#same", "#One#Two x", "#None", ""].map(lineOf)).toEqual([
      0,
      3,
      1,
      4,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("to a heading ends at the next that is not below it", () => {
    expect(resolveSubpath(cache, "#One")).toMatchObject({
      type: "heading",
      end: { line: 3 },
      next: { heading: "Two: *x*" },
    });
    expect(resolveSubpath(cache, "#Two x")).toMatchObject({ end: null, next: null });
  });

  it("leads to blocks, list items and footnotes", () => {
    expect([lineOf("#^id"), lineOf("#^item"), lineOf("#^none"), lineOf("#^constructor")]).toEqual([
      2,
      5,
      undefined,
      undefined,
    ]);
    expect(resolveSubpath(cache, "#^item")).toMatchObject({ type: "block", list: { id: "Item" } });
    expect(resolveSubpath(cache, "#[^1]")).toMatchObject({ type: "footnote", footnote: { id: "1" } });
  });
});

describe("frontmatter", () => {
  it.each(["\n", "\r\n"])("is found with its offsets, whatever the line ends (%j)", (end) => {
    const content = ["---", "a: 1", "b: 2", "---", "text"].join(end);
    const info = getFrontMatterInfo(content);
    expect(info.exists).toBe(true);
    expect(content.slice(info.from, info.to)).toBe(info.frontmatter);
    expect(info.frontmatter).toBe(`a: 1${end}b: 2`);
    expect(content.slice(info.contentStart)).toBe("text");
  });

  it("may be empty, and must stand first and be closed", () => {
    expect(getFrontMatterInfo("---\n---\nx")).toEqual({
      exists: true,
      frontmatter: "",
      from: 4,
      to: 4,
      contentStart: 8,
    });
    for (const content of ["", "x\n---\na: 1\n---\n", "---\na: 1\n", "--- a\n---\n"])
      expect(getFrontMatterInfo(content).exists).toBe(false);
  });

  it("is YAML with dates as texts", () => {
    expect(parseYaml("a: 2026-02-22\nb: yes\nc:\n")).toEqual({ a: "2026-02-22", b: "yes", c: null });
    expect(parseYaml(stringifyYaml({ link: "[[A]]", list: ["x"] }))).toEqual({ link: "[[A]]", list: ["x"] });
    expect(() => parseYaml("a: [1")).toThrow();
  });

  it("that contains itself counts as broken", () => {
    const cache = parseMetadata("---\na: &a\n  b: *a\n---\n[[x]]\n");
    expect([cache.frontmatter, cache.links?.length]).toEqual([undefined, 1]);
  });
});
