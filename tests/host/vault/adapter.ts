// Files by path without the vault's view of them: also those in the config folder.
import type { ListedFiles, Stat } from "obsidian";
import type { VaultBackend } from "./backend";
import { parentOf } from "./paths";
import { decodeText, encodeText } from "./text";

export class DataAdapter {
  constructor(private readonly backend: VaultBackend) {}

  getName(): string {
    return "vault";
  }

  async exists(path: string): Promise<boolean> {
    return (await this.stat(path)) !== null;
  }

  async stat(path: string): Promise<Stat | null> {
    const [entry] = await this.backend.stat([path === "/" ? "" : path]);
    return entry ? { type: entry.kind, ctime: entry.ctime, mtime: entry.mtime, size: entry.size } : null;
  }

  async list(path: string): Promise<ListedFiles> {
    const folder = path === "/" ? "" : path;
    const inside = (await this.backend.list()).filter((one) => parentOf(one.path) === folder);
    const ofKind = (kind: string): string[] => inside.filter((one) => one.kind === kind).map((one) => one.path);
    return { files: ofKind("file"), folders: ofKind("folder") };
  }

  async read(path: string): Promise<string> {
    return decodeText(await this.backend.read(path));
  }

  /** Writes a whole file. Its folder must be there. */
  async write(path: string, data: string): Promise<void> {
    await this.backend.write(path, encodeText(data));
  }

  async mkdir(path: string): Promise<void> {
    await this.backend.makeFolder(path);
  }

  async remove(path: string): Promise<void> {
    await this.backend.remove(path);
  }

  async rename(path: string, newPath: string): Promise<void> {
    await this.backend.rename(path, newPath);
  }
}
