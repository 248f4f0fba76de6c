// The vault as the index sees it.
import type { App } from "obsidian";
import type { NoteCache } from "../core/base/cache";
import type { FileSource } from "../index/ports";
import { noteCacheAt } from "./note-cache";

export class VaultNotes implements FileSource {
  constructor(private readonly app: App) {}

  notes(): readonly string[] {
    return this.app.vault.getMarkdownFiles().map((file) => file.path);
  }

  files(): readonly string[] {
    return this.app.vault.getFiles().map((file) => file.path);
  }

  cacheOf(path: string): NoteCache | null {
    return noteCacheAt(this.app, path);
  }

  async read(path: string): Promise<string> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new Error(`There is no note at ${path}.`);
    return this.app.vault.cachedRead(file);
  }

  resolve(linkpath: string, sourcePath: string): string | null {
    return this.app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath)?.path ?? null;
  }

  isFolder(path: string): boolean {
    return this.app.vault.getFolderByPath(path) !== null;
  }
}
