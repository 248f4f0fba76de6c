// The maps of the vault as written: which notes are maps, and their texts, read and parsed.
// All that happens to notes is queued, and looked at in slices, or when it is asked for.
// Anything that cannot be read is tried again.
import type { NoteCache } from "../core/base/cache";
import { isMap, mayBeMap, titleOfMap, type DetectionRules } from "../core/read/detect";
import { sameValue } from "../core/base/equal";
import type { Log } from "../core/base/log";
import { parseMap } from "../core/read/parse";
import type { WrittenMap } from "../core/read/written";
import { NoteReads } from "./note-reads";
import type { NoteSource, Pace } from "./ports";
import { Retries } from "./retries";
import { takeSome } from "./slices";

export interface KnownMap {
  readonly written: WrittenMap;
  readonly title: string;
}

/** Something that happened to a note and has not been looked at yet. */
type News =
  | { readonly kind: "text"; readonly text: string; readonly cache: NoteCache }
  /** It came here from another path, as it was. */
  | { readonly kind: "moved"; readonly written: WrittenMap }
  | { readonly kind: "unknown" }
  | { readonly kind: "gone" };

/** The news that is told of maps. */
export interface MapEvents {
  /** A map says something else, is new (`before` is null) or gone (`now` is null). */
  changed(path: string, now: KnownMap | null, before: KnownMap | null): void;
  /** Other maps than before cannot be read. */
  unreadableChanged(): void;
  /** There is something to be looked at. */
  queued(): void;
}

/** Pauses before what could not be read or followed is tried again, in milliseconds. */
export const UNREAD = { first: 1_000, longest: 300_000 };
const STALE = { first: 250, longest: 4_000 };
/** A text that still does not fit its cache after so many attempts never will. */
const MOST_STALE = 5;

