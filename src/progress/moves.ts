// Where a mark stands after the moves of notes that all devices have told of.
import { isLater, type JournalEvent, type MarkEvent, type MoveEvent } from "./event";
import type { Fingerprint } from "./fingerprint";
import { likeness } from "./resemblance";

/** The fingerprint of the note at a vault path now; null if no note is there. */
export type NoteAt = (path: string) => Fingerprint | null;

/** Where a mark stands, and every note path on its way there. */
export interface Journey {
  readonly target: string;
  readonly paths: readonly string[];
}

/** A mark whose note is gone follows a move only if it is about a note at least this much alike. */
const LEAST_LIKENESS = 0.25;

/** The note a target lies in; a web address stays what it is. */
export function noteOf(target: string): string {
  const hash = target.indexOf("#");
  return hash > 0 && !/^[a-z][a-z\d+.-]*:/i.test(target) ? target.slice(0, hash) : target;
}

/** Where a target lies after a move: itself, or what is inside the moved note. */
export function movedTarget(target: string, move: Pick<MoveEvent, "from" | "target">): string {
  if (target === move.from) return move.target;
  return target.startsWith(`${move.from}#`) ? move.target + target.slice(move.from.length) : target;
}

export class Moves {
  private readonly away = new Map<string, MoveEvent[]>();

  constructor(private readonly noteAt: NoteAt) {}

  add(move: MoveEvent): void {
    const moves = this.away.get(move.from) ?? [];
    moves.push(move);
    moves.sort((a, b) => (isLater(a, b) ? 1 : -1));
    this.away.set(move.from, moves);
  }

  /** Follows a mark from move to move; none is taken twice, so notes that were moved in circles end somewhere. */
  journeyOf(mark: MarkEvent): Journey {
    const taken = new Set<MoveEvent>();
    const paths = [noteOf(mark.target)];
    let [target, since]: [string, JournalEvent] = [mark.target, mark];
    for (let move = this.next(target, since, mark, taken); move; move = this.next(target, since, mark, taken)) {
      taken.add(move);
      target = movedTarget(target, move);
      paths.push(noteOf(target));
      since = move;
    }
    return { target, paths };
  }

  /** The first move away after `since`; else the last one before it, if the mark can only have meant the note that was moved. */
  private next(target: string, since: JournalEvent, mark: MarkEvent, taken: ReadonlySet<MoveEvent>): MoveEvent | null {
    const known = [
      ...(this.away.get(target) ?? []),
      ...(noteOf(target) === target ? [] : (this.away.get(noteOf(target)) ?? [])),
    ];
    const moves = known.filter((move) => !taken.has(move));
    if (moves.length === 0) return null;
    const later = moves.filter((move) => isLater(move, since));
    return later.length > 0
      ? earliest(later)
      : (moves.filter((move) => this.meantMoved(target, mark, move)).at(-1) ?? null);
  }

  /** Whether a mark that came after a move away from its place was nevertheless about the moved note. */
  private meantMoved(target: string, { note }: MarkEvent, move: MoveEvent): boolean {
    const here = this.noteAt(noteOf(target));
    const toMoved = note && move.note ? likeness(note, move.note) : null;
    if (!here) return toMoved === null || toMoved >= LEAST_LIKENESS;
    return note !== null && toMoved !== null && toMoved > likeness(note, here);
  }
}

function earliest(moves: readonly MoveEvent[]): MoveEvent | null {
  return moves.reduce<MoveEvent | null>((first, move) => (first === null || isLater(first, move) ? move : first), null);
}
