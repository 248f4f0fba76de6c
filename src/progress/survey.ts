// The changes in the vault since this device last looked: notes and files that matter and vanished, those
// that are new, and notes that matter at whose path quite another one is. The first look of a session goes
// through all, later ones through what changed.
import { isLater, type MarkEvent } from "./event";
import { isNote, type Fingerprint } from "./fingerprint";
import type { KnownNotes } from "./known-notes";
import { noteOf } from "../core/read/links";
import { deletionAt, isPlaceOfDeleted } from "./moves";
import type { Progress } from "./progress";
import { likeness, traitsOf, type Seen } from "./resemblance";

/** A note that is at least this much like what its mark says of it will be found by that. */
const STILL_KNOWN = 0.8;
/** A note that is less than this like what was seen at its path may be another one. */
const LEAST_STILL = 0.5;

/** All that is asked of the vault. */
export interface VaultContents {
  /** The vault paths of all notes and other files. */
  files(): readonly string[];
  isThere(path: string): boolean;
  /** The fingerprint of the note or file at a path; null if none is there. */
  fingerprint(path: string): Fingerprint | null;
  /** Notes that matter though they may not be marked: the maps, whose views are remembered. */
  watched(): readonly string[];
  /** Resolves when the app has had a chance to do other work. */
  readonly breathe: () => Promise<void>;
}

/** A note that was marked, or something in it. */
interface Marked {
  readonly mark: MarkEvent;
  /** True if this device saw it where that mark stands. */
  readonly isSeen: boolean;
}

type Kind = "gone" | "new" | "replaced" | "unseen" | "known";

export class Survey {
  /** The notes and files that vanished and were not found yet, as they were seen last. */
  readonly gone = new Map<string, Seen>();
  /** The paths that are new; what is offered stays new. */
  fresh = new Set<string>();
  /** Notes at whose path quite another one is, as they were. */
  readonly replaced = new Map<string, Seen>();
  /** Marked paths where nothing is, and where this device has never seen anything. */
  readonly unseen = new Set<string>();
  /** The looks of notes that would not be found by their marks; null if they would be again. Of the last look. */
  private readonly looks = new Map<string, Fingerprint | null>();
  private marked: ReadonlyMap<string, Marked> = new Map();

  constructor(
    private readonly vault: VaultContents,
    private readonly progress: Progress,
    private readonly known: KnownNotes,
  ) {}

  /** Looks at some paths, or at all (null); resolves to whether that showed anything to search for anew. */
  async look(paths: ReadonlySet<string> | null): Promise<boolean> {
    this.looks.clear();
    this.marked = await this.markedNotes();
    const watched = new Set(this.vault.watched());
    let hasNews = false;
    for (const path of paths ?? this.allPaths()) {
      await this.vault.breathe();
      const before = this.forget(path);
      const kind = this.examine(path, watched.has(path));
      if (kind !== before || kind === "new" || kind === "replaced") hasNews = true;
    }
    return hasNews;
  }

  /** The number of those gone that were there at the look before. */
  get justGone(): number {
    return [...this.gone.keys()].filter((path) => !this.known.missing.has(path)).length;
  }

  /** Remembers what is there, but what is offered: that stays new, as what is gone stays looked for. */
  async remember(paths: ReadonlySet<string> | null, offered: ReadonlySet<string>): Promise<void> {
    const { vault, known } = this;
    const { breathe } = vault;
    if (paths === null) {
      await known.paths.keepOnly(this.kept(offered), breathe);
      this.fresh = new Set([...offered].filter((path) => this.fresh.has(path)));
    }
    for (const path of paths ?? []) {
      await breathe();
      if (vault.isThere(path) ? !offered.has(path) : this.gone.has(path)) known.paths.add(path);
      else known.paths.delete(path);
    }
    await known.missing.keepOnly(this.gone.keys(), breathe);
    for (const [path, note] of this.looks) known.setLook(path, note);
    known.looked();
    this.settle(offered);
  }

  /** Anything that was new and is not offered any more is known from now on. */
  settle(offered: ReadonlySet<string>): void {
    for (const path of this.fresh) {
      if (offered.has(path)) continue;
      this.fresh.delete(path);
      this.known.paths.add(path);
    }
  }

  /** Keeps the former look of a note at whose path another one is, as long as it is offered elsewhere. */
  keepLooks(offered: ReadonlySet<string>): void {
    for (const path of [...this.replaced.keys()])
      if (offered.has(path)) this.looks.delete(path);
      else this.replaced.delete(path);
  }

