// From the events of all devices to one state for each target: the same whatever order they come in,
// however often each is seen. Kept up to date event by event.
import { SetMap } from "../core/base/set-map";
import { isLater, placeInSession, type JournalEvent, type MarkEvent } from "./event";
import { noteOf } from "../core/read/links";
import { movedTarget, Moves, type Journey, type Question } from "./moves";

/** The event that holds for each target. */
export type Heads = ReadonlyMap<string, MarkEvent>;

export class Merge {
  private readonly known = new Map<string, JournalEvent>();
  readonly moves = new Moves();
  private readonly journeys = new Map<MarkEvent, Journey>();
  /** All marks that stand on a target, those that others replace included. */
  private readonly standing = new SetMap<string, MarkEvent>();
  /** Marks that begin at a note path or pass through it on their journey. */
  private readonly visitors = new SetMap<string, MarkEvent>();
  /** Marks that stand elsewhere than where they were made. */
  private readonly travelled = new Set<MarkEvent>();
  /** Marks whose journey is not sure. */
  private readonly doubtful = new Set<MarkEvent>();
  private readonly replaced = new Set<string>();
  private readonly current = new Map<string, MarkEvent>();

  /** The event that holds for each target; its `target` is where it was written, which can be another. */
  get heads(): Heads {
    return this.current;
  }

  get events(): ReadonlyMap<string, JournalEvent> {
    return this.known;
  }

  /** True if marks stand on a target or on something inside it. */
  holds(target: string): boolean {
    return this.journeysTo(target).length > 0;
  }

  /** The journeys of all marks that stand on a target or on something inside it, those that others replace included. */
  journeysTo(target: string): readonly Journey[] {
    const isInside = ({ target: place }: Journey): boolean =>
      movedTarget(place, { from: target, target: "" }) !== place;
    return [...this.visitors.get(noteOf(target))].flatMap((mark) => this.journeys.get(mark) ?? []).filter(isInside);
  }

  /** Marks that were made on a note path or on something inside it, wherever they stand now. */
  marksMadeOn(path: string): readonly MarkEvent[] {
    return [...this.visitors.get(path)].filter(({ target }) => noteOf(target) === path);
  }

  /** The event that would hold where a mark was made, but for it and what its session did there since; null if none. */
  headBefore(mark: MarkEvent): MarkEvent | null {
    const { session, count } = placeInSession(mark);
    const isBefore = (other: MarkEvent): boolean => {
      const place = placeInSession(other);
      return place.session !== session || place.count < count;
    };
    return this.headOf(new Set([...this.standing.get(mark.target)].filter(isBefore)));
  }

  /** The note paths where marks stand that came there by a move. */
  destinations(): ReadonlySet<string> {
    return new Set([...this.travelled].map((mark) => noteOf(this.journeys.get(mark)?.target ?? mark.target)));
  }

  /**
   * Questions that only those who see the notes can answer: where marks stand that
   * came after a move they may not have known.
   */
  questions(): readonly Question[] {
    const open = [...this.doubtful].flatMap((mark) => this.journeys.get(mark)?.open ?? []);
    return [...new Map(open.map((question) => [`${question.event.id} ${question.move.id}`, question])).values()];
  }

  /**
   * Takes in events, in any order, and known ones of whose note more is known now; returns the
   * targets for which another event holds now.
   */
  add(events: Iterable<JournalEvent>): ReadonlySet<string> {
    const [touched, left] = [new Set<string>(), new Set<string>()];
    for (const event of events) {
      const known = this.known.get(event.id);
      if (known && (known.kind === "move" || known.note === event.note)) continue;
      this.known.set(event.id, event);
      if (known?.kind === "mark") this.lift(known, touched);
      if (event.kind === "move") {
        this.moves.add(event);
        left.add(noteOf(event.from));
      } else this.place(event, touched);
    }
    this.replace(left, touched);
    return this.settle(touched);
  }

  private place(mark: MarkEvent, touched: Set<string>): void {
    const journey = this.moves.journeyOf(mark);
    this.journeys.set(mark, journey);
    this.standing.add(journey.target, mark);
    for (const path of journey.paths) this.visitors.add(path, mark);
    keep(this.doubtful, mark, journey.open.length > 0);
    keep(this.travelled, mark, journey.last !== mark);
    touched.add(journey.target);
    if (mark.over !== null) this.cover(mark.over, touched);
  }

  private cover(id: string, touched: Set<string>): void {
    this.replaced.add(id);
    const covered = this.known.get(id);
    const journey = covered?.kind === "mark" ? this.journeys.get(covered) : undefined;
    if (journey) touched.add(journey.target);
  }

  /** Follows anew the marks that come through these note paths. */
  private replace(paths: Iterable<string>, touched: Set<string>): void {
    const marks = new Set([...paths].flatMap((path) => [...this.visitors.get(path)]));
    for (const mark of marks) {
      this.lift(mark, touched);
      this.place(mark, touched);
    }
  }

  private lift(mark: MarkEvent, touched: Set<string>): void {
    const before = this.journeys.get(mark);
    if (!before) return;
    this.journeys.delete(mark);
    this.doubtful.delete(mark);
    this.travelled.delete(mark);
    touched.add(before.target);
    this.standing.delete(before.target, mark);
    for (const path of before.paths) this.visitors.delete(path, mark);
  }

  private settle(touched: ReadonlySet<string>): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const target of touched) {
      const [before, after] = [this.current.get(target), this.headOf(this.standing.get(target))];
      if (before === after) continue;
      if (after) this.current.set(target, after);
      else this.current.delete(target);
      changed.add(target);
    }
    return changed;
  }

  /** The event that holds among all that stand on a target: none that is replaced; of those left the latest. */
  private headOf(marks: ReadonlySet<MarkEvent>): MarkEvent | null {
    const last = lastOfSessions(marks);
    let head: MarkEvent | null = null;
    for (const mark of last) if (!this.replaced.has(mark.id) && (head === null || isLater(mark, head))) head = mark;
    return head;
  }
}

/**
 * The last mark of each session of each device: within one, order is known even if a line
 * between is lost, or the clock was set back.
 */
function lastOfSessions(marks: ReadonlySet<MarkEvent>): Iterable<MarkEvent> {
  if (marks.size < 2) return marks;
  const last = new Map<string, MarkEvent>();
  for (const mark of marks) {
    const { session, count } = placeInSession(mark);
    const held = last.get(session);
    if (!held || placeInSession(held).count < count) last.set(session, mark);
  }
  return last.values();
}

function keep<T>(set: Set<T>, value: T, isIn: boolean): void {
  if (isIn) set.add(value);
  else set.delete(value);
}
