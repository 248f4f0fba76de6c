// Journals as notes of the vault: found by their frontmatter, their name or their text,
// wherever they lie; changed only atomically.
import { folderOf } from "../core/base/paths";
import { ensureFolder } from "./new-folder";
import { normalizePath, type App, type TFile } from "obsidian";
import type { Pace, VaultFollower } from "../index/ports";
import { hasJournalHeading, isJournalName, isJournalText } from "../progress/journal";
import type { Progress } from "../progress/progress";
import type { JournalFiles } from "../progress/ports";
import { whenIndexed } from "./readiness";

const KEY = "moc-path-journal";

export class JournalNotes implements JournalFiles {
  /** One text after another is handed over, each when the app has had a chance to do other work. */
  private turn: Promise<void> = Promise.resolve();
  private isOff = false;

  constructor(
    private readonly app: App,
    private readonly pace: Pick<Pace, "breathe">,
  ) {}

  paths(): readonly string[] {
    const files = this.app.vault.getMarkdownFiles();
    return files.flatMap(({ path }) => (this.isDeclared(path) || isJournalName(path) ? [path] : []));
  }

  has(path: string): boolean {
    return this.app.vault.getAbstractFileByPath(normalizePath(path)) !== null;
  }

  async read(path: string): Promise<string> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new Error(`The progress file ${path} is not there.`);
    const text = await this.app.vault.read(file);
    this.turn = this.turn.then(() => this.pace.breathe());
    await this.turn;
    return text;
  }

  async process(path: string, edit: (text: string) => string): Promise<void> {
    const file = this.app.vault.getFileByPath(normalizePath(path));
    if (!file) throw new Error(`The progress file ${path} is not there.`);
    await this.app.vault.process(file, edit);
  }

  async create(path: string, text: string): Promise<void> {
    const place = normalizePath(path);
    await ensureFolder(this.app.vault, folderOf(place));
    await this.app.vault.create(place, text);
  }

  /** Takes in journals that sync brings while the app runs, and what becomes of those that are known. */
  following(progress: Progress): Partial<VaultFollower> {
    return {
      changed: (path, text) => {
        if (this.isDeclared(path) || progress.journals.known.has(path) || isJournalText(path, text))
          progress.journals.absorb({ path, text });
      },
    };
  }

  /**
   * Looks for journals that do not say so, one after the other, once no more notes are being indexed: among those that
   * Obsidian never indexes, and those that have only our heading left. `register` is given a function that ends that.
   */
  async searchUndeclared(progress: Progress, register: (end: () => void) => void): Promise<void> {
    register(() => (this.isOff = true));
    await whenIndexed(this.app, register);
    for (const file of this.app.vault.getMarkdownFiles()) {
      await this.pace.breathe();
      if (this.isOff) return;
      const { path } = file;
      if (progress.journals.known.has(path) || !this.mayBeJournal(file)) continue;
      // One that cannot be read either is no journal that anybody knows of.
      const text = await this.read(path).catch(() => "");
      if (!this.isOff && isJournalText(path, text)) progress.journals.absorb({ path, text });
    }
  }

  private mayBeJournal(file: TFile): boolean {
    const cache = this.app.metadataCache.getFileCache(file);
    return cache === null || hasJournalHeading(cache.headings ?? []);
  }

  private isDeclared(path: string): boolean {
    return this.app.metadataCache.getCache(path)?.frontmatter?.[KEY] !== undefined;
  }
}
