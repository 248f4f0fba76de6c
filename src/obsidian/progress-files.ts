// Files that progress is exported to and imported from. None is ever overwritten.
import { ensureFolder } from "./new-folder";
import { normalizePath, type App } from "obsidian";
import type { OffSwitch } from "./off-switch";

export class ProgressFiles {
  constructor(
    private readonly app: App,
    private readonly offSwitch: OffSwitch,
    /** The folder for new files. */
    private readonly folder: () => string,
  ) {}

  /** Paths of files that may say something about progress: notes come last, since most are none; newest first. */
  candidates(): readonly string[] {
    const files = this.app.vault.getFiles().filter(({ extension }) => ["json", "csv", "md"].includes(extension));
    const isNote = (extension: string): number => Number(extension === "md");
    return files
      .sort((a, b) => isNote(a.extension) - isNote(b.extension) || b.stat.mtime - a.stat.mtime)
      .map(({ path }) => path);
  }

  /** Paths of all files of the vault. */
  paths(): readonly string[] {
    return this.app.vault.getFiles().map(({ path }) => path);
  }

  /** Rejects if there is no such file. */
  async read(path: string): Promise<string> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new Error(path);
    return this.app.vault.read(file);
  }

  /**
   * Writes a new file, with a number after its name if that is taken; resolves to
   * its path. Rejects once the plugin is off.
   */
  async create(name: string, extension: string, text: string): Promise<string> {
    this.offSwitch.check();
    const { vault } = this.app;
    const folder = normalizePath(this.folder());
    await ensureFolder(vault, folder);
    for (let number = 1; ; number++) {
      const path = normalizePath(`${folder}/${name}${number === 1 ? "" : ` ${number}`}.${extension}`);
      if (await vault.adapter.exists(path)) continue;
      await vault.create(path, text);
      return path;
    }
  }
}
