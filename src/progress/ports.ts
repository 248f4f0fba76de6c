// All that progress needs from the outside: journal notes, this device's own storage, a clock, a timer and chance.
// The adapters for Obsidian live in obsidian/; tests bring their own.
import type { Pauses } from "../core/base/backoff";
import type { State } from "../core/base/state";
import type { NoteEditing } from "../index/ports";
import type { Fingerprint } from "./fingerprint";

/** The journal notes of the vault. Paths are vault paths. */
export interface JournalFiles {
  /**
   * Every note that is a journal by its frontmatter or looks like one by its name,
   * wherever it lies, as far as is known now.
   */
  paths(): readonly string[];
  /** True if something is at a path. */
  has(path: string): boolean;
  /** The text of a note. Rejects if it cannot be read. */
  read(path: string): Promise<string>;
  /**
   * Changes the text of a journal in one atomic step. `edit` gets the text as it is on disk at that moment; if it
   * throws, nothing is written. Rejects if the note is gone or cannot be written; nothing is changed then.
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
  /**
   * Keeps a value, null for none. False if it could not be kept: the storage is full or out of reach, and holds under
   * the key what it held before.
   */
  save(key: string, value: unknown): boolean;
}

/** Pauses between attempts to read or write a journal. */
export const RETRY: Pauses = { first: 2000, longest: 60_000 };

/** Runs `task` once after `delay` milliseconds; returns what cancels it. */
export type Later = (task: () => void, delay: number) => () => void;

export interface ProgressPorts {
  readonly journals: JournalFiles;
  readonly device: DeviceStorage;
  /** The usual name of a device of this kind: "Mac", "iPhone". */
  readonly deviceKind: string;
  /** Milliseconds since 1970. */
  now(): number;
  readonly later: Later;
  /** That many random lower-case letters and digits. */
  random(length: number): string;
  /** The fingerprint of the note at a vault path; null if no note is there. */
  fingerprint(path: string): Fingerprint | null;
  /** The marks of all tasks that list a target in maps, one character each, in order; empty where none does. */
  readonly marks: (target: string) => string;
  /** The state that such a mark declares; null for marks that mean something else. */
  readonly stateOfMark: (mark: string) => State | null;
  /**
   * Makes those tasks say these states, if the reader agreed to that, and nothing has asked for others meanwhile. May
   * take long, or never end; never rejects: what cannot be written stays as it is.
   */
  readonly writeMarks: (states: ReadonlyMap<string, State>) => Promise<void>;
  /** Edits notes, to take back what was written into them. Does not hang; rejects if nothing could be done. */
  readonly edit: NoteEditing["edit"];
  /** Tells whoever looks after the app's log; `detail` never holds note text. */
  warn(message: string, detail: string): void;
}

/** True once a promise resolves; false if that takes longer than `limit` milliseconds. Rejects as the promise does. */
export function endsWithin(later: Later, limit: number, promise: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const cancel = later(() => resolve(false), limit);
    promise.then(() => resolve(true), reject).finally(cancel);
  });
}

/** The value that a promise resolves to; rejects if that takes longer than `limit` milliseconds. */
export async function within<T>(later: Later, limit: number, promise: Promise<T>): Promise<T> {
  if (await endsWithin(later, limit, promise)) return promise;
  throw new Error(`no answer for ${limit / 1000} seconds`);
}
