// The things that the index needs from the vault. The adapter for Obsidian lives in obsidian/; tests bring their own.
import type { NoteCache } from "../core/base/cache";
import type { EditResult, TextEdit } from "../core/edit/text-edit";
import type { IdentityChange } from "../core/roadmap/identity";

export interface NoteSource {
  /** The vault paths of all Markdown notes. */
  notes(): readonly string[];
  /**
   * All that is known about a note's present version; null while it has not been indexed,
   * and for paths that are no note.
   */
  cacheOf(path: string): NoteCache | null;
  /** A note's text. Rejects if there is no such note, or it cannot be read; may never answer. */
  read(path: string): Promise<string>;
  /** The target of a link from a note, as Obsidian resolves it: a vault path, or null. */
  resolve(linkpath: string, sourcePath: string): string | null;
  /** True if there is a folder at a vault path. */
  isFolder(path: string): boolean;
}

/** The same, with the files that are no notes. */
export interface FileSource extends NoteSource {
  /** The vault paths of all files. */
  files(): readonly string[];
}

/** Is told of all that happens to notes and files. */
export interface VaultFollower {
  /** A note has this text and cache now. */
  changed(path: string, text: string, cache: NoteCache): void;
  created(path: string): void;
  removed(path: string): void;
  renamed(path: string, oldPath: string): void;
}

/** All that came of edits. */
export interface EditOutcome {
  /** One for each edit, in their order. */
  readonly results: readonly EditResult[];
  /** The edits that take back, to the byte, what was written. */
  readonly inverse: readonly TextEdit[];
  /** Why notes could not be read or written, by their paths. */
  readonly failures: ReadonlyMap<string, string>;
}

/** Notes as they can be changed. The adapter for Obsidian lives in obsidian/. */
export interface NoteEditing {
  /** A note's text; null if there is no such note. */
  read(path: string): Promise<string | null>;
  /**
   * Does checked edits of one or several notes, each note in one step, and says what became of each edit. All edits of
   * a note were made from one text of it. A note that fails keeps none from being edited. Rejects once the plugin is
   * off.
   */
  edit(edits: readonly TextEdit[]): Promise<EditOutcome>;
}

/** All that is known of notes that went elsewhere while links to them were left as they are. */
export interface MovedLinks {
  /** The vault path that a link leads to which nothing else resolves; null if that is not known. */
  movedTo(linkpath: string, sourcePath: string): string | null;
  /** Paths that the note at a path had before, by which links may still name it. */
  formerPaths(path: string): readonly string[];
}

/** When the index may work. */
export interface Pace {
  /** Runs `task` once, soon, and not two tasks for one frame. */
  soon(task: () => void): void;
  /** Runs `task` once, after so many milliseconds; returns what cancels that. */
  later(task: () => void, delay: number): () => void;
  /** True if the work since the last frame or breath has used up its slice. */
  isSpent(): boolean;
  /** Resolves when the app has had a chance to do other work; at once while this slice is not used up. */
  readonly breathe: () => Promise<void>;
  /** Resolves once the frame is painted that shows what has changed up to now. */
  painted(): Promise<void>;
}

/** All that became different, told once per frame. */
export interface IndexChange {
  /** Maps whose roadmap is new, different or gone. */
  readonly maps: ReadonlySet<string>;
  /** The fate of divisions and entries, by the path of their map; nothing of maps in which all are as before. */
  readonly identities: ReadonlyMap<string, IdentityChange>;
  /** True if a map came, went, got another title, or can no longer or again be read. */
  readonly list: boolean;
}
