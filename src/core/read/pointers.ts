// Sentences that point to links, which may be all that a section has to study: `See [[A]]`, `All of it: see [[A]].`
import { blanked, textBetween } from "../base/range";
import { ARROW } from "../notation/joiners";
import { endsInReference, pointsOnly, relationOfLead } from "../notation/words";
import type { ContentDraft } from "./content";
import type { Reading } from "./reading";
import { alone, draftEntry } from "./entry-draft";
import { withoutLinks, type Line } from "./line";
import { leadsBeyondNotes } from "./links";
import type { WrittenLink } from "./written";

const SENTENCE_END = /[.!?:]\s|[。！？：]/u;

/** True if the sentence that the first link of a line stands in does nothing before it but point: `… See [[A]].` */
function points({ stretch, from, links: [first] }: Line): boolean {
  const before = first ? textBetween(stretch, from, first.from).split(SENTENCE_END).at(-1) : undefined;
  return before !== undefined && pointsOnly(before);
}

const ARROW_END = new RegExp(`${ARROW.source}\\s*$`, "u");

/** The links that a line does nothing but point to: `See [[A]] for more`, `All of it is here => [[A]]`. */
function pointedTo({ stretch, from, to, links }: Line): readonly WrittenLink[] {
  const before = (link: WrittenLink): string => textBetween(stretch, from, link.from);
  const [first] = links;
  if (first && endsInReference(before(first)) && pointsOnly(before(first))) return links;
  const at = links.findLastIndex((link) => ARROW_END.test(before(link)));
  const last = links[at];
  return last && pointsOnly(blanked(textBetween(stretch, last.from, to), last.from, links)) ? links.slice(at) : [];
}

/** Takes the links that lines of a section point to; returns the lines without these. */
function withoutPointed(lines: readonly Line[], reading: Reading, content: ContentDraft): readonly Line[] {
  if (content.trail !== null) return lines;
  return lines.map((line) => {
    const pointed = pointedTo(line);
    const lead = textBetween(line.stretch, line.from, pointed[0]?.from ?? line.from);
    const isRelated = relationOfLead(lead) === "related" && !pointed.some(leadsBeyondNotes);
    if (isRelated) content.relate(pointed.map((link) => ({ kind: "related", link })));
    else for (const link of pointed) content.add(draftEntry(link, alone(link, reading.visible)), null, null);
    return pointed.length === 0 ? line : { ...line, links: line.links.filter((link) => !pointed.includes(link)) };
  });
}

/**
 * Files lines that are no entries; those that point to links may hold all that there is to study.
 * True if they did nothing else, and what they point to has been taken.
 */
export function fileProse(lines: readonly Line[], reading: Reading, content: ContentDraft): boolean {
  if (lines.every(({ links }) => links.length === 0)) return false;
  const words = lines.map(({ stretch, from, to }) => textBetween(stretch, from, to)).join("\n");
  const pointing = pointsOnly(lines.map(withoutLinks).join("\n")) ? words.trim() : null;
  const left = withoutPointed(lines, reading, content);
  for (const line of left) {
    if (points(line)) content.pointers.push(...line.links.map((link) => ({ link, pointing })));
    else for (const link of line.links) reading.drop(link, "prose");
  }
  return pointing !== null && left.every(({ links }) => links.length === 0);
}
