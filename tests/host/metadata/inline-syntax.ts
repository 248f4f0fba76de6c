// The syntax inside lines: adds Obsidian's wikilinks, embeds and tags to legacy remark, leaves out what the index does
// not need, and keeps long paragraphs linear. The meaning of those is in wikilink.ts and tags.ts.
import { isTag, tagCharacters } from "./tag-name";
import type { Eat, Locator, ParserPrototype, Tokenizer } from "./tokenizer";

/** In the order in which they are tried: a wikilink wins over a Markdown link that begins with the same bracket. */
const inlineMethods = [
  "escape",
  "autoLink",
  "url",
  "html",
  "embed",
  "wikilink",
  "link",
  "footnoteCall",
  "code",
  "math",
  "tag",
  "text",
];

const wikilinkAtStart = /^!?\[\[(?!\[)(?:(?!\[\[|\]\])[^\n])+\]\]/;

const tagAtStart = new RegExp(`^([\\s*_~]?)(#${tagCharacters})`);

/** Replaces the inline syntax of a parser by the index's own selection. */
export function addInlineSyntax(prototype: ParserPrototype): void {
  const tokenizers: Record<string, Tokenizer> = { ...prototype.inlineTokenizers, embed, wikilink, tag };
  if (tokenizers.link) tokenizers.link = onlyWhereItCloses(tokenizers.link);
  const chosen = inlineMethods.map((name) => [name, rememberingLocation(tokenizers[name])] as const);
  prototype.inlineMethods = inlineMethods;
  prototype.inlineTokenizers = Object.fromEntries(chosen);
  frameInlineText(prototype);
}

/** Gives every text that is tokenized, and every text inside it, a memory of its own. */
function frameInlineText(prototype: ParserPrototype): void {
  const tokenizeInline = prototype.tokenizeInline;
  prototype.tokenizeInline = function (value, start) {
    const outer = this.frame;
    this.frame = { located: new Map() };
    const nodes = tokenizeInline.call(this, value, start);
    this.frame = outer;
    return nodes;
  };
}

/**
 * Remark asks every syntax, after each token, where it next begins, and each looks through the rest of the
 * paragraph: quadratic where one does not occur. What was found stays true until it is passed.
 */
function rememberingLocation(tokenizer: Tokenizer | undefined): Tokenizer {
  if (!tokenizer) throw new Error("The Markdown parser lacks an inline syntax that the index needs.");
  const { locator } = tokenizer;
  const copy: Tokenizer = function (eat, value, silent) {
    return tokenizer.call(this, eat, value, silent);
  };
  return Object.assign(copy, { notInLink: tokenizer.notInLink ?? false, locator: locator && remembered(locator) });
}

function remembered(locator: Locator): Locator {
  return function (value, from) {
    const located = this.frame?.located;
    const known = located?.get(locator);
    if (known !== undefined && known <= value.length - from) return known < 0 ? -1 : value.length - known;
    const at = locator.call(this, value, from);
    located?.set(locator, at < 0 ? -1 : value.length - at);
    return at;
  };
}

/** Remark reads on to the end of the paragraph at every bracket that opens no link; one look ahead spares that. */
function onlyWhereItCloses(link: Tokenizer): Tokenizer {
  const quick: Tokenizer = function (eat, value, silent) {
    const isCandidate = (value.startsWith("[") || value.startsWith("![")) && value.includes("](");
    return isCandidate ? link.call(this, eat, value, silent) : undefined;
  };
  return Object.assign(quick, { locator: link.locator });
}

const wikilink: Tokenizer = function (eat, value) {
  return value.startsWith("[[") ? eatWikilink("wikilink", eat, value) : undefined;
};
wikilink.locator = (value, from) => value.indexOf("[[", from);
wikilink.notInLink = true;

const embed: Tokenizer = function (eat, value) {
  return value.startsWith("![[") ? eatWikilink("embed", eat, value) : undefined;
};
embed.locator = (value, from) => value.indexOf("![[", from);

function eatWikilink(type: "wikilink" | "embed", eat: Eat, value: string): unknown {
  const source = wikilinkAtStart.exec(value)?.[0];
  return source === undefined ? undefined : eat(source)({ type, value: source });
}

/**
 * A tag stands after white space, where another mark has just ended (`\[#tag`), or first in emphasis (`**#tag**`): in
 * running text no punctuation may come before it. Only digits make none. Emphasis itself is not parsed: it hides
 * nothing from the index, and legacy remark takes exponential time over unbalanced asterisks.
 */
const tag: Tokenizer = function (eat, value) {
  const [whole, before, source] = tagAtStart.exec(value) ?? [];
  if (!whole || !source || !isTag(source)) return undefined;
  if (before?.trim() && !value.includes(before, whole.length)) return undefined;
  if (before) eat(before)({ type: "text", value: before });
  return eat(source)({ type: "tag", value: source });
};
tag.notInLink = true;
tag.locator = (value, from) => {
  const boundary = /[\s*_~]#/g;
  boundary.lastIndex = from;
  return boundary.exec(value)?.index ?? -1;
};
