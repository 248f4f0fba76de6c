// The vault as the index sees it, and its events brought to the index and to all else that follows it.
import { TFile, type App, type EventRef, type TAbstractFile } from "obsidian";
import type { NoteCache } from "../core/base/cache";
import type { FileSource, VaultFollower } from "../index/ports";
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

/** Tells of all that happens to notes and files from now on. `register` releases each subscription with its owner. */
export function followVault(app: App, follower: VaultFollower, register: (ref: EventRef) => void): void {
  const { vault, metadataCache } = app;
  register(metadataCache.on("changed", (file, text, cache) => follower.changed(file.path, text, cache)));
  register(vault.on("create", (file) => isFile(file) && follower.created(file.path)));
  register(vault.on("delete", (file) => isFile(file) && follower.removed(file.path)));
  // A renamed folder is told of for each of its files as well.
  register(vault.on("rename", (file, oldPath) => isFile(file) && follower.renamed(file.path, oldPath)));
}

function isFile(file: TAbstractFile): file is TFile {
  return file instanceof TFile;
}
