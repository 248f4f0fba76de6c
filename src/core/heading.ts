// A heading: its title, its flags, and the link it stands for or points to.
import { AnnotationDraft, hasSigns, readTitle } from "./annotation";
import type { HeadingCache } from "./cache";
import type { Reading } from "./content";
import { nameOfLink } from "./links";
import { MARK, signsIn } from "./signs";
import { beforePointer } from "./words";
import type { Length, Rating, WrittenLink, WrittenRelation } from "./written";

export interface HeadingReading {
  readonly title: string;
  readonly key: boolean;
  readonly rating: Rating | null;
  readonly length: Length | null;
  readonly link: WrittenLink | null;
  readonly relations: readonly WrittenRelation[];
}

interface Source {
  readonly text: string;
  /** Offset of the heading's words in the note. */
  readonly base: number;
  readonly links: readonly WrittenLink[];
}

function sourceOf(heading: HeadingCache, reading: Reading): Source {
  const range = { from: heading.position.start.offset, to: heading.position.end.offset };
  const { line } = heading.position.start;
  const at = reading.text.slice(range.from, range.to).indexOf(heading.heading);
  if (at < 0) reading.unused.push({ line, text: heading.heading, why: "stale" });
  const base = range.from + Math.max(at, 0);
  const text = at < 0 ? heading.heading : reading.visible({ from: base, to: base + heading.heading.length }).trimEnd();
  return { text, base, links: at < 0 ? [] : reading.take(range, line) };
}

/** The heading's words with each link as its display text; all from a pointer before a link on is left out. */
function wordsOf({ text, base, links }: Source): { readonly words: string; readonly reference: boolean } {
  if (links.length === 0) return { words: text, reference: false };
  let words = "";
  let at = 0;
  let reference = false;
  for (const [index, link] of links.entries()) {
    const between = text.slice(at, link.from - base);
    const pointer = beforePointer(between);
    reference ||= pointer?.reference === true && index === 0;
    if (pointer && words + pointer.title !== "") return { words: words + pointer.title, reference };
    words += between + (link.alias ?? (link.web ? link.link : nameOfLink(link.link)));
    at = link.to - base;
  }
  return { words: words + text.slice(at), reference };
}

/** Rating, length and flags from the text between the links. */
function aboutHeading({ text, base, links }: Source): AnnotationDraft {
  const about = new AnnotationDraft();
  let at = 0;
  for (const { from, to } of links) {
    about.read(text.slice(at, from - base), base + at);
    at = to - base;
  }
  return about.read(text.slice(at), base + at);
}

function titleOf(words: string, base: number): string {
  const bare = (signsIn(words) & MARK) > 0 ? words.replace(/\*\*|==|~~/g, "") : words;
  return hasSigns(bare) ? readTitle(bare, base).title : bare.trim();
}

/** Reads a heading and accounts for its links. */
export function readHeading(heading: HeadingCache, reading: Reading): HeadingReading {
  const source = sourceOf(heading, reading);
  const { words, reference } = wordsOf(source);
  const [first, ...others] = source.links;
  const related = reference ? source.links : others;
  const { key, rating, length } = aboutHeading(source);
  return {
    title: titleOf(words, source.base),
    key,
    rating,
    length,
    link: reference ? null : (first ?? null),
    relations: related.map((link) => ({ kind: "related", link })),
  };
}
