// A heading: its title, its flags, and the link it stands for or points to.
import { readAnnotation, readTitle } from "./annotation";
import type { HeadingCache } from "./cache";
import type { Reading } from "./content";
import { nameOfLink } from "./links";
import { within } from "./range";
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
  const at = reading.text.slice(range.from, range.to).indexOf(heading.heading);
  return { text: heading.heading, base: range.from + Math.max(at, 0), links: within(reading.links, range) };
}

/** The heading's words with each link as its display text; all from a pointer before the first link on is left out. */
function wordsOf({ text, base, links }: Source): { readonly words: string; readonly reference: boolean } {
  const first = links[0];
  if (!first) return { words: text, reference: false };
  const pointer = beforePointer(text.slice(0, first.from - base));
  if (pointer && pointer.title !== "") return { words: pointer.title, reference: pointer.reference };
  let words = "";
  let at = 0;
  for (const link of links) {
    words += text.slice(at, link.from - base) + (link.alias ?? nameOfLink(link.link));
    at = link.to - base;
  }
  return { words: words + text.slice(at), reference: pointer?.reference ?? false };
}

/** Rating, length and flags from the text between the links. */
function aboutHeading({ text, base, links }: Source): ReturnType<typeof readAnnotation> {
  const cuts = [...links.flatMap((link) => [link.from - base, link.to - base]), text.length];
  const spans = [0, ...cuts].flatMap((from, index, all) => {
    const to = all[index + 1];
    return index % 2 === 0 && to !== undefined ? [{ text: text.slice(from, to), base: base + from }] : [];
  });
  return readAnnotation(spans);
}

/** Reads a heading and accounts for its links. */
export function readHeading(heading: HeadingCache, reading: Reading): HeadingReading {
  const source = sourceOf(heading, reading);
  reading.use(source.links);
  const { words, reference } = wordsOf(source);
  const [first, ...others] = source.links;
  const related = reference ? source.links : others;
  const { key, rating, length } = aboutHeading(source);
  return {
    title: readTitle(words.replace(/\*\*|==|~~/g, ""), source.base).title,
    key,
    rating,
    length,
    link: reference ? null : (first ?? null),
    relations: related.map((link) => ({ kind: "related", link })),
  };
}
