// A map as its findings are made from it: its roadmap, the text that was read, and every link in that text.
import { NONE } from "../base/lists";
import type { NoteCache } from "../base/cache";
import { addToGroup } from "../base/group";
import { firstIndex, type Range } from "../base/range";
import { SetMap } from "../base/set-map";
import { linesIn, type TextLine } from "../edit/lines";
import { commonest, type Style } from "../edit/rating-style";
import type { TextEdit } from "../edit/text-edit";
import { linkpathOf } from "../read/links";
import type { Roadmap } from "../roadmap/model";
import type { Finding, Fix } from "./finding";
import { pathKey } from "./names";

/** A link that Obsidian knows, where the map has it. */
export interface MapLink extends Range {
  /** Counted from 0. */
  readonly line: number;
  /** As Obsidian's cache gives it. */
  readonly link: string;
  /** As written. */
  readonly text: string;
}

const ADDRESS_BEHIND = /^\(\s*https?:\/\//i;

export class CheckedMap {
  readonly path: string;
  readonly lines: readonly TextLine[];
  /** In the order of the text: those of the text that a reader sees, and those of the properties. */
  readonly links: readonly MapLink[];
  /** True if it holds the markers of an unsettled merge. */
  readonly isInConflict: boolean;
  private style: Style | null = null;
  private byLine: ReadonlyMap<number, readonly MapLink[]> | null = null;
  private byName: SetMap<string, string> | null = null;

  /** `text` and `cache` are those that the roadmap was read from. */
  constructor(
    readonly roadmap: Roadmap,
    readonly text: string,
    cache: NoteCache,
  ) {
    this.path = roadmap.path;
    this.lines = linesIn(text);
    this.links = linksIn(roadmap, text, cache);
    this.isInConflict = holdsConflict(text);
  }

  /** The way in which most of its ratings are written. */
  get ratingStyle(): Style {
    this.style ??= commonest(this.roadmap, this.text);
    return this.style;
  }

  /** The words of a line, counted from 0; "" where there is none. */
  wordsOf(line: number): string {
    return this.lines[line]?.words ?? "";
  }

  linksOn(line: number): readonly MapLink[] {
    this.byLine ??= groupedByLine(this.links);
    return this.byLine.get(line) ?? NONE;
  }

  /** True if another link names a note that is called the same by another path. */
  namesAnother(linkpath: string): boolean {
    this.byName ??= linkpathsByName(this.links);
    return [...this.byName.get(pathKey(linkpath))].some((one) => one !== linkpath);
  }

  /** The line that an offset stands on. */
  lineAt(offset: number): number {
    return firstIndex(this.lines.length, (line) => (this.lines[line]?.to ?? offset) < offset);
  }

  /** The edit that puts words in place of a stretch of the text. */
  edit({ from, to }: Range, words: string): TextEdit {
    const [first, last] = [this.lines[this.lineAt(from)], this.lines[this.lineAt(to)]];
    const [start, end] = [first?.from ?? 0, last?.to ?? this.text.length];
    const expected = this.text.slice(start, end);
    const insert = expected.slice(0, from - start) + words + expected.slice(to - start);
    return { path: this.path, from: start, to: end, expected, insert };
  }

  /** The edit that takes a line away, seen beside the line that stays before it, or behind it. */
  withoutLine(line: number): TextEdit | null {
    const [first, last] = line > 0 ? [line - 1, line] : [line, line + 1];
    const [start, end, kept] = [this.lines[first], this.lines[last], this.lines[line > 0 ? first : last]];
    if (!start || !end || !kept) return null;
    const range = { from: start.from, to: end.to };
    return { path: this.path, ...range, expected: this.text.slice(range.from, range.to), insert: kept.words };
  }

  /** A finding of this map. */
  finding(found: Omit<Finding, "map" | "isInConflict">): Finding {
    const { isInConflict } = this;
    return { ...found, map: this.path, fixes: isInConflict ? NONE : found.fixes, isInConflict };
  }
}

/** True if a text holds the markers of an unsettled merge. */
export function holdsConflict(text: string): boolean {
  return /^<{7} /m.test(text) && /^>{7} /m.test(text);
}

/** A fix that changes the map alone. */
export function fixOf(title: string, edits: readonly TextEdit[]): Fix {
  return { title, edits, property: null };
}

function groupedByLine(links: readonly MapLink[]): ReadonlyMap<number, readonly MapLink[]> {
  const groups = new Map<number, MapLink[]>();
  for (const link of links) addToGroup(groups, link.line, link);
  return groups;
}

function linkpathsByName(links: readonly MapLink[]): SetMap<string, string> {
  const names = new SetMap<string, string>();
  for (const { link } of links) names.add(pathKey(linkpathOf(link)), linkpathOf(link));
  return names;
}

/** Links in comments are for nobody, and `[[words]](https://…)` leads to the address. */
function linksIn({ unused }: Roadmap, text: string, cache: NoteCache): readonly MapLink[] {
  const hidden = new Set(unused.flatMap((one) => (one.why === "comment" ? `${one.line} ${one.text}` : [])));
  const links = [...(cache.links ?? NONE), ...(cache.embeds ?? NONE)]
    .map(({ link, original, position: { start } }) => linkAt(link, original, start.line, start.offset))
    .filter((link) => text.startsWith(link.text, link.from) && !hidden.has(`${link.line} ${link.text}`))
    .filter(({ to }) => !ADDRESS_BEHIND.test(text.slice(to, to + 12)));
  return [...propertyLinks(text, cache), ...links].sort((a, b) => a.from - b.from);
}

function linkAt(link: string, text: string, line: number, from: number): MapLink {
  return { line, link, text, from, to: from + text.length };
}

/** The links of the properties, whose places the cache does not tell. */
function propertyLinks(text: string, cache: NoteCache): readonly MapLink[] {
  let from = 0;
  return (cache.frontmatterLinks ?? []).flatMap(({ link, original }) => {
    const at = text.indexOf(original, from);
    if (at < 0) return [];
    from = at + original.length;
    return [linkAt(link, original, text.slice(0, at).split("\n").length - 1, at)];
  });
}
