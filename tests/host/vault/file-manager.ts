// The app's work with files beyond the vault: links to them, and removing them as the reader prefers.
import type { Reference, ReferenceCache } from "obsidian";
import type { App } from "../app";
import { TFile, type TAbstractFile, type TFolder } from "./files";
import { parentOf } from "./paths";

/** A link in a note that led to a file before that was moved. */
interface LinkToMoved {
  readonly source: TFile;
  readonly target: TFile;
  readonly link: ReferenceCache;
}

export class FileManager {
  /** The setting "Automatically update internal links"; where it is off the app asks, and the answer here is no. */
  updatesLinks = false;

  constructor(private readonly app: Pick<App, "vault" | "metadataCache">) {}

  /**
   * Moves a file. Links to it are rewritten only when everybody has been told of that, each note by a plain `process`
   * (seen in app.js of 1.13.7: `runAsyncLinkUpdate`, `updateInternalLinks`).
   */
  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    const { vault, metadataCache } = this.app;
    await metadataCache.whenClean();
    const links = this.updatesLinks ? this.linksTo(file) : [];
    await vault.rename(file, newPath);
    for (const source of new Set(links.map((one) => one.source))) {
      const own = links.filter((one) => one.source === source).reverse();
      await vault.process(source, (text) => own.reduce((now, one) => this.relinked(now, one), text));
    }
  }

  private linksTo(file: TAbstractFile): readonly LinkToMoved[] {
    const { vault, metadataCache } = this.app;
    return vault.getMarkdownFiles().flatMap((source) => {
      const { links = [], embeds = [] } = metadataCache.getFileCache(source) ?? {};
      const all = [...links, ...embeds].sort((a, b) => a.position.start.offset - b.position.start.offset);
      return all.flatMap((link) => {
        const target = metadataCache.getFirstLinkpathDest(linkpathOf(link), source.path);
        return target && (target === file || target.path.startsWith(`${file.path}/`)) ? [{ source, target, link }] : [];
      });
    });
  }

  private relinked(text: string, { source, target, link }: LinkToMoved): string {
    const { start, end } = link.position;
    const linktext =
      this.app.metadataCache.fileToLinktext(target, source.path) + link.link.slice(linkpathOf(link).length);
    const alias = /\\?\|.*(?=\]\]$)/su.exec(link.original)?.[0] ?? "";
    const written = link.original.endsWith("]]")
      ? `${/^!?\[\[/u.exec(link.original)?.[0] ?? ""}${linktext}${alias}]]`
      : link.original.replace(/\]\(.*\)$/su, () => `](${encodeURI(target.path)})`);
    return text.slice(0, start.offset) + written + text.slice(end.offset);
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

function linkpathOf({ link }: Reference): string {
  return link.split("#")[0] ?? "";
}
