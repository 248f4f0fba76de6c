// The vault's files on disk, by vault path: listed, read, written at once or not at all, moved, removed.
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ForbiddenPathError, resolveInVault } from "./vault-path";

/** A file or folder. Times in milliseconds, size in bytes. */
export interface FileEntry {
  readonly path: string;
  readonly kind: "file" | "folder";
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

export class VaultFiles {
  /** `spareDir` is on the same disk, outside the vault: files are completed there. */
  constructor(
    private readonly root: string,
    private readonly spareDir: string,
  ) {}

  /** Everything below the root; symbolic links are left out. */
  async list(folder = ""): Promise<readonly FileEntry[]> {
    const children = await readdir(await this.resolve(folder), { withFileTypes: true });
    const lists = await Promise.all(
      children
        .filter((child) => child.isFile() || child.isDirectory())
        .map(async (child) => {
          const path = folder === "" ? child.name : `${folder}/${child.name}`;
          const entry = await this.stat(path);
          return child.isDirectory() ? [entry, ...(await this.list(path))] : [entry];
        }),
    );
    return lists.flat();
  }

  /** Rejects with ENOENT if there is nothing. */
  async stat(path: string): Promise<FileEntry> {
    const stats = await stat(await this.resolve(path));
    const { birthtimeMs, mtimeMs, size } = stats;
    return { path, kind: stats.isDirectory() ? "folder" : "file", ctime: Math.round(birthtimeMs), mtime: Math.round(mtimeMs), size };
  }

  async read(path: string): Promise<Buffer> {
    return readFile(await this.resolve(path));
  }

  /** Every note with its bytes, for reading a whole vault at once. */
  async notes(): Promise<readonly (readonly [path: string, data: Buffer])[]> {
    const paths = (await this.list()).filter(({ kind, path }) => kind === "file" && path.endsWith(".md")).map(({ path }) => path);
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
