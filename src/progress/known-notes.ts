// All that this device itself has seen of the vault, kept on the device: which notes and files were there when
// all was quiet last, what those that matter looked like if that is newer than their marks, renames that
// concerned no mark, and what the reader declined.
import type { Stamp } from "./event";
import type { Fingerprint } from "./fingerprint";
import type { Move } from "./moving";
import { PathSet } from "./path-set";
import type { DeviceStorage } from "./ports";

/**
 * A note that was renamed in the app before anything in it was marked, with the stamp of the event that tells of it if
 * that is asked for later: anything this device has marked at the path since is about another note.
 */
export interface Rename extends Move, Stamp {}

const KEY = "moc-path-known-notes";
const MOST_RENAMES = 500;
const MOST_REJECTED = 500;
/** A rename in a vault of a hundred thousand notes saves two parts of 16 kB. */
const PARTS = 32;

interface Stored {
  readonly hasLooked: boolean;
  readonly looks: Readonly<Record<string, Fingerprint>>;
  readonly renames: readonly Rename[];
  /** Matches that the reader declined, as `from` and `to` joined by a line end. */
  readonly rejected: readonly string[];
}

/** The same while the app runs. */
interface Held {
  hasLooked: boolean;
  readonly looks: Map<string, Fingerprint>;
  readonly renames: Rename[];
  readonly rejected: Set<string>;
}

export class KnownNotes {
  /** The paths that were there when all was quiet last, and those that were gone then and are still looked for. */
  readonly paths: PathSet;
  /** The paths that were gone then. */
  readonly missing: PathSet;
  /** Read when it is first asked for: starting the app waits for none of it. */
  private loaded: Held | null = null;
  private isChanged = false;

  constructor(private readonly storage: DeviceStorage) {
    this.paths = new PathSet(storage, "moc-path-known-paths", PARTS);
    this.missing = new PathSet(storage, "moc-path-missing-paths", 1);
  }

  /** True if the vault was ever looked at: before that, nothing is new. */
  get hasLooked(): boolean {
    return this.held.hasLooked;
  }

  looked(): void {
    if (this.held.hasLooked) return;
    this.held.hasLooked = true;
    this.isChanged = true;
  }

  /** The look of a note when it was seen last; null if its mark says it. */
  lookOf(path: string): Fingerprint | null {
    return this.held.looks.get(path) ?? null;
  }

  /** The paths of all notes of which a look is kept. */
  lookPaths(): Iterable<string> {
    return this.held.looks.keys();
  }

  /** Keeps how a note looks; null where its mark says it. */
  setLook(path: string, note: Fingerprint | null): void {
    const { looks } = this.held;
    if (note) looks.set(path, note);
    else if (!looks.delete(path)) return;
    this.isChanged = true;
  }

  /** A note was renamed in the app; `isMarked` says whether its marks tell of that. */
  renamed(rename: Rename, isMarked: boolean): void {
    const { from, to } = rename;
    if (this.paths.has(from)) {
      this.paths.delete(from);
      this.paths.add(to);
    }
    const look = this.lookOf(from);
    if (look) this.setLook(to, look);
    this.setLook(from, null);
    if (isMarked) return;
    this.held.renames.push(rename);
    this.isChanged = true;
  }

  /** The last rename away from a path; null if none is remembered. */
  renameFrom(path: string): Rename | null {
    return this.held.renames.findLast(({ from }) => from === path) ?? null;
  }

  isRejected({ from, to }: Move): boolean {
    return this.held.rejected.has(`${from}\n${to}`);
  }

  reject({ from, to }: Move): void {
    this.held.rejected.add(`${from}\n${to}`);
    this.isChanged = true;
  }

  /** Saves what has changed, in slices. */
  async save(breathe: () => Promise<void>): Promise<void> {
    await this.paths.save(breathe);
    await this.missing.save(breathe);
    if (!this.isChanged) return;
    await breathe();
    const { hasLooked, looks, renames, rejected } = this.held;
    const isSaved = this.storage.save(KEY, {
      hasLooked,
      looks: Object.fromEntries(looks),
      renames: renames.slice(-MOST_RENAMES),
      rejected: [...rejected].slice(-MOST_REJECTED),
    } satisfies Stored);
    this.isChanged = !isSaved;
  }

  private get held(): Held {
    this.loaded ??= heldOf(this.storage.load(KEY) ?? {});
    return this.loaded;
  }
}

/** Any part of it that is damaged counts as none. */
function heldOf({ hasLooked, looks, renames, rejected }: Partial<Stored>): Held {
  return {
    hasLooked: hasLooked === true,
    looks: new Map(typeof looks === "object" ? Object.entries(looks) : []),
    renames: [...((Array.isArray(renames) ? renames : []) as readonly Rename[])],
    rejected: new Set((Array.isArray(rejected) ? rejected : []) as readonly string[]),
  };
}
