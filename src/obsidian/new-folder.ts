// Folders and notes that are made new.
import { normalizePath, type App, type Vault } from "obsidian";
import type { OffSwitch } from "./off-switch";

/**
 * Makes a folder if it is not there; somebody else may make the same one at the same time.
 * Rejects if it cannot be made.
 */
export async function ensureFolder(vault: Vault, folder: string): Promise<void> {
  if (folder === "" || folder === "/" || vault.getFolderByPath(folder)) return;
  await vault.createFolder(folder).catch((error: unknown) => {
    if (!vault.getFolderByPath(folder)) throw error;
  });
}

/** A folder as the vault spells it: to most disks another case is the same, of which Obsidian's index knows nothing. */
export function spelledFolder(vault: Vault, folder: string): string {
  if (vault.getFolderByPath(folder)) return folder;
  const wanted = folder.toLowerCase();
  return vault.getAllFolders().find(({ path }) => path.toLowerCase() === wanted)?.path ?? folder;
}

/** Makes notes. Rejects once the plugin is off, and with nothing written if something there has that name. */
export class NewNotes {
  constructor(
    private readonly app: App,
    private readonly offSwitch: OffSwitch,
  ) {}

  async create(path: string, text: string): Promise<void> {
    this.offSwitch.check();
    await this.app.vault.create(normalizePath(path), text);
  }

  /** Makes a folder with notes by name, so that nothing of the reader's can be in the way; returns its path. */
  async createFolder(name: string, notes: Readonly<Record<string, string>>): Promise<string> {
    const { vault } = this.app;
    this.offSwitch.check();
    const { path } = await vault.createFolder(normalizePath(name));
    for (const [note, text] of Object.entries(notes)) await vault.create(`${path}/${note}.md`, text);
    return path;
  }
}
