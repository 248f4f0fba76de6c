// Paragraphs: lines that begin with a link or a label hold entries, and the first paragraph that holds none
// is its division's summary. Quotes are quote.ts.
import { bareTitle } from "../notation/annotation";
import type { ContentDraft } from "./content";
import type { Reading } from "./reading";
import { isNameless, type EntryDraft } from "./entry-draft";
import type { GroupLabel } from "./group-label";
import { WORDY } from "../notation/char-classes";
import { emphasisIn } from "../notation/emphasis";
import { ARROW } from "../notation/joiners";
import { SPACE_CODE } from "../notation/plain";
import { isOrdinal } from "../notation/ordinal";
import { ANY_STAR } from "../notation/rating";
import { stateOf, wordsOf } from "./field";
import { takeTrail } from "./crumbs";
import { hasBoldLabel, readLine, withoutLinks, type Line } from "./line";
import { withoutProperties } from "./note-properties";
import { fileProse } from "./pointers";
import { linesWithin, textBetween, type LineRange, type Range, type Stretch } from "../base/range";
import { isArrowLead, leadsBack, leadsOn, withoutMarks } from "../notation/words";
import type { WrittenLink } from "./written";

/** The signs that may stand before a line's first link without making the line prose. */
const LEAD = /^[\s\p{P}\p{S}\uFE0F\u200D]*$/u;
/** A reference: its number in brackets begins the line. */
const NUMBERED = /^\s*\[\d+(?:\.\d+)*\]\s+\S/;
const LABEL = new RegExp(`^[^。！？.!?]{1,40}(?:[:：]|${ARROW.source})\\s*$`, "u");

/** A kind of block that a paragraph directly above it may label; null for any other. */
export type Labelled = "list" | "table" | "links" | null;

/** The words before the first link of a line, without emphasis; null where it has no link. */
function wordsBefore(visible: Stretch, line: Range, links: readonly WrittenLink[]): string | null {
  const first = links[0];
  return first ? withoutMarks(textBetween(visible, line.from, first.from)).replace(SPACE_CODE, " ") : null;
}

/** True if words before a link are signs or a number that only begin its line. */
function isBullet(words: string): boolean {
  return LEAD.test(words) || isOrdinal(words);
}

export function beginsWithLink(visible: Stretch, line: Range, links: readonly WrittenLink[]): boolean {
  const before = wordsBefore(visible, line, links);
  return before !== null && isBullet(before);
}

/** True if a line begins with a link or a label. */
export function beginsUnit(visible: Stretch, line: Range, links: readonly WrittenLink[]): boolean {
  const before = wordsBefore(visible, line, links);
  const isNumbered = links[0]?.web === true && NUMBERED.test(before ?? "");
  if (before === null) return false;
  return (
    isBullet(before) || LABEL.test(before) || isNumbered || leadsBack(before) || hasBoldLabel(visible, line, links)
  );
}

/** All that may stand before bold or marked words that are a label, */
const BEFORE_BOLD = /^(?:\p{Extended_Pictographic}\uFE0F?\s*)?$/u;
/** and behind them: a colon, brackets, stars, flags and a figure behind a dash. */
const BEHIND_BOLD = new RegExp(
  [
    "^[:：]?(?:\\s*(?:\\([^()\\n]{1,60}\\)|（[^（）\\n]{1,60}）|[\\p{S}\\uFE0F]|",
    `[-–—]\\s*[~～≈约約]?\\s*\\d[\\d.,~～–-]{0,9}\\s?\\p{L}{1,8}|${ANY_STAR})[:：]?)*$`,
  ].join(""),
  "u",
);
const BOLD_SIGN = /^(?:\*{2,3}|__|==)$/;
/** The same in HTML. */
const BOLD_TAG = /^<(b|strong|u|mark)>([^<>\n]+)<\/\1>[:：]?$/iu;
const INTRODUCTION = /^[^\n]{1,60}[:：][*_]{0,3}$/;
/** An introduction that says more than a label would: a sentence of so many words, or with a comma. */
const SENTENCE = /[,，;；]|(?:\S+\s+){7}/u;

/** The bold or marked words that are all of a text but for signs; null for any other text. */
function boldOf(text: string): string | null {
  const [bold] = emphasisIn(text);
  const isAll =
    bold &&
    BOLD_SIGN.test(bold.sign) &&
    BEFORE_BOLD.test(text.slice(0, bold.from)) &&
    BEHIND_BOLD.test(text.slice(bold.to));
  return isAll ? text.slice(bold.innerFrom, bold.innerTo) : (BOLD_TAG.exec(text)?.[2] ?? null);
}

/** Bold words that tell the reader something. */
const NOTICE = [
  "note|nb|n\\.b\\.|hint|tip|warning|important|attention|todo",
  "hinweis|achtung|wichtig|tipp|nota|ojo|atención|importante",
  "atenção|aviso|remarque|attenzione|uwaga|let op|opmerking|важно|внимание|примечание|увага|注意|提示|备注|說明|说明|重要",
].join("|");
const NOTICE_BEFORE = new RegExp(`^(?:${NOTICE})\\s*[:：!]\\s*\\S`, "iu");
/** Without what stands in brackets. In UTF-16 units. */
const LONGEST_BOLD = 70;

/** True if bold words are no name: a notice, or more than any name says. */
function saysMore(bold: string): boolean {
  return NOTICE_BEFORE.test(bold) || bold.replace(/\s*\([^()]*\)/g, "").length > LONGEST_BOLD;
}

