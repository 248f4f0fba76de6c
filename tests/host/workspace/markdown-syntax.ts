// The Markdown of notes for CodeMirror: what lang-markdown lacks, and the classes that Obsidian gives to the parts of a
// line.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import type { Extension } from "@codemirror/state";
import { styleTags, Tag, tags } from "@lezer/highlight";
import type { BlockContext, DelimiterType, InlineContext, Line, MarkdownConfig } from "@lezer/markdown";

const link = Tag.define();
const linkMark = Tag.define();
const frontmatter = Tag.define();
const highlight = Tag.define();
const hashtag = Tag.define();

/** Frontmatter between `---` lines at the very start of the note. */
function parseFrontmatter(cx: BlockContext, line: Line): boolean {
  if (cx.lineStart !== 0 || line.text !== "---") return false;
  let isClosed = false;
  while (!isClosed && cx.nextLine()) isClosed = line.text === "---";
  if (isClosed) cx.nextLine();
  cx.addElement(cx.elt("Frontmatter", 0, cx.prevLineEnd()));
  return true;
}

/** `[[target|text]]`; returns where it ends, or -1. */
function parseWikilink(cx: InlineContext, next: number, pos: number): number {
  if (next !== 91 || cx.char(pos + 1) !== 91) return -1;
  const text = cx.slice(pos + 2, cx.end);
  const length = text.indexOf("]]");
  if (length <= 0 || text.slice(0, length).includes("[")) return -1;
  const inner = pos + 2;
  const end = inner + length;
  const marks = [cx.elt("WikilinkMark", pos, inner), cx.elt("WikilinkMark", end, end + 2)];
  return cx.addElement(cx.elt("Wikilink", pos, end + 2, marks));
}

/** `#tag` after a space or at the start of a line; at least one character is no digit. */
function parseHashtag(cx: InlineContext, next: number, pos: number): number {
  if (next !== 35 || (pos > cx.offset && !/\s/u.test(cx.slice(pos - 1, pos)))) return -1;
  const match = /^#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*/u.exec(cx.slice(pos, cx.end));
  return match ? cx.addElement(cx.elt("Hashtag", pos, pos + match[0].length)) : -1;
}

const HIGHLIGHT: DelimiterType = { resolve: "Highlight", mark: "HighlightMark" };

/** `==`, which opens a highlight before a word and closes it behind one. */
function parseHighlight(cx: InlineContext, next: number, pos: number): number {
  if (next !== 61 || cx.char(pos + 1) !== 61 || cx.char(pos + 2) === 61) return -1;
  const isWordAt = (at: number): boolean => at >= cx.offset && at < cx.end && /\S/u.test(cx.slice(at, at + 1));
  return cx.addDelimiter(HIGHLIGHT, pos, pos + 2, isWordAt(pos + 2), isWordAt(pos - 1));
}

const notes: MarkdownConfig = {
  defineNodes: [
    { name: "Frontmatter", block: true },
    { name: "Wikilink" },
    { name: "WikilinkMark" },
    { name: "Hashtag" },
    { name: "Highlight" },
    { name: "HighlightMark" },
  ],
  parseBlock: [{ name: "Frontmatter", before: "HorizontalRule", parse: parseFrontmatter }],
  parseInline: [
    { name: "Wikilink", before: "Link", parse: parseWikilink },
    { name: "Hashtag", parse: parseHashtag },
    { name: "Highlight", parse: parseHighlight },
  ],
  props: [
    styleTags({
      Frontmatter: frontmatter,
      Wikilink: link,
      WikilinkMark: linkMark,
      Hashtag: hashtag,
      "Highlight/...": highlight,
    }),
    styleTags({ "Blockquote/...": tags.quote, TaskMarker: tags.atom }),
  ],
};

const HEADINGS = [tags.heading1, tags.heading2, tags.heading3, tags.heading4, tags.heading5, tags.heading6];

const classes = HighlightStyle.define([
  ...HEADINGS.map((tag, index) => ({ tag, class: `cm-header cm-header-${index + 1}` })),
  { tag: tags.processingInstruction, class: "cm-formatting" },
  { tag: tags.strong, class: "cm-strong" },
  { tag: tags.emphasis, class: "cm-em" },
  { tag: tags.strikethrough, class: "cm-strikethrough" },
  { tag: tags.monospace, class: "cm-inline-code" },
  { tag: tags.quote, class: "cm-quote" },
  { tag: tags.contentSeparator, class: "cm-hr" },
  { tag: tags.link, class: "cm-link" },
  { tag: tags.url, class: "cm-url" },
  { tag: tags.comment, class: "cm-comment" },
  { tag: tags.atom, class: "cm-formatting-task" },
  { tag: link, class: "cm-hmd-internal-link" },
  { tag: linkMark, class: "cm-formatting-link" },
  { tag: hashtag, class: "cm-hashtag" },
  { tag: highlight, class: "cm-highlight" },
  { tag: frontmatter, class: "cm-hmd-frontmatter" },
]);

/** Language and classes together. */
export function markdownSyntax(): Extension {
  return [markdown({ base: markdownLanguage, extensions: [notes], addKeymap: true }), syntaxHighlighting(classes)];
}
