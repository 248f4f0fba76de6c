// The events by which this device tells where notes went: those that moved, marks that went along with an earlier move,
// and notes that made room for quite another one at their path.
import { addToGroup } from "../core/base/group";
import { deviceOf, isLater, type JournalEvent, type MoveEvent, type Stamp } from "./event";
import { isBlank, type Fingerprint } from "./fingerprint";
import type { Merge } from "./merge";
import { noteOf } from "../core/read/links";
import { placeOfDeleted, type Journey, type Question } from "./moves";
import type { ProgressPorts } from "./ports";
import { isAnother, LEAST_LIKENESS, likeness } from "./resemblance";

/** A note came to a path. */
interface Coming {
  /** Of the event that may have to tell of it: anything marked until then comes after that. */
  readonly stamp: Stamp;
  /** The ids of the marks that stood there: they are about the note before, whatever the clock says. */
  readonly marks: ReadonlySet<string>;
}

/** Marks that stand at a place and came there together. */
interface Arrival {
  /** The ids of the events that brought them: of those that were made there their own. */
  readonly events: readonly string[];
  /** The note that they are about, as the last of them saw it; null if nothing is known of it. */
  readonly note: Fingerprint | null;
}

/** A note, or something in it, that is at another place now. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export class Moving {
  /**
   * Notes that came to a path where one had been marked: whose marks those are is known when the note can be read.
   */
  private readonly comings = new Map<string, Coming>();

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
    const events = held.map((move): MoveEvent => {
      const { from, to: target, id } = move;
      const [counter, note] = [held.find(({ to }) => to === from), this.noteAt(target)];
      const only = counter ? null : this.partThatGoes(move);
      if (only) return { kind: "move", id, at, from, target, note, only };
      const since = held.find((other) => other.from === target)?.id ?? this.lastMoveFrom(target);
      return { kind: "move", id, at, from, target, note, ...(since !== undefined && { since }) };
    });
    const before = new Map(events.map((move) => [move, this.marksOn(move.from)]));
    this.record(events);
    this.record(events.flatMap((move) => (move.only ? [] : this.leftBehind(move, before.get(move) ?? new Set()))));
  }

  /** A note had been renamed before anything in it was marked; only now is there a mark that may follow it. */
  renamedBefore({ from, to, id, at }: Move & Stamp): void {
    if (this.merge.events.has(id)) return;
    this.record([{ kind: "move", id, at, from, target: to, note: this.noteAt(to) }]);
  }

  /**
   * The events that go along where a note is left at the place of one that was moved, and some of what stands there is
   * about that; null where all go.
   */
  private partThatGoes({ from, to }: Move): readonly string[] | null {
    const [left, moved] = [this.noteAt(from), this.noteAt(to)];
    if (!left || !moved) return null;
    const arrivals = this.arrivalsAt(from, this.marksOn(from));
    const going = arrivals.filter(
      ({ note }) => note === null || likeness(note, left) <= Math.max(likeness(note, moved), LEAST_LIKENESS),
    );
    return going.length === 0 || going.length === arrivals.length ? null : going.flatMap(({ events }) => events);
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
      this.comings.delete(path);
      if (this.noteAt(path) === null || !this.merge.holds(path)) continue;
      this.comings.set(path, { stamp: { id: this.nextId(), at: this.ports.now() }, marks: this.marksOn(path) });
      // One that was renamed is known already: waiting could outlast the app.
      this.noteRead(path);
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
    const { stamp, marks } = coming;
    const arrivals = this.arrivalsAt(path, marks);
    const others = arrivals.filter(({ note }) => here && note && isAnother(note, here));
    const note = others[0]?.note ?? null;
    if (note === null) return;
    const move = { kind: "move", ...stamp, from: path, target: placeOfDeleted(path, stamp.id), note } as const;
    if (others.length < arrivals.length) this.record([{ ...move, only: others.flatMap(({ events }) => events) }]);
    else {
      this.record([move]);
      this.record(this.leftBehind(move, marks));
    }
  }

  /**
   * Some of the marks at a place by the way they came there: those that came together, or were made there by one
   * device, are about one note.
   */
  private arrivalsAt(target: string, marks: ReadonlySet<string>): readonly Arrival[] {
    const groups = new Map<string, Journey[]>();
    for (const journey of this.merge.journeysTo(target))
      if (marks.has(journey.mark.id))
        addToGroup(groups, journey.last.kind === "move" ? journey.last.id : deviceOf(journey.last), journey);
    return [...groups.values()].map((journeys) => {
      const made = journeys.map(({ mark }) => mark).sort((a, b) => (isLater(a, b) ? -1 : 1));
      const events = [...new Set(journeys.map(({ last }) => last.id))];
      return { events, note: made.find(({ note }) => note !== null)?.note ?? null };
    });
  }

  /**
   * Marks that stood there before the move and did not go along, since the clock says that they
   * were made after it: it must have been wrong.
   */
  private leftBehind(move: MoveEvent, before: ReadonlySet<string>): readonly MoveEvent[] {
    const left = this.merge.journeysTo(move.from).filter(({ mark }) => before.has(mark.id));
    return left.length === 0 ? [] : [this.verdict(move, [...new Set(left.map(({ last }) => last.id))])];
  }

  private marksOn(target: string): ReadonlySet<string> {
    return new Set(this.merge.journeysTo(target).map(({ mark }) => mark.id));
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