/**
 * The label in a paragraph that labels the list or table below it:
 * bold as a whole but for its signs, or ended by a colon.
 */
export function labelOfParagraph(text: string): GroupLabel | null {
  const words = text.trim();
  const bold = boldOf(words);
  if (bold === null ? !INTRODUCTION.test(words) || SENTENCE.test(words) : saysMore(bold)) return null;
  const label = withoutMarks(bold ?? words).replace(/\s*[:：]\s*$/u, "");
  return { words: bareTitle(label.trim()), isName: bold !== null };
}

function isUnit({ stretch, from, to, links }: Line): boolean {
  return beginsUnit(stretch, { from, to }, links);
}

/** The lines of a paragraph with the links in each. */
function linesOf(section: LineRange, reading: Reading): readonly Line[] {
  return linesWithin(reading.text, section).map(({ from, to, line }) => ({
    from,
    to,
    stretch: reading.visible,
    links: reading.take(from, to, line),
    task: null,
  }));
}

/** The lines of a paragraph that are left behind the trail it may begin with. */
function withoutTrail(lines: readonly Line[], reading: Reading, content: ContentDraft): readonly Line[] {
  const isOnly = lines.filter(({ links }) => links.length > 0).length === 1;
  if (content.trail && !isOnly) content.trail = { ...content.trail, isAlone: false };
  const end = lines.findIndex((line) => !takeTrail(line, reading, content));
  return end < 0 ? [] : lines.slice(end);
}

/** True if a bare arrow before a line of a section points to what is to be read there, rather than leads on. */
function isPointer(line: Line, content: ContentDraft): boolean {
  const before = wordsBefore(line.stretch, line, line.links)?.trim() ?? "";
  return content.trail === null && !content.isNavigation && isArrowLead(before) && leadsOn(before);
}

/** Anything longer says more than a title. In UTF-16 units. */
const LONGEST_TITLE = 80;

/** Names the only address of a line, which has no words, by the line above it. */
function nameByLineAbove([entry, another]: readonly EntryDraft[], line: Line, above: Line): void {
  const title = withoutMarks(wordsOf(above)).trim();
  const isTitle = above.links.length === 0 && title.length <= LONGEST_TITLE && !/[.。!！?？:：]$/u.test(title);
  if (entry && !another && isTitle && isNameless(entry.link) && !WORDY.test(withoutLinks(line))) entry.title = title;
}

/** Reads the lines of a paragraph that hold entries, under the labels on lines between them. */
function readUnits(lines: readonly Line[], reading: Reading, content: ContentDraft): void {
  let label = content.label;
  let above: Line | null = null;
  for (const line of lines) {
    if (!isUnit(line)) label = line.links.length > 0 ? null : labelOfParagraph(wordsOf(line));
    else {
      const read = readLine(line, !isPointer(line, content));
      reading.accept(read, content, null, label?.isName === true ? label.words : null);
      for (const entry of read.entries) entry.label ??= label && label.words;
      if (above && !label) nameByLineAbove(read.entries, line, above);
    }
    above = isUnit(line) ? null : line;
  }
  content.closeGroup();
}

/** The name of the only link of a paragraph that is nothing else; null for any other. */
function loneName(lines: readonly Line[], content: ContentDraft): string | null {
  const [line, another] = lines;
  const [link, second] = line?.links ?? [];
  const isAlone = line && link && !another && !second && !WORDY.test(withoutLinks(line));
  return isAlone && content.trail === null ? (content.lastTitle(link) ?? null) : null;
}

/** Reads a paragraph; `below` is the type of the block directly below it that it may label. */
export function readParagraph(section: LineRange, below: Labelled, reading: Reading, content: ContentDraft): void {
  const lines = withoutProperties(withoutTrail(linesOf(section, reading), reading, content), content);
  const [first] = lines;
  if (!first) return;
  if (!isUnit(first)) content.closeGroup();
  const hasUnits = lines.some(isUnit);
  const mayBegin = content.mayBegin;
  if (hasUnits) readUnits(lines, reading, content);
  const sentences = lines.filter((line) => !isUnit(line));
  const isPointer = fileProse(sentences, reading, content);
  const subject = mayBegin ? content.ofHeading : null;
  if (subject && lines.length === 1 && first.links.length === 0 && stateOf(subject, first)) return;
  const name = loneName(lines, content);
  // Below a run of such links a list is not that of the last.
  if (name !== null && below === "list" && section.line - content.loneLine > 2) content.openGroup(name, false, "");
  if (name !== null) content.loneLine = section.line;
  const text = hasUnits || isPointer ? "" : visibleText({ from: first.from, to: section.to }, reading).trim();
  if (text !== "") fileText(text, mayBegin, below !== null, content);
}

/** The part of a stretch of the note that a reader sees. */
function visibleText({ from, to }: Range, { text, visible }: Reading): string {
  const words = textBetween(visible, from, to);
  return words === text.slice(from, to) ? words : words.replace(/[^\S\n]+/g, " ");
}

function fileText(text: string, mayBegin: boolean, beforeList: boolean, content: ContentDraft): void {
  const label = beforeList ? labelOfParagraph(text) : null;
  if (label === null) content.say(text, mayBegin);
  else content.openGroup(label.words, label.isName, text);
}
