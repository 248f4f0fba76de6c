// The events by which this device tells where notes went: those that moved, marks that went along with an earlier move,
// and notes that made room for quite another one at their path.
import { isBefore, isLater, type JournalEvent, type MarkEvent, type MoveEvent, type Stamp } from "./event";
import { isBlank, type Fingerprint } from "./fingerprint";
import type { Merge } from "./merge";
import { noteOf, type Question } from "./moves";
import type { ProgressPorts } from "./ports";
import { likeness } from "./resemblance";

/** A note, or something in it, that is at another place now. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A note that is less like what was marked at its path is another one. */
const LEAST_LIKENESS = 0.25;

const DELETED = "/deleted/";

/** A place for a note that is gone while another has its path: no path of a vault begins with a slash. */
function placeOfDeleted(path: string, id: string): string {
  return `${DELETED}${id}/${path}`;
}

export function isPlaceOfDeleted(path: string): boolean {
  return path.startsWith(DELETED);
}

export class Moving {
  /**
   * Notes that came to a path where one had been marked, with the stamp of the event that may have to tell of it: whose
   * marks those are is known when the note can be read, and anything marked until then comes after that event.
   */
  private readonly comings = new Map<string, Stamp>();

  constructor(
    private readonly ports: Pick<ProgressPorts, "fingerprint" | "now">,
    private readonly merge: Merge,
    private readonly nextId: () => string,
    private readonly record: (events: readonly JournalEvent[]) => void,
  ) {}

  /**
   * Notes were moved, all at once: the marks on them, and on what is inside them, go along. `at`
   * is the time, in milliseconds since 1970.
   */
  moved(moves: readonly Move[], at: number): void {
    const held = moves.filter(({ from }) => this.merge.holds(from)).map((move) => ({ ...move, id: this.nextId() }));
    const events = held.map(({ from, to, id }): MoveEvent => {
      const since = held.find((other) => other.from === to)?.id ?? this.lastMoveFrom(to);
      return { kind: "move", id, at, from, target: to, note: this.noteAt(to), ...(since !== undefined && { since }) };
    });
    const before = new Map(events.map((move) => [move, this.marksOn(move.from)]));
    this.record(events);
    this.record(events.flatMap((move) => this.leftBehind(move, before.get(move) ?? new Set())));
  }

  /** The last move away from a target that is known, by its id. */
  lastMoveFrom(target: string): string | undefined {
    return this.merge.moves.lastFrom(target)?.id;
  }

  /**
   * The present place of the note that was at a path once: the path itself if a note is there, else where it
   * was moved; null if it is not there either.
   */
  whereIs(path: string): string | null {
    const seen = new Set<string>();
    const follow = (at: string): string | null => {
      if (this.noteAt(at) !== null) return at;
      if (seen.has(at)) return null;
      seen.add(at);
      const targets = this.merge.moves.awayFrom(at).map(({ target }) => target);
      return targets.reduceRight<string | null>((found, target) => found ?? follow(target), null);
    };
    return follow(path);
  }

  /**
   * Somebody has seen the notes: an event was about the note that a move had
   * taken away before, or about the one after it.
   */
  answer({ event, move }: Question, isAlong: boolean): void {
    const { at, from, note } = move;
    this.record([this.verdict({ at, from, target: isAlong ? move.target : from, note }, [event.id])]);
  }

  /** The reader says that a note was not moved there: what came along with it goes back. */
  notMoved({ from, to }: Move): void {
    const came = this.merge.journeysTo(to).filter(({ paths }) => paths.includes(noteOf(from)));
    const only = [...new Set(came.map(({ last }) => last.id))];
    const back = { at: this.ports.now(), from: to, target: from, note: null };
    if (only.length > 0) this.record([this.verdict(back, only)]);
  }

  /** Notes came to these paths, or went from them. */
  notesChanged(paths: Iterable<string>): void {
    for (const path of paths) {
      if (this.noteAt(path) === null || !this.merge.holds(path)) this.comings.delete(path);
      else this.comings.set(path, { id: this.nextId(), at: this.ports.now() });
    }
  }

  /**
   * The note at a path can be read: if it came there and is not at all the one that
   * was marked, those marks are not its own.
   */
  noteRead(path: string): void {
    if (this.comings.has(path) && !isBlank(this.noteAt(path))) this.receive(path);
  }

  /** All is quiet: what has come and is blank yet is likely to stay so. */
  receiveAll(): void {
    for (const path of [...this.comings.keys()]) this.receive(path);
  }

  private receive(path: string): void {
    const [coming, here] = [this.comings.get(path), this.noteAt(path)];
    if (!coming || here?.lines === null) return;
    this.comings.delete(path);
    const marked = this.noteMarkedBefore(path, coming);
    if (here && marked && isAnother(marked, here))
      this.record([{ kind: "move", ...coming, from: path, target: placeOfDeleted(path, coming.id), note: marked }]);
  }

  /** The fingerprint of the note that was marked at a path last before an event; null if nothing is known of it. */
  private noteMarkedBefore(path: string, event: Stamp): Fingerprint | null {
    const journeys = this.merge.journeysTo(path).filter(({ last }) => isBefore(last, event));
    const marks = journeys.map(({ mark }) => mark).sort((a, b) => (isLater(a, b) ? -1 : 1));
    return marks.find(({ note }) => note !== null)?.note ?? null;
  }

  /**
   * Marks that stood there before the move and did not go along, since the clock says that they
   * were made after it: it must have been wrong.
   */
  private leftBehind(move: MoveEvent, before: ReadonlySet<MarkEvent>): readonly MoveEvent[] {
    const left = this.merge.journeysTo(move.from).filter(({ mark }) => before.has(mark));
    return left.length === 0 ? [] : [this.verdict(move, [...new Set(left.map(({ last }) => last.id))])];
  }

  private marksOn(target: string): ReadonlySet<MarkEvent> {
    return new Set(this.merge.journeysTo(target).map(({ mark }) => mark));
  }

  private verdict(
    { at, from, target, note }: Pick<MoveEvent, "at" | "from" | "target" | "note">,
    only: readonly string[],
  ): MoveEvent {
    return { kind: "move", id: this.nextId(), at, from, target, note, only };
  }

  private noteAt(target: string): Fingerprint | null {
    return this.ports.fingerprint(noteOf(target));
  }
}

/**
 * True if a note is not at all the one that was marked. A marked note of which nothing was
 * known but its length may have been edited.
 */
function isAnother(marked: Fingerprint, here: Fingerprint): boolean {
  if (isBlank(here)) return !isBlank(marked);
  const isKnown = marked.headings.length > 0 || marked.title !== null || Object.keys(marked.ids).length > 0;
  return isKnown && likeness(marked, here) < LEAST_LIKENESS;
}
