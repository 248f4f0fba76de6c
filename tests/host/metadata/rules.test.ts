// The real app's metadata cache, rule by rule, on notes written here: so that a clone without recordings checks it too.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMetadata } from "./parse";

const links = (text: string): (readonly string[])[] =>
  (parseMetadata(text).links ?? []).map(({ link, displayText }) => [link, displayText ?? ""]);
const tags = (text: string): string[] => (parseMetadata(text).tags ?? []).map(({ tag }) => tag);
const sections = (text: string): string[] => (parseMetadata(text).sections ?? []).map(({ type }) => type);
const items = (text: string): (readonly unknown[])[] =>
  (parseMetadata(text).listItems ?? []).map(({ position: { start, end }, parent, task }) => [
    start.line,
    start.col,
    end.line,
    end.col,
    parent,
    task,
  ]);

describe("positions", () => {
  it("count lines and columns from 0, in UTF-16 units, and end before the next character", () => {
    const text = "😀 [[A]]\n";
    expect(parseMetadata(text).links?.[0]?.position).toEqual({
      start: { line: 0, col: 3, offset: 3 },
      end: { line: 0, col: 8, offset: 8 },
    });
  });

  it("of frontmatter end right after the closing dashes", () => {
    const cache = parseMetadata("---\na: 1\n---\ntext\n");
    expect(cache.frontmatterPosition?.end).toEqual({ line: 2, col: 3, offset: 12 });
    expect(cache.sections?.[0]).toMatchObject({ type: "yaml", position: { end: { offset: 12 } } });
  });

  it.each(["\n", "\r\n"])(
    "are those of the text as it is, whatever its line ends and with a byte order mark (%j)",
    (end) => {
      const text = `\uFEFF# One${end}${end}- [[A]] 😀${end}- ![[B|c]]${end}${end}| [[C\\|x]] |${end}|---|${end}| [[D]] |${end}`;
      const cache = parseMetadata(text);
      const found = [...(cache.links ?? []), ...(cache.embeds ?? [])];
      expect(found.map(({ link }) => link).sort()).toEqual(["A", "B", "C", "D"]);
      for (const { original, position } of found)
        expect(text.slice(position.start.offset, position.end.offset)).toBe(original);
    },
  );
});

