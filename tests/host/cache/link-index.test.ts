// The places that links lead to, rule by rule.
import { describe, expect, it } from "vitest";
import { LinkIndex } from "./link-index";

function indexOf(...paths: readonly string[]): LinkIndex {
  const index = new LinkIndex();
  for (const path of paths) index.add(path);
  return index;
}

describe("a link", () => {
  const index = indexOf(
    "A.md",
    "x/A.md",
    "x/y/B.md",
    "z/y/B.md",
    "x/Pic.PNG",
    "深/水温.md",
    "v1.2.md",
    "x/y/z/Far.md",
    "q/Far.md",
  );

  it.each([
    ["leads to the note of that name", "v1.2", "A.md", "v1.2.md"],
    ["is read without case", "pic.png", "A.md", "x/Pic.PNG"],
    ["may be a whole path, with or without its extension", "x/y/b.md", "A.md", "x/y/B.md"],
    ["may be the end of a path", "y/B", "z/C.md", "x/y/B.md"],
    ["ends at whole names", "ar", "A.md", null],
    ["prefers the whole path to a note beside it", "A", "x/C.md", "A.md"],
    ["prefers a note beside it", "B", "z/y/C.md", "z/y/B.md"],
    ["else leads to the shortest path", "Far", "A.md", "q/Far.md"],
    ["then to the first in the alphabet", "B", "A.md", "x/y/B.md"],
    ["with ./ stays in its folder", "./A", "x/C.md", "x/A.md"],
    ["with ./ looks nowhere else", "./Far", "x/C.md", null],
    ["with ../ leaves its folder", "../A", "x/y/B.md", "x/A.md"],
    ["with / starts at the root", "/A", "x/C.md", "A.md"],
    ["with / needs the whole path", "/y/B", "A.md", null],
    ["to a file needs its extension", "Pic", "A.md", null],
    ["in any script", "水温", "A.md", "深/水温.md"],
    ["without a path leads to its own note", "", "x/y/B.md", "x/y/B.md"],
    ["to nothing leads nowhere", "None", "A.md", null],
  ])("%s: [[%s]] in %s", (_, linkpath, sourcePath, path) => {
    expect(index.resolve(linkpath, sourcePath)).toBe(path);
  });

  it("leads elsewhere once its note is gone", () => {
    const paths = indexOf("A.md", "x/A.md");
    paths.remove("A.md");
    expect([paths.resolve("A", "B.md"), paths.isUnique("x/A.md")]).toEqual(["x/A.md", true]);
    paths.remove("x/A.md");
    expect(paths.resolve("A", "B.md")).toBeNull();
  });
});

describe("a name", () => {
  it("alone is enough if no other file has it", () => {
    const index = indexOf("A.md", "x/a.md", "B.md");
    expect(["A.md", "x/a.md", "B.md"].map((path) => index.isUnique(path))).toEqual([false, false, true]);
  });
});
