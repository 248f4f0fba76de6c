// Journals as notes of the vault: found by their frontmatter wherever they lie, changed only atomically.
import { normalizePath, type App, type EventRef } from "obsidian";
import type { Progress } from "../progress/progress";
import type { JournalFiles, JournalText } from "../progress/ports";

const KEY = "moc-path-journal";
/** A journal as its text begins, for notes that Obsidian could not index. */
const JOURNAL = /^\uFEFF?---\r?\n(?:(?!---)[^\n]*\n)*?moc-path-journal:/;

export class JournalNotes implements JournalFiles {
  /** `ready` resolves once frontmatter is known as far as it will be. */
  constructor(
    private readonly app: App,
    private readonly ready: () => Promise<void>,
  ) {}

  async readAll(): Promise<readonly JournalText[]> {
    await this.ready();
    const files = this.app.vault.getMarkdownFiles().filter((file) => this.isJournal(file.path) ?? true);
    const texts = await Promise.all(
      files.map(async (file) => ({ path: file.path, text: await this.app.vault.read(file) })),
    );
    return texts.filter(({ path, text }) => this.isJournal(path) ?? JOURNAL.test(text));
  }

  /** Whether a note is a journal; null while its frontmatter is not known. */
  private isJournal(path: string): boolean | null {
    const cache = this.app.metadataCache.getCache(path);
    return cache && cache.frontmatter?.[KEY] !== undefined;
  }

  async process(path: string, edit: (text: string) => string): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new Error(`The progress file ${path} is not there.`);
    await this.app.vault.process(file, edit);
  }

  async create(path: string, text: string): Promise<void> {
    const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
    if (folder !== "" && !this.app.vault.getFolderByPath(folder))
      await this.app.vault.createFolder(normalizePath(folder));
    await this.app.vault.create(normalizePath(path), text);
  }

  /** Takes in journals that sync brings while the app runs. */
  follow(progress: Progress, register: (ref: EventRef) => void): void {
    register(
      this.app.metadataCache.on(
        "changed",
        ({ path }, text) => this.isJournal(path) === true && progress.absorb({ path, text }),
      ),
    );
  }
}
