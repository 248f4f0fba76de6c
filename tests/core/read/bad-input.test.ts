// Notes that nobody would write and every vault has: the rest of the map is read, and what was left out is named.
// Anything long here would take minutes if any step were worse than linear; `npm run bench -- parse` has the figures.
import { describe, expect, it } from "vitest";
import type { ListItemCache, NoteCache, Pos } from "../../../src/core/base/cache";
import { allEntries, entriesOfRoadmap } from "../../../src/core/roadmap/model";
import { parseMap } from "../../../src/core/read/parse";
import { parseMetadata } from "../../host/metadata/parse";
import { describeReading } from "../describe";
import { allOf, readMap, sketch } from "../read-map";

const LONG = 100_000;

function pos(from: number, to: number, line: number): Pos {
  return { start: { line, col: 0, offset: from }, end: { line, col: to - from, offset: to } };
}

describe("a damaged note", () => {
  it.each([
    ['---\ntitle: [broken\nup: "[[B]]\n---\n- [[A]]', "A"],
    ["<<<<<<< HEAD\n- [[A]]\n=======\n- [[B]]\n>>>>>>> other\n- [[C]]", "A; B: remark “other”; C"],
    ["- [[A]]\n\n```\n- [[B]]\n", "A"],
    ["- [[A]]\n\n$$\n- [[B]]\n", "A"],
    ["- [[A]] `- [[B]]\n- [[C]]", "A: remark “`-”; B; C"],
    ["- [[A]] %% [[B]]\n- [[C]]", "A; not used (comment) [[B]]; not used (comment) [[C]]"],
    ["- [[A]] <!-- [[B]]\n- [[C]]", "A; B; C"],
    ["\uFEFF- [[A]]", "A"],
    ["- [[A]] \u0000 words\n- \u0000[[B]]", "A: remark “\u0000 words”; B: remark “\u0000”"],
    ["- [[A]] \uE000 words", "A: remark “\uE000 words”"],
    ["- [[A\n- [[B]]", "B"],
    ["- [[A]] ★★★\uD83C", "A: 3 of 5, remark “\uD83C”"],
    ["", "nothing"],
    ["\r\n\r\n", "nothing"],
  ])("is read as far as it can be: %j", (text, read) => expect(describeReading(text)).toBe(read));
});

