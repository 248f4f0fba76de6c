// Paragraphs and quotes: lines that begin with a link or a label hold entries, quotes hold relations,
// and the first of either that holds none is its division's summary.
import type { ContentDraft, Reading } from "./content";
import { dropCutLinks } from "./cut-links";
import { readLine, readQuotedLine } from "./line";
import { textBetween, type LineRange, type Range, type Stretch } from "../base/range";
import { isDelimiter } from "./table-rows";
import { withoutMarks } from "../notation/words";
import type { WrittenLink } from "./written";

const QUOTE_MARKS = /^(?:\s*>)+\s?/;
/** What stands before the words of a quoted line: the marks of the quote and the head of a callout. */
const BEFORE_WORDS = new RegExp(`^(?:${QUOTE_MARKS.source})?(?:\\[![^\\]]*\\][+-]?\\s*)?`);
/** What may stand before a line's first link without making the line prose. */
const LEAD = /^[\s\p{P}\p{S}\uFE0F\u200D]*$/u;
/** A reference: its number in brackets begins the line. */
const NUMBERED = /^\s*\[\d+(?:\.\d+)*\]\s+\S/;
const LABEL = /^[^。！？.!?]{1,40}[:：]\s*$/u;

function textLines(text: string, section: Range, line: number): readonly LineRange[] {
  const lines: LineRange[] = [];
  let from = section.from;
  for (let number = line; from <= section.to; number++) {
    const end = text.indexOf("\n", from);
    const to = end < 0 || end > section.to ? section.to : end;
    lines.push({ from, to: to > from && text[to - 1] === "\r" ? to - 1 : to, line: number });
    from = to + 1;
  }
  return lines;
}

function beginsUnit(visible: Stretch, line: LineRange, links: readonly WrittenLink[]): boolean {
  const first = links[0];
  if (!first) return false;
  const lead = withoutMarks(textBetween(visible, line.from, first.from));
  return LEAD.test(lead) || LABEL.test(lead) || (first.web && NUMBERED.test(lead));
}

/** A paragraph that labels the list or table below it: bold as a whole, or ended by a colon. */
function labelOfParagraph(text: string): string | null {
  const words = text.trim();
  const isBold = /^(\*\*|__)[^*_\n]+\1[:：]?$/.test(words);
  const endsInColon = /^[^\n]{1,60}[:：](?:\*\*|__)?$/.test(words);
  return isBold || endsInColon
    ? withoutMarks(words)
        .replace(/\s*[:：]\s*$/u, "")
        .trim()
    : null;
}

/** A line that begins with a link or a label, with the lines that continue it. */
interface Unit {
  readonly from: number;
  to: number;
  readonly links: WrittenLink[];
}

/** The units of a paragraph. Links before the first of them are prose. */
function unitsOf(section: LineRange, reading: Reading): readonly Unit[] {
  const units: Unit[] = [];
  for (const line of textLines(reading.text, section, section.line)) {
    const links = reading.take(line.from, line.to, line.line);
    const last = units.at(-1);
    if (beginsUnit(reading.visible, line, links)) units.push({ from: line.from, to: line.to, links: [...links] });
    else if (last) {
      last.to = line.to;
      last.links.push(...links);
    } else for (const link of links) reading.drop(link, "prose");
  }
  return units;
}

/** Reads a paragraph; `beforeList` tells whether a list or table follows directly. */
export function readParagraph(section: LineRange, beforeList: boolean, reading: Reading, content: ContentDraft): void {
  const units = unitsOf(section, reading);
  for (const { from, to, links } of units) {
    reading.accept(readLine({ from, to, stretch: reading.visible, links, task: null }), content, null, null);
  }
  if (units.length === 0) fileText(visibleText(section, reading), beforeList, content);
}

/** What a reader sees of a stretch of the note. */
function visibleText({ from, to }: Range, { text, visible }: Reading): string {
  const words = textBetween(visible, from, to);
  return words === text.slice(from, to) ? words : words.replace(/[^\S\n]+/g, " ");
}

function fileText(text: string, beforeList: boolean, content: ContentDraft): void {
  const label = beforeList ? labelOfParagraph(text) : null;
  if (text.trim() === "") return;
  if (label === null) content.say(text.trim());
  else content.openGroup(label, text.trim());
}

/** Reads a quoted line: its relations, and the words it has where it does not state one. */
function readQuotedText(line: LineRange, inTable: () => boolean, reading: Reading, content: ContentDraft): string {
  const source = textBetween(reading.visible, line.from, line.to);
  const marks = BEFORE_WORDS.exec(source)?.[0].length ?? 0;
  const from = line.from + marks;
  const words = source.slice(marks);
  if (words.startsWith("|") && inTable()) dropCutLinks(line, reading);
  const read = readQuotedLine({
    from,
    to: line.to,
    stretch: reading.visible,
    links: reading.takeLinks(line.from, line.to),
    task: null,
  });
  reading.accept(read, content, null, null);
  return read.isLabelled ? "" : words.trim();
}

/** Reads a quote or callout but for the lines of its list items: relations, and the summary if there is none yet. */
export function readQuote(
  section: LineRange,
  itemLines: ReadonlySet<number>,
  reading: Reading,
  content: ContentDraft,
): void {
  const lines = textLines(reading.text, section, section.line);
  let isTable: boolean | null = null;
  const hasTable = (): boolean =>
    (isTable ??= lines.some(({ from, to }) => isDelimiter(reading.text.slice(from, to).replace(QUOTE_MARKS, ""))));
  const words: string[] = [];
  for (const line of lines) {
    const text = itemLines.has(line.line) ? "" : readQuotedText(line, hasTable, reading, content);
    if (text !== "") words.push(text);
  }
  if (words.length > 0) content.say(words.join("\n"));
}
