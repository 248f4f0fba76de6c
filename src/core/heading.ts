// A heading: its title, its flags, and the link it stands for or points to.
import { AnnotationDraft, mayHoldValues, NO_ANNOTATION, readTitle, SIGNS } from "./annotation";
import type { HeadingCache } from "./cache";
import type { Reading } from "./content";
import { sameValue, type Comparable } from "./equal";
import { titleOfLink } from "./links";
import { NONE } from "./none";
import { textBetween } from "./range";
import { MARK, signsIn } from "./signs";
import { beforePointer } from "./words";
import type { Annotation, Length, Rating, WrittenHeading, WrittenLink, WrittenRelation } from "./written";


/** What a heading's words are, and the links in them. */
interface Source {
  readonly text: string;
  /** Offset of the heading's words in the note. */
  readonly base: number;
  readonly links: readonly WrittenLink[];
}

/** A heading as read. What is said beside its title is read when somebody asks. */
export class HeadingReading implements WrittenHeading, Comparable {
  private said: Annotation | null = null;

  constructor(
    readonly title: string,
    readonly level: number,
    readonly line: number,
    readonly link: WrittenLink | null,
    readonly relations: readonly WrittenRelation[],
    private readonly source: Source,
  ) {}

  get key(): boolean {
    return this.about.key;
  }

  get rating(): Rating | null {
    return this.about.rating;
  }

  get length(): Length | null {
    return this.about.length;
  }

  sameAs({ level, line, source }: HeadingReading): boolean {
    return this.level === level && this.line === line && this.source.base === source.base && this.source.text === source.text && sameValue(this.source.links, source.links);
  }

  private get about(): Annotation {
    return (this.said ??= mayHoldValues(this.source.text) ? aboutHeading(this.source) : NO_ANNOTATION);
  }
}

function sourceOf(heading: HeadingCache, reading: Reading): Source {
  const { start, end } = heading.position;
  const isBehindMarks = reading.text.startsWith(heading.heading, start.offset + heading.level + 1);
  const at = isBehindMarks ? heading.level + 1 : reading.text.slice(start.offset, end.offset).indexOf(heading.heading);
  if (at < 0) reading.unused.push({ line: start.line, text: heading.heading, why: "stale" });
  const base = start.offset + Math.max(at, 0);
  const text = at < 0 ? heading.heading : textBetween(reading.visible, base, base + heading.heading.length).trimEnd();
  return { text, base, links: at < 0 ? NONE : reading.take(start.offset, end.offset, start.line) };
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
    words += between + titleOfLink(link);
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
  const signs = signsIn(words);
  const bare = (signs & MARK) > 0 ? words.replace(/\*\*|==|~~/g, "") : words;
  return (signs & SIGNS) > 0 ? readTitle(bare, base).title : bare.trim();
}

/** The links beside that of the division; behind a reference word all of them. */
function relationsOf({ links }: Source, reference: boolean): readonly WrittenRelation[] {
  const related = reference ? links : links.slice(1);
  return related.length === 0 ? NONE : related.map((link) => ({ kind: "related", link }));
}

/** Reads a heading and accounts for its links. */
export function readHeading(heading: HeadingCache, reading: Reading): HeadingReading {
  const source = sourceOf(heading, reading);
  const { words, reference } = wordsOf(source);
  const title = titleOf(words, source.base);
  const { line } = heading.position.start;
  const link = reference ? null : (source.links[0] ?? null);
  return new HeadingReading(title, heading.level, line, link, relationsOf(source, reference), source);
}
