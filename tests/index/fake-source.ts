// A vault of texts for the index, changed step by step as Obsidian would tell of it.
import type { NoteCache } from "../../src/core/base/cache";
import { DEFAULT_RULES } from "../default-rules";
import type { Log } from "../../src/core/base/log";
import type { FileSource, IndexChange, Pace } from "../../src/index/ports";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { fail } from "../logs";
import { LinkIndex } from "../host/cache/link-index";
import { parseMetadata } from "../host/metadata/parse";

/** Frames that come only when told to. */
export class ManualPace implements Pace {
  private tasks: (() => void)[] = [];
  private time = 0;
  private timers: { readonly at: number; readonly task: () => void }[] = [];

  soon(task: () => void): void {
    this.tasks.push(task);
  }

  /** The number of times the pace is asked before it says that its slice is spent. */
  slice = Infinity;
  private spent = 0;

  isSpent(): boolean {
    return ++this.spent % this.slice === 0;
  }

  breathe(): Promise<void> {
    return Promise.resolve();
  }

  painted(): Promise<void> {
    return Promise.resolve();
  }

  later(task: () => void, delay: number): () => void {
    const timer = { at: this.time + delay, task };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((other) => other !== timer));
  }

  /** Lets milliseconds pass, and all frames and reads that come of it. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    const next = (): { readonly at: number; readonly task: () => void } | undefined =>
      this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
    for (let due = next(); due; due = next()) {
      this.timers = this.timers.filter((timer) => timer !== due);
      this.time = due.at;
      due.task();
      await this.settle();
    }
    this.time = end;
    await this.settle();
  }

  /** As many frames as there is work for, and reads that answer at once. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 10; turn++) {
      this.finish();
      await Promise.resolve();
    }
  }

  frame(): void {
    for (const task of this.tasks.splice(0)) task();
  }

  /** As many frames as there is work for. */
  finish(): void {
    while (this.tasks.length > 0) this.frame();
  }
}

export class FakeVaultSource implements FileSource {
  readonly texts = new Map<string, string>();
  private readonly caches = new Map<string, NoteCache>();
  private readonly links = new LinkIndex();
  /** The results of reading these notes, instead of their text. */
  readonly faults = new Map<string, () => Promise<string>>();
  /** The notes that were read, in order. */
  readonly reads: string[] = [];

  constructor(texts: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(texts)) this.set(path, text);
  }

  notes(): readonly string[] {
    return [...this.texts.keys()];
  }

  files(): readonly string[] {
    return this.notes();
  }

  cacheOf(path: string): NoteCache | null {
    return this.caches.get(path) ?? null;
  }

  read(path: string): Promise<string> {
    this.reads.push(path);
    return this.faults.get(path)?.() ?? Promise.resolve(this.texts.get(path) ?? "");
  }

  resolve(linkpath: string, sourcePath: string): string | null {
    return this.links.resolve(linkpath, sourcePath);
  }

  isFolder(path: string): boolean {
    return [...this.texts.keys()].some((one) => one.startsWith(`${path}/`));
  }

  set(path: string, text: string): NoteCache {
    if (!this.texts.has(path)) this.links.add(path);
    this.texts.set(path, text);
    const cache = parseMetadata(text);
    this.caches.set(path, cache);
    return cache;
  }

  remove(path: string): void {
    this.texts.delete(path);
    this.caches.delete(path);
    this.links.remove(path);
  }
}

/** An index over a vault that it follows, and the changes it told of. */
export class FollowedVault {
  readonly pace = new ManualPace();
  readonly changes: IndexChange[] = [];
  readonly index: RoadmapIndex;

  private constructor(
    readonly source: FakeVaultSource,
    log: Log,
  ) {
    this.index = new RoadmapIndex(source, this.pace, DEFAULT_RULES, log);
  }

  static async open(texts: Readonly<Record<string, string>>, log: Log = fail): Promise<FollowedVault> {
    const vault = new FollowedVault(new FakeVaultSource(texts), log);
    await vault.index.build();
    vault.pace.finish();
    vault.index.onChange((change) => void vault.changes.push(change));
    return vault;
  }

  /** Creates a note or changes its text. */
  write(path: string, text: string): void {
    const isNew = !this.source.texts.has(path);
    const cache = this.source.set(path, text);
    if (isNew) this.index.created(path);
    this.index.changed(path, text, cache);
  }

  remove(path: string): void {
    this.source.remove(path);
    this.index.removed(path);
  }

  /** Moves all notes of a folder, and then tells of each, as the app does. */
  async renameFolder(folder: string, to: string): Promise<void> {
    const moves = [...this.source.texts]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, text]) => ({ path, text, to: to + path.slice(folder.length) }))
      .filter((move) => !this.source.texts.has(move.to));
    for (const move of moves) {
      this.source.remove(move.path);
      this.source.set(move.to, move.text);
    }
    for (const move of moves) this.index.renamed(move.to, move.path);
    await this.pace.settle();
  }

  async rename(path: string, to: string): Promise<void> {
    const text = this.source.texts.get(path) ?? "";
    this.source.remove(path);
    this.source.set(to, text);
    this.index.renamed(to, path);
    await this.pace.settle();
  }
}