  /** Those that are new: the notes, or the other files. */
  *newOnes(areNotes: boolean): Iterable<Seen> {
    for (const path of this.fresh) if (isNote(path) === areNotes) yield* this.seen(path);
  }

  /** The note or file that is at a path now; empty if there is none. */
  seen(path: string): readonly Seen[] {
    const note = this.vault.fingerprint(path);
    return note ? [{ path, note }] : [];
  }

  private *kept(offered: ReadonlySet<string>): Iterable<string> {
    for (const path of this.vault.files()) if (!offered.has(path)) yield path;
    yield* this.gone.keys();
  }

  private *allPaths(): Iterable<string> {
    yield* this.vault.files();
    for (const paths of [this.marked.keys(), this.known.lookPaths()])
      for (const path of paths) if (!this.vault.isThere(path)) yield path;
  }

  private forget(path: string): Kind {
    if (this.gone.delete(path)) return "gone";
    if (this.fresh.delete(path)) return "new";
    if (this.replaced.delete(path)) return "replaced";
    return this.unseen.delete(path) ? "unseen" : "known";
  }

  private examine(path: string, isWatched: boolean): Kind {
    if (this.marked.has(path) && this.known.missing.has(path) && this.vault.isThere(path)) this.examineBack(path);
    const marked = this.progress.holds(path) ? this.marked.get(path) : undefined;
    const isSeen = this.known.paths.has(path) || marked?.isSeen === true;
    if (!this.vault.isThere(path)) return this.examineAbsent(path, marked, isSeen);
    const other = (marked || isWatched) && isNote(path) ? this.lookAt(path, marked) : null;
    if (!isSeen) this.fresh.add(path);
    else if (other) this.replaced.set(path, { path, note: other });
    return !isSeen ? "new" : other ? "replaced" : "known";
  }

  /**
   * Something is where a marked note had gone; if it is quite another note, it is new, and the marks are not its own.
   */
  private examineBack(path: string): void {
    this.progress.moving.notesChanged([path]);
    if (!this.progress.holds(path)) this.known.paths.delete(path);
  }

  private examineAbsent(path: string, marked: Marked | undefined, isSeen: boolean): Kind {
    const note = this.known.lookOf(path) ?? marked?.mark.note;
    if (!note) return "known";
    if (isSeen) this.gone.set(path, { path, note });
    // The path of a deleted note is no place that anybody could see.
    else if (!isPlaceOfDeleted(path)) this.unseen.add(path);
    return isSeen ? "gone" : "unseen";
  }

  /**
   * Notes how a note looks that its mark does not tell of; returns what was there where that is quite another one now,
   * else null.
   */
  private lookAt(path: string, marked: Marked | undefined): Fingerprint | null {
    const now = this.vault.fingerprint(path);
    if (!now) return null;
    const [look, note] = [this.known.lookOf(path), marked?.mark.note ?? null];
    if (note && remainsOf(note, now) >= STILL_KNOWN) this.looks.set(path, null);
    else if (!look || remainsOf(look, now) < STILL_KNOWN) this.looks.set(path, now);
    const before = look ?? note;
    return before && remainsOf(before, now) < LEAST_STILL ? before : null;
  }

  private async markedNotes(): Promise<ReadonlyMap<string, Marked>> {
    const notes = new Map<string, Marked>();
    for (const [target, mark] of this.progress.heads) {
      await this.vault.breathe();
      const path = noteOf(target);
      const known = notes.get(path);
      const last = known && isLater(known.mark, mark) ? known.mark : mark;
      notes.set(path, { mark: last, isSeen: known?.isSeen === true || this.hasSeen(path, mark) });
    }
    return notes;
  }

  /** True if this device has marked a note there, or seen it make room for another one. */
  private hasSeen(path: string, mark: MarkEvent): boolean {
    const deletion = deletionAt(path);
    const { journals } = this.progress;
    return journals.isOwn(mark) || (deletion !== null && journals.isOwn(deletion));
  }
}

/** The share of what a note contained that is still there, from 0 to 1; 1 where it contained nothing. */
function remainsOf(before: Fingerprint, now: Fingerprint): number {
  return traitsOf(before).every(({ kind }) => kind === "name") ? 1 : likeness(before, now);
}
