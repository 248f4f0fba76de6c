// What this device itself has seen of the vault, kept on the device: which notes were there when all was quiet last, what
// those that matter looked like if that is newer than their marks, and renames that concerned no mark.
import { sameValue } from "../core/base/equal";
import type { Fingerprint } from "./fingerprint";
import type { DeviceStorage } from "./ports";

/** A note that was renamed in the app before anything in it was marked. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const KEY = "moc-path-known-notes";
const MOST_RENAMES = 500;
const MOST_REJECTED = 500;

interface Stored {
  /** Short hashes of all paths, joined by spaces: a hundred thousand paths are more than device storage holds. */
  readonly known: string;
  readonly looks: Readonly<Record<string, Fingerprint>>;
  readonly renames: readonly Rename[];
  /** Matches that the reader declined, as `from` and `to` joined by a line end. */
  readonly rejected: readonly string[];
}

export class KnownNotes {
  private known: ReadonlySet<string>;
  private looks: Readonly<Record<string, Fingerprint>>;
  private renames: readonly Rename[];
  private rejected: readonly string[];

  constructor(private readonly storage: DeviceStorage) {
    const stored = (storage.load(KEY) ?? {}) as Partial<Stored>;
    this.known = new Set(typeof stored.known === "string" ? stored.known.split(" ") : []);
    this.looks = typeof stored.looks === "object" ? stored.looks : {};
    this.renames = Array.isArray(stored.renames) ? stored.renames : [];
    this.rejected = Array.isArray(stored.rejected) ? stored.rejected : [];
  }

  /** Whether a note was at this path when all was quiet last. */
  has(path: string): boolean {
    return this.known.has(hashOf(path));
  }

  /** How a note looked when it was seen last; null where its mark says it. */
  lookOf(path: string): Fingerprint | null {
    return this.looks[path] ?? null;
  }

  /** The paths of all notes of which a look is kept. */
  looked(): readonly string[] {
    return Object.keys(this.looks);
  }

  /** All is quiet: these notes are there, or were and are still looked for; `looks` are those that changed since they were marked. */
  settle(paths: Iterable<string>, looks: Readonly<Record<string, Fingerprint>>): void {
    const known = new Set([...paths].map(hashOf));
    if (sameValue([...this.known], [...known]) && sameValue(this.looks, looks)) return;
    this.known = known;
    this.looks = looks;
    this.save();
  }

  renamed(rename: Rename): void {
    this.renames = [...this.renames, rename].slice(-MOST_RENAMES);
    this.save();
  }

  /** The last rename away from a path; null if none is remembered. */
  renameFrom(path: string): Rename | null {
    return this.renames.findLast(({ from }) => from === path) ?? null;
  }

  isRejected(from: string, to: string): boolean {
    return this.rejected.includes(`${from}\n${to}`);
  }

  reject(from: string, to: string): void {
    this.rejected = [...this.rejected, `${from}\n${to}`].slice(-MOST_REJECTED);
    this.save();
  }

  private save(): void {
    const { known, looks, renames, rejected } = this;
    this.storage.save(KEY, { known: [...known].join(" "), looks, renames, rejected } satisfies Stored);
  }
}

/** 32 bits of a path in few characters (FNV-1a). */
function hashOf(path: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