export class WrittenMaps {
  private readonly maps = new Map<string, KnownMap>();
  /** By path, the maps as they were read last. */
  readonly known: ReadonlyMap<string, KnownMap> = this.maps;
  private readonly news = new Map<string, News>();
  private readonly reads: NoteReads;
  /** Maps that could not be read at the last attempt. */
  private readonly unread: Retries;
  /** Maps whose text and cache were of two versions when they were looked at last. */
  private readonly stale: Retries;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly source: NoteSource,
    pace: Pick<Pace, "later">,
    private rules: DetectionRules,
    private readonly events: MapEvents,
    private readonly log: Log,
  ) {
    const readAgain = (path: string): void => this.reads.want(path);
    this.unread = new Retries(pace, UNREAD, readAgain);
    this.stale = new Retries(pace, STALE, readAgain);
    this.reads = new NoteReads(source, pace, {
      taken: this.taken,
      failed: this.failed,
    });
  }

  paths(): readonly string[] {
    return [...this.maps.keys()];
  }

  /** Maps that could not be read at the last attempt. */
  unreadable(): readonly string[] {
    return this.unread.paths();
  }

  /** Tries at once to read what could not be read. */
  retry(): void {
    this.unread.now();
  }

  /** True if all that happened has been looked at. */
  get isUpToDate(): boolean {
    return this.news.size === 0;
  }

  /** True if all that was to be read has been, or could not be. */
  get isRead(): boolean {
    return this.reads.pending().every((path) => this.unread.count(path) > 0);
  }

  /** Resolves once all that was to be read has been, or could not be. */
  whenRead(): Promise<void> {
    return this.isRead ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Other notes are maps from now on: each has to be looked at again. */
  setRules(rules: DetectionRules): void {
    this.rules = rules;
  }

  /** Looks at a note of which nothing was said. */
  look(path: string): void {
    if (!this.news.has(path)) this.fenced(path, () => this.lookAt(path, { kind: "unknown" }));
  }

  /** A note has this text and cache now. */
  changed(path: string, text: string, cache: NoteCache): void {
    this.reads.forget(path);
    this.queue(path, { kind: "text", text, cache });
  }

  removed(path: string): void {
    this.queue(path, { kind: "gone" });
  }

  /** A note has another path; its text and cache are what they were. */
  renamed(path: string, oldPath: string): void {
    const [map, news] = [this.maps.get(oldPath), this.news.get(oldPath)];
    const isSure = this.unread.count(oldPath) + this.stale.count(oldPath) === 0;
    const known: News | undefined = news ?? (map && { kind: "moved", written: map.written });
    this.removed(oldPath);
    this.queue(path, known && known.kind !== "gone" ? known : { kind: "unknown" });
    if (map && !isSure) this.reads.want(path);
  }

  /** Looks at what happened, as much as a slice allows; whether that was all. */
  takeSome(isSpent: () => boolean): boolean {
    return takeSome(this.news, (path) => this.take(path), isSpent);
  }

  /** Looks at what happened to one note. */
  take(path: string): void {
    const news = this.news.get(path);
    if (!news) return;
    this.news.delete(path);
    this.fenced(path, () => this.lookAt(path, news));
  }

  /** Ends all work under way, for good. */
  stop(): void {
    for (const work of [this.reads, this.unread, this.stale]) work.stop();
    this.news.clear();
    this.tellWaiting();
  }

  private queue(path: string, news: News): void {
    this.news.set(path, news);
    this.events.queued();
  }

  private fenced(path: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      this.failed(path, error);
    }
  }

  private lookAt(path: string, news: News): void {
    if (news.kind === "gone") {
      this.drop(path);
      return;
    }
    const cache = news.kind === "text" ? news.cache : this.source.cacheOf(path);
    if (!cache) return;
    const text = news.kind === "text" ? news.text : undefined;
    const isOne = isMap(path, cache, this.rules, text);
    // Of some names only the text tells.
    if (!isOne && (text !== undefined || !mayBeMap(path, cache, this.rules))) this.drop(path);
    else if (news.kind === "text") this.parse(path, news.text, cache);
    else if (news.kind === "moved" && isOne) this.adopt(path, news.written);
    else this.reads.want(path);
  }

  private parse(path: string, text: string, cache: NoteCache): void {
    const written = parseMap(text, cache);
    const lines = written.unused.flatMap(({ why, line }) => (why === "stale" ? [line + 1] : []));
    if (lines.length === 0) this.stale.forget(path);
    else if (this.isToWait(path, lines)) return;
    this.adopt(path, written);
  }

  /**
   * Text and cache are of two versions, and will be read again. Until then the last good roadmap stays;
   * where there is none, what fits is better than nothing.
   */
  private isToWait(path: string, lines: readonly number[]): boolean {
    const count = this.stale.count(path);
    if (count >= MOST_STALE) return false;
    if (count === 0)
      this.log(`Links of ${path} are not where Obsidian says; it is read again.`, `lines ${lines.join(", ")}`);
    this.stale.plan(path);
    return this.maps.has(path);
  }

  private adopt(path: string, written: WrittenMap): void {
    if (this.unread.forget(path)) this.events.unreadableChanged();
    const before = this.maps.get(path) ?? null;
    const now = { written, title: titleOfMap(path, written.title) };
    if (before && before.title === now.title && sameValue(before.written, written)) return;
    this.maps.set(path, now);
    this.events.changed(path, now, before);
  }

  private drop(path: string): void {
    this.reads.forget(path);
    this.stale.forget(path);
    if (this.unread.forget(path)) this.events.unreadableChanged();
    const before = this.maps.get(path);
    if (!before) return;
    this.maps.delete(path);
    this.events.changed(path, null, before);
  }

  private readonly taken = (path: string, text: string): void => {
    const [cache, news] = [this.source.cacheOf(path), this.news.get(path)?.kind];
    if (!cache) this.drop(path);
    // News that came meanwhile is newer than what was read.
    else if (news !== "text" && news !== "gone") this.queue(path, { kind: "text", text, cache });
    this.tellWaiting();
  };

  /** All that was known of the map stays. */
  private readonly failed = (path: string, why: unknown): void => {
    if (this.unread.count(path) === 0) {
      this.log(`The map ${path} could not be read; it is tried again.`, why);
      this.events.unreadableChanged();
    }
    this.unread.plan(path);
    this.tellWaiting();
  };

  private tellWaiting(): void {
    if (this.isRead) for (const resolve of this.waiting.splice(0)) resolve();
  }
}
