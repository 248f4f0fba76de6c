// Everything known about the notes: their caches, where their links lead, and the events that tell when that changed.
import type { CachedMetadata } from "obsidian";
import { Events, reportUncaught } from "../events/events";
import { TFile, type TAbstractFile, type Vault } from "../vault";
import { deepFreeze } from "./deep-freeze";
import { LinkIndex } from "./link-index";
import { keyOf } from "./stored";

type LinkCounts = Record<string, Record<string, number>>;
type Parse = (text: string) => CachedMetadata;

/** Of a file that is no note, as the app has it. */
const NOTHING_KNOWN: CachedMetadata = deepFreeze({});

/** Files indexed before the app gets a chance to do something else. */
const SLICE = 20;
/** Caches that are kept to be shared by notes that say the same. */
const MOST_KEPT = 20_000;

export class MetadataCache extends Events {
  readonly resolvedLinks: LinkCounts = {};
  readonly unresolvedLinks: LinkCounts = {};
  private readonly caches = new Map<string, CachedMetadata>();
  /** By the key of a text: as in the app, which goes by a text's hash, notes that say the same share one cache. */
  private readonly byText = new Map<string, CachedMetadata>();
  private readonly links = new LinkIndex();
  private isStarted = false;
  private queue: Promise<void> = Promise.resolve();
  private pending = 0;
  /** Nothing is parsed before this. */
  private parsing: Promise<void> | null = null;

  constructor(
    private readonly vault: Vault,
    private readonly parse: Parse,
  ) {
    super();
    vault.on("create", (file: TAbstractFile) => this.onCreate(file));
    vault.on("modify", (file: TAbstractFile) => this.enqueue(() => this.index(file, true)));
    vault.on("delete", (file: TAbstractFile) => this.onDelete(file));
    vault.on("rename", (file: TAbstractFile, oldPath: string) => this.onRename(file, oldPath));
  }

  /**
   * Indexes every note there is; then links are resolved. `quiet`: as notes known from an earlier run, without
   * `changed`. Otherwise `resolved` comes before the first note, between others, and once before any link is resolved:
   * the app fires it whenever it has nothing to do for a moment (seen in 1.12.7 by two plugins that count on it).
   */
  async start({ quiet = false } = {}): Promise<void> {
    this.isStarted = true;
    if (!quiet) this.trigger("resolved");
    const files = this.vault.getMarkdownFiles();
    for (const [count, file] of files.entries()) {
      if (count % SLICE === SLICE - 1) await this.pause(!quiet);
      await this.index(file, !quiet, false);
    }
    if (!quiet) this.trigger("resolved");
    for (const file of files) this.resolveFile(file);
    this.trigger("resolved");
  }

  private async pause(tells: boolean): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (tells) this.trigger("resolved");
  }

  /** Resolves when all is indexed that has happened up to now. */
  whenClean(): Promise<void> {
    return this.queue;
  }

  /**
   * Until the function returned is called, notes are read and not parsed: the app's worker may take seconds, and then
   * tells of the text that was read before.
   */
  hold(): () => void {
    let release = (): void => undefined;
    this.parsing = new Promise<void>((resolve) => (release = resolve));
    return () => {
      this.parsing = null;
      release();
    };
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.getCache(file.path);
  }

  getCache(path: string): CachedMetadata | null {
    const known = this.caches.get(path);
    if (known) return known;
    const file = this.vault.getFileByPath(path);
    return file && file.extension !== "md" ? NOTHING_KNOWN : null;
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    const path = this.links.resolve(linkpath, sourcePath);
    return path === null ? null : this.vault.getFileByPath(path);
  }

  fileToLinktext(file: TFile, _sourcePath: string, omitMdExtension = true): string {
    const path = this.links.isUnique(file.path) ? file.name : file.path;
    return omitMdExtension && file.extension === "md" ? path.slice(0, -3) : path;
  }

  private onCreate(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    this.links.add(file.path);
    if (!this.isStarted) return;
    this.enqueue(async () => {
      await this.index(file, true);
      this.resolveOthers(file.path);
    });
  }

  private onDelete(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    const before = this.caches.get(file.path) ?? null;
    this.forget(file.path);
    this.trigger("deleted", file, before);
    this.enqueue(() => this.resolveOthers(file.path));
  }

  /** A moved note is not read again: its cache moves along, and no `changed` tells of it. */
  private onRename(file: TAbstractFile, oldPath: string): void {
    if (!(file instanceof TFile)) return;
    const cache = this.caches.get(oldPath);
    this.forget(oldPath);
    if (cache) this.caches.set(file.path, cache);
    this.links.add(file.path);
    this.enqueue(() => {
      this.resolveFile(file);
      this.resolveOthers(oldPath);
      this.resolveOthers(file.path);
    });
  }

  private forget(path: string): void {
    this.caches.delete(path);
    this.links.remove(path);
    delete this.resolvedLinks[path];
    delete this.unresolvedLinks[path];
  }

  /** One change after the other; when none is left, `resolved` tells. */
  private enqueue(task: () => Promise<void> | void): void {
    if (!this.isStarted) return;
    this.pending++;
    this.queue = this.queue
      .then(task)
      .catch(reportUncaught)
      .then(() => {
        if (--this.pending === 0) this.trigger("resolved");
      });
  }

  /** Reads a note and parses it; anew if it was moved meanwhile, and not at all if it is gone. */
  private async index(file: TAbstractFile, tells: boolean, resolves = true): Promise<void> {
    if (!(file instanceof TFile) || file.extension !== "md") return;
    const { path } = file;
    const text = await this.vault.cachedRead(file).catch(() => null);
    if (this.parsing) await this.parsing;
    if (this.vault.getFileByPath(file.path) !== file) return;
    if (file.path !== path) return this.index(file, tells, resolves);
    if (text === null) return;
    const cache = this.cacheOf(text);
    this.caches.set(file.path, cache);
    if (tells) this.trigger("changed", file, text, cache);
    if (resolves) this.resolveFile(file);
  }

  private cacheOf(text: string): CachedMetadata {
    const key = keyOf(text);
    const cache = this.byText.get(key) ?? deepFreeze(this.parse(text));
    if (this.byText.size > MOST_KEPT) this.byText.clear();
    this.byText.set(key, cache);
    return cache;
  }

  private resolveFile(file: TFile): void {
    const cache = this.caches.get(file.path);
    if (!cache) return;
    const [resolved, unresolved]: [Record<string, number>, Record<string, number>] = [{}, {}];
    for (const linkpath of linkpathsOf(cache)) {
      const path = this.links.resolve(linkpath, file.path);
      const [counts, key] = path === null ? [unresolved, linkpath] : [resolved, path];
      counts[key] = (counts[key] ?? 0) + 1;
    }
    this.resolvedLinks[file.path] = resolved;
    this.unresolvedLinks[file.path] = unresolved;
    this.trigger("resolve", file);
  }

  /** Follows again the links of notes that ask for a file of this name. */
  private resolveOthers(path: string): void {
    const name = bareName(path);
    for (const [sourcePath, cache] of this.caches) {
      const file = this.vault.getFileByPath(sourcePath);
      if (file && sourcePath !== path && linkpathsOf(cache).some((linkpath) => bareName(linkpath) === name))
        this.resolveFile(file);
    }
  }
}

function bareName(path: string): string {
  return path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\.md$/i, "")
    .toLowerCase();
}

function linkpathsOf({ links, embeds, frontmatterLinks }: CachedMetadata): readonly string[] {
  return [...(links ?? []), ...(embeds ?? []), ...(frontmatterLinks ?? [])].map(({ link }) => link.split("#")[0] ?? "");
}
