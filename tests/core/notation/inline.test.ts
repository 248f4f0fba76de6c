// Inline Markdown split into tokens, beside markdown-it where both know the same rules.
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { hiddenIn } from "../../../src/core/notation/comments";
import { tokensOf } from "../../../src/core/notation/inline";
import { plainOf } from "../../../src/core/notation/plain";
import { withoutMarks } from "../../../src/core/notation/words";
import { readEntries } from "../read-map";

/** The tokens of a text as `kind:text`, but for marks of emphasis. */
function split(text: string): readonly string[] {
  return tokensOf(text)
    .filter(({ kind }) => kind !== "mark")
    .map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`);
}

const NASTY: readonly (readonly [text: string, tokens: readonly string[]])[] = [
  ["Use ``code with ` tick``", ["code:``code with ` tick``"]],
  ["` `` ` and ``` `` ```", ["code:` `` `", "code:``` `` ```"]],
  ["` open, ``x`` and `y", ["code:` open, ``x`` and `"]],
  ["``open `x`", ["code:`x`"]],
  ["`**a**` **b**", ["code:`**a**`"]],
  ["\\`no code\\` \\[no](x) \\*", ["escape:\\`", "escape:\\`", "escape:\\[", "escape:\\*"]],
  ["`\\` x`", ["code:`\\`"]],
  ["a\\\nb \\", ["break:\\", "break:\\"]],
  ["[`a]`](b) c", ["link:[`a]`](b)"]],
  ["[a [b] c](d)", ["link:[a [b] c](d)"]],
  ["[a](b(c)d) e", ["link:[a](b(c)d)"]],
  ['[a](<b c> "d (e)")', ['link:[a](<b c> "d (e)")']],
  ["[a\\]b](c)", ["link:[a\\]b](c)"]],
  ["`[[A]]` and `[a](b)`", ["code:`[[A]]`", "code:`[a](b)`"]],
  ["[[A|`b`]] ![[c.png|20]]", ["wikilink:[[A|`b`]]", "wikilink:![[c.png|20]]"]],
  ["[![a](b.png)](c)", ["link:[![a](b.png)](c)"]],
  ["[[a] b](c) [d", ["link:[[a] b](c)"]],
  ["a[^1] [^long-name]", ["footnote:[^1]", "footnote:[^long-name]"]],
  ['<b title="a > b">x</b> 1 < 2 > 0', ['tag:<b title="a > b">', "tag:</b>"]],
  ["<a\nhref='x'>y</a> <3", ["tag:<a\nhref='x'>", "tag:</a>"]],
  [
    "<https://example.org/a_b> https://example.org/(c).",
    ["address:<https://example.org/a_b>", "address:https://example.org/(c)"],
  ],
  [
    "(https://example.org/a), **https://example.org/b**",
    ["address:https://example.org/a", "address:https://example.org/b"],
  ],
  ["a %% b\nc %% d %%e", ["comment:%% b\nc %%", "comment:%%e"]],
  ["`%%` <!-- a\n`b --> `c`", ["code:`%%`", "comment:<!-- a\n`b -->", "code:`c`"]],
  ["<!-- open `a`", ["code:`a`"]],
  ["$x_1 < 2$ costs $5 or $6", ["math:$x_1 < 2$"]],
  ["[a](%%b%%) %%[c](d)%%", ["link:[a](%%b%%)", "comment:%%[c](d)%%"]],
];

describe("a text", () => {
  it.each(NASTY)("is split: %j", (text, tokens) => expect(split(text)).toEqual(tokens));

  it("takes no longer for what is opened and never closed", () => {
    const openers = [
      "`",
      "``a` ",
      "[",
      "[[",
      "![",
      "[^",
      "<!-- ",
      "%%a ",
      "<a ",
      "<a b='",
      "$a ",
      "[a](",
      "*_",
      "\\",
      "https://",
    ];
    for (const opener of openers) {
      const tokens = tokensOf(opener.repeat(100_000));
      expect(tokens.every(({ from, to }) => from < to)).toBe(true);
    }
  });

  it("has its tokens in order, none in another", () => {
    for (const [text] of NASTY) {
      let end = 0;
      for (const { from, to, innerFrom, innerTo } of tokensOf(text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(innerFrom).toBeGreaterThanOrEqual(from);
        expect(innerTo).toBeLessThanOrEqual(to);
        end = to;
      }
    }
  });
});

/** The words of code and links, addresses and pictures, as markdown-it finds them. */
function byMarkdownIt(text: string): readonly string[] {
  const [inline] = new MarkdownIt({ html: true }).parseInline(text, {});
  let depth = 0;
  return (inline?.children ?? []).flatMap(({ type, content, attrs }) => {
    if (type === "link_open") depth++;
    if (type === "link_close") depth--;
    if (type === "link_open") return [`link ${String(Object.fromEntries(attrs ?? [])["href"])}`];
    if (type === "code_inline" && depth === 0) return [`code ${content}`];
    return type === "html_inline" ? [`tag ${content}`] : [];
  });
}

function byTokens(text: string): readonly string[] {
  return tokensOf(text).flatMap(({ kind, from, to, innerFrom, innerTo, destination }) => {
    if (kind === "link") return text.charAt(from) === "!" ? [] : [`link ${destination}`];
    if (kind === "code") return [`code ${text.slice(innerFrom, innerTo)}`];
    if (kind === "tag" || kind === "comment") return [`tag ${text.slice(from, to)}`];
    return kind === "address" && text.charAt(from) === "<" ? [`link ${text.slice(innerFrom, innerTo)}`] : [];
  });
}

describe("beside markdown-it", () => {
  it.each([
    "Use ``code with ` tick`` and `a`",
    "` `` ` then `` ` ``",
    "`a **b` c**",
    "``open `x`",
    "`a\\` b` c",
    "\\`a` b`",
    "[`a]`](b) c",
    "[a [b] c](d)",
    "[a](b(c)d) e",
    "[a\\]b](c)",
    "`[a](b)` [c](d)",
    "*[a](b)* **[c](d)**",
    "[**a** `b`](c)",
    '<b title="a > b">x</b> `y`',
    "<!-- a `b` --> `c`",
    "<https://example.org/a> `b`",
    "1 < 2 > 0 and <3",
    "[![a](b.png)](c)",
    "a ` b",
  ])("finds the same code, links and tags: %s", (text) => expect(byTokens(text)).toEqual(byMarkdownIt(text)));
});

describe("all that read inline Markdown", () => {
  it("see the same code", () => {
    const code = "``code with ` tick``";
    expect(plainOf(`Use ${code}`)).toBe("Use code with ` tick");
    expect(withoutMarks(`**Use ${code}**`)).toBe("Use code with ` tick");
    expect(readEntries(`- [[A]] — use ${code}, 300行`)[0]).toMatchObject({
      remark: `use ${code}`,
      length: { value: 300 },
    });
    expect(readEntries("- [[A]] ``https://example.org/` ★★★``")).toHaveLength(1);
    expect(hiddenIn("``a ` %% b`` %%c%%", 10)).toEqual([{ from: 23, to: 28 }]);
  });

  it("leave what is escaped, in formulas, in addresses and in the values of tags", () => {
    expect(plainOf("\\*a\\* $x_i*y_i$ https://example.org/_a_ *b*")).toBe("*a* $x_i*y_i$ https://example.org/_a_ b");
    expect(readEntries('- [[A]] <b title="★★★ > 300行">words</b>')[0]).toMatchObject({ remark: "words", rating: null });
    expect(readEntries("- **[[A]]** `**` words")[0]).toMatchObject({ remark: "`**` words" });
  });
});
