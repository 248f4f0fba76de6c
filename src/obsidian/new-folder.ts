// Writing notes into a folder that is made for them, so that nothing of the reader's can be in the way.
import { normalizePath, type App } from "obsidian";

/**
 * Makes a folder with notes by name; returns its path. Rejects, with nothing written, if something there has that name.
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
