// A vault in memory, for tests.
import type { BackendEntry, ChangeListener, VaultBackend } from "./backend";
import { parentOf } from "./paths";

interface StoredFile {
  readonly data: Uint8Array;
  readonly ctime: number;
  readonly mtime: number;
}

export class MemoryBackend implements VaultBackend {
  private readonly stored = new Map<string, StoredFile>();
  private readonly folders = new Set<string>();
  private readonly listeners = new Set<ChangeListener>();
  /** Paths changed since listeners stopped being told; null while they are told at once. */
  private held: string[] | null = null;
  private clock = Date.UTC(2026, 0, 1);

  /** Begins with these texts by path; their folders come with them. */
  constructor(texts: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(texts)) {
      this.addFolders(parentOf(path));
      this.put(path, new TextEncoder().encode(text));
    }
  }

  /** The texts of all files by path, as they are now. */
  texts(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.stored].map(([path, { data }]) => [path, new TextDecoder("utf-8", { ignoreBOM: true }).decode(data)]),
    );
  }

  protected paths(): readonly string[] {
    return [...this.folders, ...this.stored.keys()];
  }

  list(): Promise<readonly BackendEntry[]> {
    const folders = [...this.folders].map((path) => this.folderEntry(path));
    return Promise.resolve([...folders, ...[...this.stored.keys()].map((path) => this.fileEntry(path))]);
  }

  stat(paths: readonly string[]): Promise<readonly (BackendEntry | null)[]> {
    return Promise.resolve(paths.map((path) => this.entryAt(path)));
  }

  watch(listener: ChangeListener): Promise<() => void> {
    this.listeners.add(listener);
    return Promise.resolve(() => void this.listeners.delete(listener));
  }

  /**
   * Makes changes of which nobody is told; resolves to what tells of all of them at once, and waits until they have
   * been taken in.
   */
  async unnoticed(change: () => Promise<void>): Promise<() => Promise<void>> {
    const held: string[] = [];
    this.held = held;
    await change().finally(() => (this.held = null));
    return async () => void (await Promise.all([...this.listeners].map((listener) => listener(held))));
  }

  read(path: string): Promise<Uint8Array> {
    const file = this.stored.get(path);
    return file ? Promise.resolve(file.data) : Promise.reject(new Error(`There is no file "${path}".`));
  }

  write(path: string, data: Uint8Array): Promise<BackendEntry> {
    const missing = this.missingFolder(path);
    if (missing) return Promise.reject(missing);
    this.put(path, data);
    return Promise.resolve(this.fileEntry(path));
  }

  remove(path: string): Promise<void> {
    const all = this.below(path);
    if (all.length === 0) return Promise.reject(new Error(`There is no "${path}".`));
    for (const known of all) {
      this.stored.delete(known);
      this.folders.delete(known);
    }
    this.tell(all);
    return Promise.resolve();
  }

  rename(from: string, to: string): Promise<void> {
    const all = this.below(from);
    const missing = all.length === 0 ? new Error(`There is no "${from}".`) : this.missingFolder(to);
    if (missing) return Promise.reject(missing);
    for (const path of all) {
      const moved = to + path.slice(from.length);
      const file = this.stored.get(path);
      if (file) this.stored.set(moved, file);
      if (this.folders.delete(path)) this.folders.add(moved);
      this.stored.delete(path);
      this.tell([path, moved]);
    }
    return Promise.resolve();
  }

  makeFolder(path: string): Promise<BackendEntry> {
    this.addFolders(path);
    this.tell([path]);
    return Promise.resolve(this.folderEntry(path));
  }

  /** The error of putting something into a folder that is not there; null if it is. */
  private missingFolder(path: string): Error | null {
    const folder = parentOf(path);
    return folder === "" || this.folders.has(folder) ? null : new Error(`There is no folder "${folder}".`);
  }

  private below(path: string): readonly string[] {
    return [...this.stored.keys(), ...this.folders].filter((known) => known === path || known.startsWith(`${path}/`));
  }

  private put(path: string, data: Uint8Array): void {
    const mtime = this.clock++;
    this.stored.set(path, { data, ctime: this.stored.get(path)?.ctime ?? mtime, mtime });
    this.tell([path]);
  }

  private addFolders(path: string): void {
    for (let folder = path; folder !== ""; folder = parentOf(folder)) this.folders.add(folder);
  }

  /** The app's own writes are told of too, as by a real watcher; who writes does not wait for it. */
  private tell(paths: readonly string[]): void {
    if (this.held) this.held.push(...paths);
    else for (const listener of this.listeners) void listener(paths);
  }

  private entryAt(path: string): BackendEntry | null {
    if (this.stored.has(path)) return this.fileEntry(path);
    return path === "" || this.folders.has(path) ? this.folderEntry(path) : null;
  }

  private fileEntry(path: string): BackendEntry {
    const { ctime = 0, mtime = 0, data } = this.stored.get(path) ?? {};
    return { path, kind: "file", ctime, mtime, size: data?.length ?? 0 };
  }

  private folderEntry(path: string): BackendEntry {
    return { path, kind: "folder", ctime: 0, mtime: 0, size: 0 };
  }
}
