// The app's work with files beyond the vault: links to them, and removing them as the reader prefers.
import type { App } from "../app";
import type { TAbstractFile, TFile, TFolder } from "./files";
import { parentOf } from "./paths";

export class FileManager {
  constructor(private readonly app: Pick<App, "vault" | "metadataCache">) {}

  /** Moves a file. Links to it in other notes stay as they are, as in the app with that setting off. */
  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    await this.app.vault.rename(file, newPath);
  }

  async trashFile(file: TAbstractFile): Promise<void> {
    await this.app.vault.trash(file, false);
  }

  /** A wikilink to a file, as short as is unique. */
  generateMarkdownLink(file: TFile, sourcePath: string, subpath = "", alias = ""): string {
    const linktext = this.app.metadataCache.fileToLinktext(file, sourcePath, true) + subpath;
    return `${file.extension === "md" ? "" : "!"}[[${linktext}${alias === "" ? "" : `|${alias}`}]]`;
  }

  /** The folder that a new note goes to: the vault's root, or that of the note it is made from. */
  getNewFileParent(sourcePath: string): TFolder {
    return this.app.vault.getFolderByPath(parentOf(sourcePath)) ?? this.app.vault.getRoot();
  }
}
