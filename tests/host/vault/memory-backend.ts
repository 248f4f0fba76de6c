// A vault in memory, for tests.
import type { BackendEntry, VaultBackend } from "./backend";
import { parentOf } from "./paths";

interface StoredFile {
  readonly data: Uint8Array;
  readonly ctime: number;
  readonly mtime: number;
}

export class MemoryBackend implements VaultBackend {
  private readonly stored = new Map<string, StoredFile>();
  private readonly folders = new Set<string>();
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
    return Object.fromEntries([...this.stored].map(([path, { data }]) => [path, new TextDecoder("utf-8", { ignoreBOM: true }).decode(data)]));
  }

  list(): Promise<readonly BackendEntry[]> {
    const folders = [...this.folders].map((path) => this.folderEntry(path));
    return Promise.resolve([...folders, ...[...this.stored.keys()].map((path) => this.fileEntry(path))]);
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
    }
    return Promise.resolve();
  }

  makeFolder(path: string): Promise<BackendEntry> {
    this.addFolders(path);
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
  }

  private addFolders(path: string): void {
    for (let folder = path; folder !== ""; folder = parentOf(folder)) this.folders.add(folder);
  }

  private fileEntry(path: string): BackendEntry {
    const { ctime = 0, mtime = 0, data } = this.stored.get(path) ?? {};
    return { path, kind: "file", ctime, mtime, size: data?.length ?? 0 };
  }

  private folderEntry(path: string): BackendEntry {
    return { path, kind: "folder", ctime: 0, mtime: 0, size: 0 };
  }
}