describe("a huge note", () => {
  it.each([
    " ",
    "\t",
    "(",
    "[",
    "[[",
    "★",
    "⭐ ",
    "%%",
    "`",
    "``x",
    "<!--",
    "<a ",
    "https://(",
    "1,",
    "**",
    "：",
    "→ ",
    "行",
    "12行，",
    "x|",
    "[a](",
    "🔥",
    "\n> |-|",
  ])("is read to its end behind 100,000 times %j", (piece) => {
    const noise = piece.repeat(LONG / piece.length);
    for (const [before, after] of [
      ["- ", ""],
      ["# ", ""],
      ["", ""],
      ["> ", ""],
      ["| ", " |\n|---|\n| x |"],
    ]) {
      const text = `${before}[[A]]${noise}${after}`;
      const at = text.indexOf("[[A]]");
      const type =
        before === "- "
          ? "list"
          : before === "# "
            ? "heading"
            : before === "> "
              ? "blockquote"
              : before === ""
                ? "paragraph"
                : "table";
      const whole = pos(0, text.length, 0);
      const cache: NoteCache = {
        links: [{ link: "A", original: "[[A]]", position: pos(at, at + 5, 0) }],
        referenceLinks: [{ id: "r", link: "https://example.org", position: pos(0, 0, 0) }],
        sections: [{ type, position: whole }],
        listItems: type === "list" ? [{ parent: -1, position: whole }] : [],
        headings: type === "heading" ? [{ heading: `[[A]]${noise}`.trimEnd(), level: 1, position: whole }] : [],
      };
      const read = allOf(parseMap(text, cache));
      expect(read.split(`"link":"A"`).length + read.split('[[A]]","why"').length, type).toBeGreaterThan(2);
    }
  });

  it.each([
    [
      "a row of 20,000 cells that each say something",
      `| [[A]] |${" word |".repeat(20_000)}\n|${"-|".repeat(20_001)}\n`,
      "word · word",
    ],
    [
      "a quote of 20,000 lines that begin as rows of a table do",
      `> [[A]]\n${"> | a1\n".repeat(20_000)}\n- [[A]] words`,
      "words",
    ],
    ["5,000 bullets below an entry that each state a value", `- [[A]] words\n${"  - ★★★\n".repeat(5000)}`, "words"],
  ])("is read: %s", (_, text, said) => expect(allOf(parseMap(text, parseMetadata(text)))).toContain(said));

  it("has every entry of five megabytes", () => {
    const line = "- [[A]] — 一句很长的说明，1617行，还有一些别的 ★★★★\n";
    const count = Math.ceil(5_000_000 / (line.length + 6) / 50);
    const text = Array.from({ length: count }, (_, at) => `## ${at}\n\n${line.repeat(50)}\n`).join("");
    const links: NonNullable<NoteCache["links"]> = [];
    const [sections, headings, listItems]: [
      NonNullable<NoteCache["sections"]>,
      NonNullable<NoteCache["headings"]>,
      ListItemCache[],
    ] = [[], [], []];
    let [at, row] = [0, 0];
    for (let chapter = 0; chapter < count; chapter++) {
      const heading = `## ${chapter}`;
      headings.push({ heading: `${chapter}`, level: 2, position: pos(at, at + heading.length, row) });
      sections.push({ type: "heading", position: pos(at, at + heading.length, row) });
      [at, row] = [at + heading.length + 2, row + 2];
      sections.push({ type: "list", position: pos(at, at + line.length * 50 - 1, row) });
      for (let item = 0; item < 50; item++, row++, at += line.length) {
        links.push({ link: "A", original: "[[A]]", position: pos(at + 2, at + 7, row) });
        listItems.push({ parent: -row - 1, position: pos(at, at + line.length - 1, row) });
      }
      [at, row] = [at + 1, row + 1];
    }
    const written = parseMap(text, { links, sections, headings, listItems });
    expect(written.unused).toEqual([]);
    expect(written.chapters).toHaveLength(count);
    expect(
      written.chapters.every(
        ({ content: { entries } }) =>
          entries.length === 50 && entries.every(({ rating, length }) => rating?.value === 4 && length?.value === 1617),
      ),
    ).toBe(true);
  });

  it("may nest ten thousand levels deep", () => {
    const depth = 10_000;
    const line = "- [[A]]\n";
    const text = line.repeat(depth);
    const cache: NoteCache = {
      links: Array.from({ length: depth }, (_, row) => ({
        link: "A",
        original: "[[A]]",
        position: pos(row * line.length + 2, row * line.length + 7, row),
      })),
      listItems: Array.from({ length: depth }, (_, row) => ({
        parent: row - 1,
        position: pos(row * line.length, row * line.length + 7, row),
      })),
      sections: [{ type: "list", position: pos(0, text.length - 1, 0) }],
    };
    const { preface, unused } = parseMap(text, cache);
    expect(unused).toEqual([]);
    let [levels, counted] = [0, 0];
    for (let entries = preface.entries; entries.length > 0; entries = entries.flatMap(({ children }) => children))
      [levels, counted] = [levels + 1, counted + entries.length];
    expect(counted).toBe(depth);
    expect(levels).toBeLessThan(50);
  });

  it("may have headings of every level in any order", () => {
    const text = Array.from({ length: 2000 }, (_, at) => `${"#".repeat(1 + ((at * 7) % 6))} ${at}\n- [[A]]\n`).join("");
    expect([...entriesOfRoadmap(readMap(text, ["A.md"]))]).toHaveLength(2000);
  });
});

describe("a map that links to itself", () => {
  it("has no entry of itself, since it is open already", () => {
    const roadmap = readMap("- [[Map MOC]]\n- [[Sub MOC]]", ["Sub MOC.md"]);
    expect(allEntries(roadmap.entries).map(({ kind }) => kind)).toEqual(["map"]);
    expect(sketch(roadmap)).toContain("unused (jump) [[Map MOC]]");
  });
});
