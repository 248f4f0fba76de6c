// A vault in memory for the index: 1,000 maps, and the notes they lead to among 100,000 notes with light caches.
import type { NoteCache, Pos } from "../../src/core/base/cache";
import { linkpathOf } from "../../src/core/read/links";
import type { FileSource } from "../../src/index/ports";
import { generateMap, type GeneratedMap } from "./generated-map";

export const [MAPS, NOTES, LINKS] = [1_000, 100_000, 100];
/** One link in so many leads to no note. */
const MISSING = 20;
/** So many maps stand below one. */
const BELOW = 10;
/** A prime that divides the number of notes not, so that steps of it reach every note once. */
const STRIDE = 7919;

export function pathOfMap(at: number): string {
  return `Maps/${String(at).padStart(5, "0")}/_MOC.md`;
}

export function pathOfNote(at: number): string {
  return `Notes/${at % 100}/Note ${at}.md`;
}

function placeOf(line: number, length: number): Pos {
  const offset = line * 40;
  return { start: { line, col: 0, offset }, end: { line, col: length, offset: offset + length } };
}

/**
 * The cache of an ordinary note: a few headings and paragraphs, some frontmatter; an object of its own for each note.
 */
function cacheOfNote(at: number): NoteCache {
  const headings = Array.from({ length: 1 + (at % 3) }, (_, line) => ({
    heading: `Part ${line}`,
    level: 2,
    position: placeOf(line * 4, 9),
  }));
  const sections = headings.flatMap(({ position }) => [
    { type: "heading", position },
    { type: "paragraph", position: placeOf(position.start.line + 2, 30) },
  ]);
  return at % 2 === 0
    ? { headings, sections }
    : { headings, sections, frontmatter: { tags: ["crafts/notes", "draft"], rating: at % 5 } };
}

/** A note as it is. */
export interface NoteAt {
  readonly text: string;
  readonly cache: NoteCache;
}

export class GeneratedVault implements FileSource {
  private readonly caches = new Map<string, NoteCache>();
  private readonly texts = new Map<string, string>();
  private readonly paths: readonly string[];
  /** Notes that maps lead to and that are not there. */
  readonly missing: readonly string[];

  constructor() {
    const maps = Array.from({ length: MAPS }, (_, at) => generateMap(LINKS, at, Math.floor(at / BELOW)));
    maps.forEach((map, at) => this.set(pathOfMap(at), map));
    const linked = [...new Set(maps.flatMap(linkedPaths))].filter((path) => !this.caches.has(path));
    this.missing = linked.filter((_, at) => at % MISSING === 0);
    for (const path of linked.filter((_, at) => at % MISSING !== 0)) this.add(path);
    for (let at = this.caches.size; at < NOTES; at++) this.add(pathOfNote(at));
    this.paths = spread([...this.caches.keys()]);
  }

  noteAt(path: string): NoteAt {
    return { text: this.textOf(path), cache: this.cacheOf(path) ?? {} };
  }

  /** Gives a note another text with its cache. */
  set(path: string, { text, cache }: NoteAt): void {
    this.texts.set(path, text);
    this.caches.set(path, cache);
  }

  /** Creates an ordinary note and returns its cache. */
  add(path: string): NoteCache {
    const cache = cacheOfNote(this.caches.size);
    this.caches.set(path, cache);
    return cache;
  }

  remove(path: string): void {
    this.caches.delete(path);
    this.texts.delete(path);
  }

  rename(path: string, to: string): void {
    const [text, cache] = [this.texts.get(path), this.caches.get(path)];
    this.remove(path);
    if (cache) this.caches.set(to, cache);
    if (text !== undefined) this.texts.set(to, text);
  }

  /** All that were there at the start. */
  notes(): readonly string[] {
    return this.paths;
  }

  files(): readonly string[] {
    return this.paths;
  }

  cacheOf(path: string): NoteCache | null {
    return this.caches.get(path) ?? null;
  }

  textOf(path: string): string {
    return this.texts.get(path) ?? "";
  }

  read(path: string): Promise<string> {
    return Promise.resolve(this.textOf(path));
  }

  /** By path alone, which costs next to nothing: what is measured is the index. */
  resolve(linkpath: string, sourcePath: string): string | null {
    const path = linkpath === "" ? sourcePath : `${linkpath}.md`;
    return this.caches.has(path) ? path : null;
  }

  isFolder(): boolean {
    return false;
  }
}

/** Notes that maps lead to; maps among the notes are missing but for those above. */
function linkedPaths({ cache }: GeneratedMap): readonly string[] {
  return (cache.links ?? []).flatMap(({ link }) =>
    isOfMap(link) || linkpathOf(link) === "" ? [] : [`${linkpathOf(link)}.md`],
  );
}

function isOfMap(link: string): boolean {
  return link.endsWith("/_MOC");
}

/** The same paths in another order, the first ones spread over all. */
function spread(paths: readonly string[]): readonly string[] {
  return paths.map((path, at) => paths[(at * STRIDE) % paths.length] ?? path);
}
