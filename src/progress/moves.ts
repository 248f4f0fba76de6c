// The place of a mark after the moves of notes that all devices have told of. It follows from the events alone: what
// only the notes themselves can tell is asked of those who see them, and their answer is an event, too.
import { addToGroup } from "../core/base/group";
import { SetMap } from "../core/base/set-map";
import { basenameOf } from "../core/base/paths";
import { noteOf } from "../core/read/links";
import {
  deviceOf,
  isBefore,
  isLater,
  placeInSession,
  type JournalEvent,
  type MarkEvent,
  type MoveEvent,
} from "./event";
import { isBlank } from "./fingerprint";
import { isAnother } from "./resemblance";

/** Asks if an event that was made on a place is about the note that `move` had taken away from there before. */
export interface Question {
  readonly event: JournalEvent;
  readonly move: MoveEvent;
}

/** The place of a mark, and the way it got there. */
export interface Journey {
  readonly mark: MarkEvent;
  readonly target: string;
  /** Every note path on the way, the first and the last included. */
  readonly paths: readonly string[];
  /** The event that brought it to its place: the last move that it followed, or the mark itself. */
  readonly last: JournalEvent;
  /** The questions that would have to be answered to be sure. */
  readonly open: readonly Question[];
}

/** The place of a target after a move: its own, or that of something inside the moved note. */
export function movedTarget(target: string, move: Pick<MoveEvent, "from" | "target">): string {
  if (target === move.from) return move.target;
  return target.startsWith(`${move.from}#`) ? move.target + target.slice(move.from.length) : target;
}

/** The name by which a note is asked for: without case and extension, in NFC. */
export function nameOf(path: string): string {
  return basenameOf(path).normalize("NFC").toLowerCase();
}

const DELETED = "/deleted/";

/** A place for a note that is gone while another has its path: no path of a vault begins with a slash. */
export function placeOfDeleted(path: string, id: string): string {
  return `${DELETED}${id}/${path}`;
}

export function isPlaceOfDeleted(path: string): boolean {
  return path.startsWith(DELETED);
}

/** The event that told of a note that was gone from its path, by the place that it got; null for other paths. */
export function deletionAt(path: string): Pick<MoveEvent, "id"> | null {
  return isPlaceOfDeleted(path) ? { id: path.slice(DELETED.length, path.indexOf("/", DELETED.length)) } : null;
}

/** The path by which a reader knows a note: of one that is gone while another has its path, that path. */
export function knownPath(path: string): string {
  return isPlaceOfDeleted(path) ? path.slice(path.indexOf("/", DELETED.length) + 1) : path;
}

/** True if an event is about quite another note than the one that was moved. */
function isOfAnother({ note }: JournalEvent, move: MoveEvent): boolean {
  return note !== null && move.note !== null && !isBlank(move.note) && isAnother(note, move.note);
}

function earliest(moves: readonly MoveEvent[]): MoveEvent | undefined {
  return moves.reduce<MoveEvent | undefined>(
    (first, move) => (first && isBefore(first, move) ? first : move),
    undefined,
  );
}

export class Moves {
  /** Moves by where they led away from, the earliest first by the clocks. */
  private readonly away = new Map<string, MoveEvent[]>();
  private readonly byId = new Map<string, MoveEvent>();
  private readonly byTarget = new Map<string, MoveEvent[]>();
  /** Paths that notes have left, by their names without case and extension. */
  private readonly left = new SetMap<string, string>();

  add(move: MoveEvent): void {
    addToGroup(this.away, move.from, move);
    this.away.get(move.from)?.sort((a, b) => (isLater(a, b) ? 1 : -1));
    this.byId.set(move.id, move);
    if (move.only || noteOf(move.from) !== move.from) return;
    addToGroup(this.byTarget, move.target, move);
    this.left.add(nameOf(move.from), move.from);
  }

  /** Paths that notes of a name have left, whatever its case and extension. */
  namedAs(name: string): ReadonlySet<string> {
    return this.left.get(nameOf(name));
  }