describe("frontmatter", () => {
  it("that is empty gives a section and nothing else", () => {
    const cache = parseMetadata("---\n---\n");
    expect(cache.sections?.map(({ type }) => type)).toEqual(["yaml"]);
    expect([cache.frontmatter, cache.frontmatterPosition, cache.frontmatterLinks]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("always comes with a list of its links; keys in lists are numbered", () => {
    expect(parseMetadata("---\na: 1\n---\n").frontmatterLinks).toEqual([]);
    const [first, second] = parseMetadata('---\nup: "[[A|b]]"\nrelated:\n  - "[[C#d]]"\n---\n').frontmatterLinks ?? [];
    expect(first).toEqual({ key: "up", link: "A", original: "[[A|b]]", displayText: "b" });
    expect(second).toEqual({ key: "related.0", link: "C#d", original: "[[C#d]]", displayText: "C > d" });
  });

  it("has null for empty values and strings for dates", () => {
    expect(parseMetadata("---\nempty:\ndate: 2026-02-22\n---\n").frontmatter).toEqual({
      empty: null,
      date: "2026-02-22",
    });
  });

  it("that is broken does not take the rest of the note with it", () => {
    const cache = parseMetadata("---\na: [1\n---\n# One\n[[A]]\n");
    expect(cache.headings?.[0]?.heading).toBe("One");
    expect(cache.links).toHaveLength(1);
  });
});

describe("headings", () => {
  it("keep their source text with its links, which are links of the note too", () => {
    const cache = parseMetadata("## See [[A|b]] now\n");
    expect(cache.headings?.map(({ heading, level }) => [heading, level])).toEqual([["See [[A|b]] now", 2]]);
    expect(cache.links?.map(({ link }) => link)).toEqual(["A"]);
  });
});

describe("headings in all their forms", () => {
  it("lose closing marks; a line below marks one too; those in quotes are none", () => {
    const { headings = [] } = parseMetadata("## x ##\n\nSetext\n---\n\n> # quoted\n\n#tag\n\n# C#\n");
    expect(headings.map(({ heading, level }) => [heading, level])).toEqual([
      ["x", 2],
      ["Setext", 2],
      ["C#", 1],
    ]);
  });
});

describe("links", () => {
  it("are wikilinks and internal Markdown links in the order of the note; addresses are none", () => {
    expect(links("[[A]] [b](Another%20Note.md) [[C]] [d](https://example.org) [e](obsidian://open?vault=x)")).toEqual([
      ["A", "A"],
      ["Another Note.md", "b"],
      ["C", "C"],
    ]);
  });

  it("are shown as their alias, else split at the headings", () => {
    expect(links("[[A|b]] [[A#b]] [[#b]] [[A#b#c]] [[A#^id]]")).toEqual([
      ["A", "b"],
      ["A#b", "A > b"],
      ["#b", "b"],
      ["A#b#c", "A > b > c"],
      ["A#^id", "A > ^id"],
    ]);
  });

  it("are split at the first pipe after their first character", () => {
    expect(links("[[a||b]] [[|x]]")).toEqual([
      ["a", "|b"],
      ["|x", "|x"],
    ]);
    expect(links("[[]]")).toEqual([]);
  });

  it("in a table lose the backslash of an escaped pipe, and keep it in their source", () => {
    const [link] = parseMetadata("| a |\n|---|\n| [[A\\|x]] |\n").links ?? [];
    expect([link?.link, link?.displayText, link?.original]).toEqual(["A", "x", "[[A\\|x]]"]);
  });

  it("in a table are none when an unescaped pipe cuts them", () => {
    expect(links("| a | b |\n|---|---|\n| [[A|x]] | y |\n")).toEqual([]);
  });

  it("in code, escapes and HTML comments are none; between percent signs they are", () => {
    expect(links("`[[A]]` \\[\\[B\\]\\] <!-- [[C]] --> %% [[D]] %%")).toEqual([["D", "D"]]);
    expect(links("```\n[[A]]\n```\n\n<!--\n[[B]]\n-->\n")).toEqual([]);
  });

  it("win over a Markdown link that begins with the same bracket, and touch the text around them", () => {
    expect(links("中文[[A]]中文[[1]](https://example.org)")).toEqual([
      ["A", "A"],
      ["1", "1"],
    ]);
  });

  it("of Markdown are shown as they read, in angle brackets too; without text or target they are none", () => {
    expect(links('[**b** a_b_c](<x y.md> "title") [](#) []() [a]() <https://example.org>')).toEqual([
      ["x y.md", "b a_b_c"],
      ["#", ""],
    ]);
  });

  it("are found in headings, quotes, callouts, nested lists and comment blocks", () => {
    const text = "# [[A]]\n\n> [[B]]\n\n> [!note] [[C]]\n> - x\n>     - [[D]]\n\n%%\n[[E]]\n%%\n\nSetext [[F]]\n===\n";
    expect(links(text).map(([link]) => link)).toEqual(["A", "B", "C", "D", "E", "F"]);
  });

  it("to embed stand apart", () => {
    const { links: plain, embeds } = parseMetadata("![[A#b]] ![[pic.png|120]] [[C]]");
    expect(embeds?.map(({ link, displayText }) => [link, displayText])).toEqual([
      ["A#b", "A > b"],
      ["pic.png", "120"],
    ]);
    expect(plain?.map(({ link }) => link)).toEqual(["C"]);
  });
});

describe("tags", () => {
  it("need a start or white space before them", () => {
    expect(tags("#a x #b/c ：#d (#e) #1 #1a")).toEqual(["#a", "#b/c", "#1a"]);
  });

  it("stand first in emphasis and after an escape, in any script, but not with digits alone", () => {
    expect(tags("**#a** x *#b* \\[#c 见 #中文/标签 #🎉")).toEqual(["#a", "#b", "#c", "#中文/标签", "#🎉"]);
    expect(tags('(#a) "#b" .#c x—#d **#1** $#e$ *#f')).toEqual([]);
  });

  it("count between percent signs, not in code or HTML comments", () => {
    expect(tags("%% #a %% `#b` <!-- #c -->\n\n%%\n#d\n%%\n")).toEqual(["#a", "#d"]);
  });
});

describe("list items", () => {
  it("are flat, with their parent's line, or minus the line of their list", () => {
    expect(items("- a\n  - b\n    - c\n- d\n").map(([line, , , , parent]) => [line, parent])).toEqual([
      [0, -1],
      [1, 0],
      [2, 1],
      [3, -1],
    ]);
    expect(items("text\n\n- a\n- b\n").map((item) => item[4])).toEqual([-2, -2]);
  });

  it("keep any character in their box as task", () => {
    expect(items("- [ ] a\n- [x] b\n- [/] c\n- [](d)\n- e\n").map((item) => item[5])).toEqual([
      " ",
      "x",
      "/",
      undefined,
      undefined,
    ]);
  });

  it("begin another list and section with another marker", () => {
    expect(sections("- a\n* b\n1. c\n2) d\n")).toEqual(["list", "list", "list", "list"]);
  });

  it("end before their nested list", () => {
    expect(items("- a\n  more\n  - b\n")[0]?.slice(0, 4)).toEqual([0, 0, 1, 6]);
  });

  it("that begin with another item end where that one does, and keep its task apart", () => {
    expect(items("- [x] 1. [[A]]\n- - b\n  more\n").map(([, ...item]) => item)).toEqual([
      [0, 0, 14, -1, "x"],
      [6, 0, 14, 0, undefined],
      [0, 2, 6, -1, undefined],
      [2, 2, 6, 1, undefined],
    ]);
  });

  it("that are indented too far begin where the text of their parent does", () => {
    expect(items("- a\n    - b\n")[1]?.slice(0, 2)).toEqual([1, 2]);
    expect(items("1. a\n    - b\n")[1]?.slice(0, 2)).toEqual([1, 4]);
    expect(items("- a\n\t- b\n")[1]?.slice(0, 2)).toEqual([1, 1]);
  });
});

describe("sections", () => {
  it("are the blocks at the root, each with its type", () => {
    const text =
      "---\na: 1\n---\n# h\n\np\n\n- l\n\n```\nc\n```\n\n> q\n\n> [!note] x\n\n| a |\n|---|\n| b |\n\n***\n\n<div></div>\n\n%%\nx\n%%\n\n$$\ny\n$$\n\n[^1]: f\n";
    expect(sections(text)).toEqual([
      ...["yaml", "heading", "paragraph", "list", "code", "blockquote", "callout", "table"],
      ...["thematicBreak", "html", "comment", "math", "footnoteDefinition"],
    ]);
  });

  it("of a comment hold no list items", () => {
    expect(items("%%\n- [ ] a\n%%\n")).toEqual([]);
  });

  it("take the id that stands alone below them", () => {
    const cache = parseMetadata("- a\n- b\n\n^list\n\ntext ^para\n");
    expect(cache.sections?.map(({ type, id }) => [type, id])).toEqual([
      ["list", "list"],
      ["paragraph", "para"],
    ]);
    expect(Object.keys(cache.blocks ?? {})).toEqual(["list", "para"]);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "[[A]]",
    "[[A|b]]",
    "![[c]]",
    "[x](y.md)",
    "[[",
    "]]",
    "|",
    "\n",
    "\n\n",
    "- ",
    "  ",
    "# ",
    "> ",
    "`",
    "```\n",
    "%%",
    "$",
    "$$\n",
    "<!--",
    "-->",
    "#tag ",
    "\\",
    "---\n",
    "😀",
    "\r\n",
    "[^1]",
    "^id",
  );

  it("is parsed without an error, and every link names its source", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const { links: plain = [], embeds = [], tags: found = [] } = parseMetadata(text);
        for (const { original, position } of [...plain, ...embeds])
          expect(text.slice(position.start.offset, position.end.offset)).toBe(original);
        for (const { tag, position } of found) expect(text.slice(position.start.offset, position.end.offset)).toBe(tag);
      }),
      { numRuns: 300 },
    );
  });
});
