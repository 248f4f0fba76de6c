// Maps of any size for the benches: copies of the written chapters, each with its own notes, and the cache that the
// stand-in app would give them. Each chapter is parsed once; a copy's cache is moved to where the copy stands.
import type { CachedMetadata, HeadingCache, ListItemCache, Pos, ReferenceCache, SectionCache } from "obsidian";
import { parseMetadata } from "../host/metadata/parse";
import { CHAPTERS, HEAD, NAVIGATION, NUMBER } from "./shapes";

export interface GeneratedMap {
  readonly text: string;
  readonly cache: CachedMetadata;
  readonly links: number;
}

/** A stretch of a map that can be copied. */
interface Piece {
  readonly text: string;
  readonly cache: CachedMetadata;
  readonly lines: number;
  readonly links: number;
}

/** As many links in one section of what fills a map up. */
const SECTION = 10;

function pieceOf(text: string): Piece {
  const cache = parseMetadata(text);
  return { text, cache, lines: text.split("\n").length - 1, links: cache.links?.length ?? 0 };
}

const [head, navigation, chapters] = [pieceOf(HEAD), pieceOf(NAVIGATION), CHAPTERS.map(pieceOf)];
/** The links of the shortest chapter: from it follows how many numbers a map needs at most. */
const FEWEST = Math.min(...chapters.map(({ links }) => links));
const fillings = new Map<number, Piece>();

/** A chapter of plain entries, for what is left when no whole chapter fits. */
function fillingOf(links: number): Piece {
  const known = fillings.get(links);
  if (known) return known;
  const lines = Array.from({ length: links }, (_, at) => {
    const heading = at % SECTION === 0 ? `${at === 0 ? "" : "\n"}### 补充 ${at / SECTION + 1}\n\n` : "";
    return `${heading}- [[Crafts/More/补充 ${at} ${NUMBER}|补充 ${at}]]${at % 3 === 0 ? " — more on it" : ""}\n`;
  });
  const made = pieceOf(`## 附录 ${NUMBER} More\n\n${lines.join("")}\n---\n\n`);
  fillings.set(links, made);
  return made;
}

function numbered(number: number): (text: string) => string {
  const digits = String(number).padStart(NUMBER.length, "0");
  if (digits.length > NUMBER.length) throw new Error(`The number ${number} is too long for a copy of a chapter.`);
  return (text) => text.replaceAll(NUMBER, digits);
}

/** A map under construction. */
class MapDraft {
  private readonly texts: string[] = [];
  private readonly links: ReferenceCache[] = [];
  private readonly headings: HeadingCache[] = [];
  private readonly sections: SectionCache[] = [];
  private readonly listItems: ListItemCache[] = [];
  private line = 0;
  private offset = 0;

  /** Adds a copy of a piece whose notes bear this number. */
  add({ text, cache, lines }: Piece, number: number): this {
    const own = numbered(number);
    this.addLinks(cache, own);
    for (const { heading, level, position } of cache.headings ?? [])
      this.headings.push({ heading: own(heading), level, position: this.moved(position) });
    for (const { type, position } of cache.sections ?? []) this.sections.push({ type, position: this.moved(position) });
    for (const { parent, position } of cache.listItems ?? [])
      this.listItems.push({ position: this.moved(position), parent: this.movedParent(parent) });
    this.texts.push(own(text));
    this.line += lines;
    this.offset += text.length;
    return this;
  }

  finish(): GeneratedMap {
    const { links, headings, sections, listItems } = this;
    return {
      text: this.texts.join(""),
      cache: { ...head.cache, links, headings, sections, listItems },
      links: links.length,
    };
  }

  private addLinks(cache: CachedMetadata, own: (text: string) => string): void {
    for (const { link, original, displayText = "", position } of cache.links ?? []) {
      this.links.push({
        link: own(link),
        original: own(original),
        displayText: own(displayText),
        position: this.moved(position),
      });
    }
  }

  private moved({ start, end }: Pos): Pos {
    const { line, offset } = this;
    return {
      start: { line: start.line + line, col: start.col, offset: start.offset + offset },
      end: { line: end.line + line, col: end.col, offset: end.offset + offset },
    };
  }

  /** A parent is the line of an item, or, negative, the line where the list begins. */
  private movedParent(parent: number): number {
    return parent < 0 ? parent - this.line : parent + this.line;
  }
}

/**
 * A map of exactly so many links. `seed` makes its notes other ones than those of maps of the same size with another
 * seed, `upper` is the number of the map it names as the one above.
 */
export function generateMap(links: number, seed = 0, upper = 0): GeneratedMap {
  const draft = new MapDraft().add(head, 0);
  let left = links < navigation.links ? links : links - navigation.links;
  let number = seed * (Math.ceil(links / FEWEST) + 1);
  const next = (): Piece => chapters[number % chapters.length] ?? head;
  while (next().links <= left) {
    left -= next().links;
    draft.add(next(), number++);
  }
  if (left > 0) draft.add(fillingOf(left), number);
  if (links >= navigation.links) draft.add(navigation, upper);
  return draft.finish();
}