  /** Moves of notes to a path. */
  into(path: string): readonly MoveEvent[] {
    return this.byTarget.get(path) ?? [];
  }

  /** Moves away from a target, the earliest first by the clocks, without those that are about single events. */
  awayFrom(target: string): readonly MoveEvent[] {
    return (this.away.get(target) ?? []).filter(({ only }) => !only);
  }

  /** The last move away from a target, or from the note it lies in, by the clocks. */
  lastFrom(target: string): MoveEvent | undefined {
    return [...this.awayFrom(target), ...this.awayFrom(noteOf(target))].reduce<MoveEvent | undefined>(
      (last, move) => (last && isLater(last, move) ? last : move),
      undefined,
    );
  }

  /** Follows a mark from move to move; none is taken twice, so notes that were moved in circles end somewhere. */
  journeyOf(mark: MarkEvent): Journey {
    const taken = new Set<MoveEvent>();
    const paths = [noteOf(mark.target)];
    const open: Question[] = [];
    let [target, last]: [string, JournalEvent] = [mark.target, mark];
    for (;;) {
      const moves = this.concerning(target).filter((move) => !taken.has(move));
      const verdict = moves.findLast(({ only }) => only?.includes(last.id));
      if (!verdict) open.push(...this.questions(last, moves));
      const next: MoveEvent | undefined =
        verdict && verdict.from !== verdict.target ? this.meantBy(verdict) : this.firstWith(last, moves);
      if (!next || taken.has(next)) return { mark, target, paths, last, open };
      taken.add(next);
      target = movedTarget(target, next);
      paths.push(noteOf(target));
      last = next;
    }
  }

  /**
   * True if a move took along what an event had said of its place: not if the event's device knew of the move
   * by then. Null if that cannot be told, since the event is of another device: that may have meant the note that was
   * gone, if its event is the later one by the clocks; or, if the notes are not alike, another one at the same path.
   */
  tookAlong(move: MoveEvent, event: JournalEvent): boolean | null {
    if (this.isSince(event, move)) return false;
    if (placeInSession(move).session === placeInSession(event).session) return isBefore(event, move);
    const isOwn = deviceOf(move) === deviceOf(event);
    if (isBefore(event, move)) return isOwn || !isOfAnother(event, move) ? true : null;
    return isOwn || isBlank(event.note) ? false : null;
  }

  /** The moves away from a target, or from the note that it lies in. */
  private concerning(target: string): readonly MoveEvent[] {
    const note = noteOf(target);
    const ofNote = this.away.get(note) ?? [];
    return note === target ? ofNote : [...ofNote, ...(this.away.get(target) ?? [])];
  }

  /** The move that somebody has judged an event to have gone along with. */
  private meantBy(verdict: MoveEvent): MoveEvent {
    const { from, target, at } = verdict;
    return this.awayFrom(from).find((move) => move.target === target && move.at === at) ?? verdict;
  }

  private firstWith(event: JournalEvent, moves: readonly MoveEvent[]): MoveEvent | undefined {
    const along = moves.filter((move) => !move.only && this.tookAlong(move, event) === true);
    const first = earliest(along);
    if (!first || !isPlaceOfDeleted(first.target)) return first;
    // One device has lost a note at the place where another one moved it.
    const isSame = (move: MoveEvent): boolean =>
      !isPlaceOfDeleted(move.target) &&
      deviceOf(move) !== deviceOf(first) &&
      !isBlank(event.note) &&
      !isOfAnother(event, move);
    return earliest(along.filter(isSame)) ?? first;
  }

  private questions(event: JournalEvent, moves: readonly MoveEvent[]): readonly Question[] {
    return moves.filter((move) => !move.only && this.tookAlong(move, event) === null).map((move) => ({ event, move }));
  }

  /** True if the device of an event knew a move away from its place: the one that it names, or an earlier one. */
  private isSince({ since }: JournalEvent, move: MoveEvent): boolean {
    if (since === undefined) return false;
    const known = this.byId.get(since);
    const isFromThere = known !== undefined && noteOf(known.from) === noteOf(move.from);
    return since === move.id || (isFromThere && isBefore(move, known));
  }
}
