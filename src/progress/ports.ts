// What progress needs from the outside: journal notes, this device's own storage, a clock, a timer and chance.
// The adapters for Obsidian live in obsidian/; tests bring their own.

/** The journal notes of the vault. Paths are vault paths. */
export interface JournalFiles {
  /** Every note whose frontmatter has `moc-path-journal`, wherever it lies, with its text. */
  readAll(): Promise<readonly JournalText[]>;
  /**
   * Changes the text of a journal in one atomic step. `edit` gets the text as it is on disk at that moment.
   * Rejects if the note is gone or cannot be written; nothing is changed then.
   */
  process(path: string, edit: (text: string) => string): Promise<void>;
  /** Creates a note, its folder first if need be. Rejects if the path is taken or cannot be written. */
  create(path: string, text: string): Promise<void>;
}

export interface JournalText {
  readonly path: string;
  readonly text: string;
}

/** Storage that stays on this device and is not synced; values survive a restart. */
export interface DeviceStorage {
  /** The value last saved under the key, or null. */
  load(key: string): unknown;
  save(key: string, value: unknown): void;
}

/** What identifies a note apart from its path, recorded with each event so that a moved note can be found again. */
export interface Fingerprint {
  readonly basename: string;
  /** Frontmatter title or first heading; null where there is neither. */
  readonly title: string | null;
  /** Frontmatter values that name the note for good (`id`, `uid`, `created`, `date` …), as written. */
  readonly ids: Readonly<Record<string, string>>;
  /** The text of its first headings, at most 12. */
  readonly headings: readonly string[];
  /** Number of its last non-blank line; null while its cache is not known. */
  readonly lines: number | null;
}

export interface ProgressPorts {
  readonly journals: JournalFiles;
  readonly device: DeviceStorage;
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once after `delay` milliseconds; returns what cancels it. */
  later(task: () => void, delay: number): () => void;
  /** That many random lower-case letters and digits. */
  random(length: number): string;
  /** The fingerprint of the note a target lies in; null for web addresses and for notes that are not there. */
  fingerprint(target: string): Fingerprint | null;
  /** Tells whoever looks after the app's log; `detail` never holds note text. */
  warn(message: string, detail: string): void;
}
