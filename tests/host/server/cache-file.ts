// Parsed metadata of notes by the hash of their text, kept between runs so that a large vault is parsed only once.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { isMissing } from "./vault-path";

const SAVE_MS = 500;

/** JSON texts by key. A file that cannot be read counts as empty. */
export class CacheFile {
  private entries: Promise<Map<string, string>>;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly path: string) {
    this.entries = this.load();
  }

  async all(): Promise<Record<string, string>> {
    return Object.fromEntries(await this.entries);
  }

  /** Takes over new entries; the file is written a moment later. */
  async add(added: Readonly<Record<string, string>>): Promise<void> {
    const entries = await this.entries;
    for (const [key, json] of Object.entries(added)) entries.set(key, json);
    this.timer ??= setTimeout(() => void this.flush(), SAVE_MS);
  }

  /** Writes now what waits to be written. */
  async flush(): Promise<void> {
    if (this.timer === null) return this.writing;
    clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const spare = `${this.path}.${process.pid}`;
    await writeFile(spare, JSON.stringify(await this.all()));
    await rename(spare, this.path);
  }

  private async load(): Promise<Map<string, string>> {
    try {
      return new Map(Object.entries(textsOf(JSON.parse(await readFile(this.path, "utf8")))));
    } catch (error) {
      if (isMissing(error) || error instanceof SyntaxError) return new Map();
      throw error;
    }
  }
}

/** The entries of a parsed value that are texts. */
export function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
