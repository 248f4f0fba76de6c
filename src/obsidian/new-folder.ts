// Folders and notes that are made new.
import { normalizePath, type App, type Vault } from "obsidian";

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

/** Writes a new note. Rejects, with nothing written, if something there has that name. */
export async function createNote({ vault }: App, path: string, text: string): Promise<void> {
  await vault.create(normalizePath(path), text);
}

/**
 * Makes a folder with notes by name, so that nothing of the reader's can be in the way; returns its path.
 * Rejects, with nothing written, if something there has that name.
 */
export async function createFolder(
  { vault }: App,
  name: string,
  notes: Readonly<Record<string, string>>,
): Promise<string> {
  const { path } = await vault.createFolder(normalizePath(name));
  for (const [note, text] of Object.entries(notes)) await vault.create(`${path}/${note}.md`, text);
  return path;
}
