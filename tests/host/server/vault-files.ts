// The vault's files on disk, by vault path: listed, read, written at once or not at all, moved, removed.
import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ForbiddenPathError, isMissing, resolveInVault } from "./vault-path";

/** A file or folder. Times in milliseconds, size in bytes. */
export interface FileEntry {
  readonly path: string;
  readonly kind: "file" | "folder";
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

function entryOf(path: string, stats: Stats): FileEntry {
  const { birthtimeMs, mtimeMs, size } = stats;
  return {
    path,
    kind: stats.isDirectory() ? "folder" : "file",
    ctime: Math.round(birthtimeMs),
    mtime: Math.round(mtimeMs),
    size,
  };
}

export class VaultFiles {
  /** `spareDir` is on the same disk, outside the vault: files are completed there. */
  constructor(
    private readonly root: string,
    private readonly spareDir: string,
  ) {}

  /** Everything below a folder; symbolic links are left out, and so is what vanishes meanwhile. */
  async list(folder = ""): Promise<readonly FileEntry[]> {
    const children = await this.children(folder);
    const lists = await Promise.all(
      children.map(async (entry) => (entry.kind === "folder" ? [entry, ...(await this.list(entry.path))] : [entry])),
    );
    return lists.flat();
  }

  /** The entries of a folder itself; none if there is no such folder. */
  async children(folder: string): Promise<readonly FileEntry[]> {
    const names = await readdir(await this.resolve(folder)).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    const found = await Promise.all(names.map((name) => this.find(folder === "" ? name : `${folder}/${name}`)));
    return found.filter((entry) => entry !== null);
  }

  /** Rejects with ENOENT if there is nothing. */
  async stat(path: string): Promise<FileEntry> {
    return entryOf(path, await stat(await this.resolve(path)));
  }

  /** Null if there is nothing, or only a symbolic link. */
  async find(path: string): Promise<FileEntry | null> {
    const stats = await lstat(await this.resolve(path)).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    return stats && (stats.isFile() || stats.isDirectory()) ? entryOf(path, stats) : null;
  }

  async read(path: string): Promise<Buffer> {
    return readFile(await this.resolve(path));
  }

  /** Every note with its bytes, for reading a whole vault at once. */
  async notes(): Promise<readonly (readonly [path: string, data: Buffer])[]> {
    const paths = (await this.list())
      .filter(({ kind, path }) => kind === "file" && path.endsWith(".md"))
      .map(({ path }) => path);
    return Promise.all(paths.map(async (path) => [path, await this.read(path)] as const));
  }

  /** Readers see the old file or the new one, never a part. The folder must be there. */
  async write(path: string, data: Uint8Array): Promise<FileEntry> {
    const target = await this.resolveBelowRoot(path);
    await mkdir(this.spareDir, { recursive: true });
    const spare = join(this.spareDir, randomUUID());
    await writeFile(spare, data);
    await rename(spare, target).catch(async (error: unknown) => {
      await rm(spare);
      throw error;
    });
    return this.stat(path);
  }

  async createFolder(path: string): Promise<FileEntry> {
    await mkdir(await this.resolve(path), { recursive: true });
    return this.stat(path);
  }

  async remove(path: string): Promise<void> {
    await rm(await this.resolveBelowRoot(path), { recursive: true });
  }

  async rename(path: string, newPath: string): Promise<FileEntry> {
    await rename(await this.resolveBelowRoot(path), await this.resolveBelowRoot(newPath));
    return this.stat(newPath);
  }

  private resolve(path: string): Promise<string> {
    return resolveInVault(this.root, path);
  }

  private async resolveBelowRoot(path: string): Promise<string> {
    const resolved = await this.resolve(path);
    if (resolved === this.root) throw new ForbiddenPathError(path);
    return resolved;
  }
}
