// The pages for people, held against each other and against the files they name: twins in two languages keep the same
// shape, every link and anchor leads somewhere, and the README stays short.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const DOCS = readdirSync("docs").map((name) => `docs/${name}`);
const PAGES = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", ...DOCS];
/** The pages that are there in Chinese too, by their English names. */
const TWINS = ["README.md", ...DOCS.filter((path) => !path.endsWith(".zh-CN.md"))];

function twinOf(path: string): string {
  return path.replace(/\.md$/, ".zh-CN.md");
}

/** A page's lines outside of fenced code. */
function proseLines(path: string): readonly string[] {
  let fence: string | null = null;
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => {
      const [, sign] = /^(`{3,})/.exec(line) ?? [];
      if (sign === undefined) return fence === null;
      if (fence === null) fence = sign;
      else if (sign === fence) fence = null;
      return false;
    });
}

function withoutCode(line: string): string {
  return line.replace(/(`+).+?\1(?!`)/g, "");
}

/** The kind of each line by its first signs: twins have the same, line for line, where it is more than words. */
function shapeOf(path: string): readonly string[] {
  return proseLines(path).flatMap((line) => {
    const [sign] = /^(?:#+ |\||\s*(?:- (?:\[.\] )?|\d+\. ))/.exec(line) ?? [];
    if (sign === undefined) return [];
    return [sign === "|" ? `${line.replaceAll("\\|", "").split("|").length - 2} cells` : sign];
  });
}

function fencesOf(path: string): number {
  return readFileSync(path, "utf8").match(/^`{3,}/gm)?.length ?? 0;
}

/** A heading as it is linked to. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}

function anchorsIn(path: string): readonly string[] {
  return proseLines(path).flatMap((line) => {
    const [, heading] = /^#+ (.+)$/.exec(line) ?? [];
    return heading === undefined ? [] : [anchorOf(heading)];
  });
}

/** The links of a page that lead to a file of the project or to a heading. */
function linksIn(path: string): readonly string[] {
  return proseLines(path).flatMap((line) =>
    [...withoutCode(line).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) =>
      /^[a-z]+:/i.test(link) ? [] : [link],
    ),
  );
}

/** The file that a link on a page leads to. */
function fileOf(page: string, link: string): string {
  const [file = ""] = link.split("#");
  return file === "" ? page : normalize(join(dirname(page), file)).replaceAll("\\", "/");
}

/** The files that a page leads to, itself and pictures left out. */
function filesLinkedFrom(page: string): readonly string[] {
  return linksIn(page)
    .map((link) => fileOf(page, link))
    .filter((file) => file !== page && !file.endsWith(".png"));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [target, anchor] = [fileOf(page, link), link.split("#")[1]];
  return existsSync(target) && (anchor === undefined || anchorsIn(target).includes(decodeURIComponent(anchor)));
}

describe.each(TWINS)("%s and its Chinese twin", (path) => {
  const twin = twinOf(path);

  it("have the same headings, tables, lists and code blocks", () => {
    expect(shapeOf(path).length).toBeGreaterThan(10);
    expect(shapeOf(twin)).toEqual(shapeOf(path));
    expect(fencesOf(twin)).toBe(fencesOf(path));
  });

  it("link to each other", () => {
    const name = (page: string): string => page.slice(page.lastIndexOf("/") + 1);
    expect(linksIn(path)).toContain(name(twin));
    expect(linksIn(twin)).toContain(name(path));
  });

  it("lead to the same places, each in its own language", () => {
    const inChinese = (file: string): string => (file === twin ? path : existsSync(twinOf(file)) ? twinOf(file) : file);
    expect(filesLinkedFrom(twin)).toEqual(filesLinkedFrom(path).map(inChinese));
  });
});

describe.each(PAGES)("%s", (path) => {
  it("links only to files and headings that there are", () => {
    expect(linksIn(path).filter((link) => !leadsSomewhere(path, link))).toEqual([]);
  });

  it("names only files of the project that there are", () => {
    const named = [...readFileSync(path, "utf8").matchAll(/`((?:src|tests|docs|\.github)\/[\w./-]+)`/g)];
    expect(named.map(([, file = ""]) => file).filter((file) => !existsSync(file))).toEqual([]);
  });
});

it("every page in Chinese is the twin of one in English", () => {
  expect(DOCS.filter((path) => path.endsWith(".zh-CN.md"))).toEqual(TWINS.slice(1).map(twinOf));
  expect(PAGES.flatMap(linksIn).length).toBeGreaterThan(60);
});

it.each(["README.md", "README.zh-CN.md"])("%s fits on a few screens", (path) => {
  const lines = readFileSync(path, "utf8").split("\n");
  expect(lines.length).toBeLessThanOrEqual(150);
  expect(lines.filter((line) => line.length > 160 && !/^[|!]/.test(line))).toEqual([]);
});
