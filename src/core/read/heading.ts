// A heading: its title, its flags, and the link it stands for or points to.
import { annotate, bareTitle, hasSigns, NO_ANNOTATION, type AnnotationDraft } from "../notation/annotation";
import { withoutTorn } from "../notation/brackets";
import type { HeadingCache } from "../base/cache";
import type { Reading } from "./reading";
import { readLength } from "../notation/length";
import { tokensOf } from "../notation/inline";
import { isMedia, isPicture, leadsBeyondNotes, titleOfLink } from "./links";
import { BLOCK_ID } from "../notation/masked";
import { withoutSigns, withoutTags } from "../notation/plain";
import { blanked, textBetween } from "../base/range";
import { beforePointer } from "../notation/words";
import type { WrittenHeading, WrittenLink } from "./written";

const LAST_BRACKETS = /\s*[(（]([^()（）]*)[)）]$/;

/** The words of a heading, and the links in them. */
interface Source {
  readonly text: string;
  /** Offset of the heading's words in the note. */
  readonly base: number;
  readonly links: readonly WrittenLink[];
}

/** A heading as read. */
export interface HeadingReading {
  readonly heading: WrittenHeading;
  /** Its links beside that of the division. */
  readonly others: readonly WrittenLink[];
}

/** The offset where the words of a heading begin; null where its text does not hold them. */
function startOfWords({ heading, level, position }: HeadingCache, { written }: Reading): number | null {
  const from = position.start.offset;
  const behindMarks = from + level + 1;
  if (textBetween(written, behindMarks, behindMarks + heading.length) === heading) return behindMarks;
  const at = textBetween(written, from, position.end.offset).indexOf(heading);
  return at < 0 ? null : from + at;
}

function sourceOf(cache: HeadingCache, reading: Reading): Source {
  const { heading } = cache;
  const { start } = cache.position;
  const base = startOfWords(cache, reading);
  if (base === null) {
    reading.unused.push({ line: start.line, text: heading, why: "stale" });
    return { text: heading, base: start.offset, links: [] };
  }
  const end = base + heading.length;
  const text = reading.visible === reading.written ? heading : textBetween(reading.visible, base, end).trimEnd();
  return { text, base, links: reading.take(start.offset, end, start.line) };
}

/** A heading's words without the pictures in them, which stand for nothing. */
function withoutMedia(source: Source, reading: Reading): Source {
  if (!source.text.includes("![")) return source;
  const media = source.links.filter((link) => (link.embed && isMedia(link.link)) || isPicture(link));
  for (const link of media) reading.drop(link, "media");
  const pictures = tokensOf(source.text).filter(
    ({ kind, from }) => kind === "link" && source.text.charAt(from) === "!",
  );
  const text = blanked(blanked(source.text, source.base, media), 0, pictures);
  return { ...source, text, links: source.links.filter((link) => !media.includes(link)) };
}

/** Stands for a link until the signs around it are gone, and is no sign. A private-use character. */
const LINK = "\uE001";

/** The author's words without signs, and in them links by what they are called, whose names may hold signs. */
function named(words: string, links: readonly WrittenLink[]): string {
  let next = 0;
  return withoutSigns(words).replaceAll(LINK, () => {
    const link = links[next++];
    return link ? titleOfLink(link) : "";
  });
}

/** The heading's words with each link as its display text; all from a pointer before a link on is left out. */
function wordsOf({ text, base, links }: Source): { readonly words: string; readonly reference: boolean } {
  let words = "";
  let at = 0;
  let reference = false;
  for (const [index, link] of links.entries()) {
    const between = text.slice(at, link.from - base);
    const pointer = beforePointer(between);
    reference ||= pointer?.reference === true && index === 0;
    if (pointer && words + pointer.title !== "")
      return { words: withoutTorn(named(words + pointer.title, links)), reference };
    words += between + LINK;
    at = link.to - base;
  }
  return { words: named(withoutTags(words + text.slice(at)), links), reference };
}

/** Rating, length and flags from the text between the links. */
function aboutHeading({ text, base, links }: Source): AnnotationDraft {
  const about = { ...NO_ANNOTATION };
  let at = 0;
  for (const { from, to } of links) {
    annotate(about, text.slice(at, from - base), base + at);
    at = to - base;
  }
  annotate(about, text.slice(at), base + at);
  return about;
}

/** The title in a heading's words. Stars end it also where only its length stands behind them. */
function titleOf(words: string): string {
  const bare = words.replace(BLOCK_ID, "").replace(/ {2,}/g, " ").trim();
  if (!hasSigns(bare)) return bare;
  const brackets = LAST_BRACKETS.exec(bare);
  const length = brackets && readLength(brackets[1] ?? "") ? brackets[0] : "";
  return bareTitle(bare.slice(0, bare.length - length.length)) + length;
}

/**
 * Reads a heading and accounts for its links. The first is what its division stands for,
 * unless a reference word says that it only leads on; what leads to no note is never a relation.
 */
export function readHeading(cache: HeadingCache, reading: Reading): HeadingReading {
  const source = withoutMedia(sourceOf(cache, reading), reading);
  const { words, reference } = wordsOf(source);
  const first = source.links[0] ?? null;
  const link = first && reference && !leadsBeyondNotes(first) ? null : first;
  const { level, position } = cache;
  const about = aboutHeading(source);
  reading.takeMinutes(about, position.start.offset);
  const { key, rating, length } = about;
  const title = titleOf(words);
  return {
    heading: { title, level, line: position.start.line, key, rating, length, link },
    others: link === null ? source.links : source.links.slice(1),
  };
}
