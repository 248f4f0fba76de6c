// From the events of all devices to one state for each target: the same whatever order they come in,
// however often each is seen.
import { deviceOf, type JournalEvent, type MarkEvent, type MoveEvent } from "./event";

/** The event that holds for each target. */
export type Heads = ReadonlyMap<string, MarkEvent>;

/** Later wall time wins, then the larger device; the id settles what is left. */
function isLater(a: JournalEvent, b: JournalEvent): boolean {
  if (a.at !== b.at) return a.at > b.at;
  const [left, right] = [deviceOf(a), deviceOf(b)];
  return left !== right ? left > right : counterOf(a) !== counterOf(b) ? counterOf(a) > counterOf(b) : a.id > b.id;
}

function counterOf(event: JournalEvent): number {
  return Number(event.id.split(".")[2]);
}

/** Where a target lies after a move: itself, or what is inside the moved note. */
export function movedTarget(target: string, move: Pick<MoveEvent, "from" | "target">): string {
  if (target === move.from) return move.target;
  return target.startsWith(`${move.from}#`) ? move.target + target.slice(move.from.length) : target;
}

/** Marks as they stand after the moves that came later, each under the target it belongs to now. */
function placed(events: Iterable<JournalEvent>): readonly MarkEvent[] {
  const marks: MarkEvent[] = [];
  const moves: MoveEvent[] = [];
  for (const event of events) {
    if (event.kind === "mark") marks.push(event);
    else moves.push(event);
  }
  if (moves.length === 0) return marks;
  moves.sort((a, b) => (isLater(a, b) ? 1 : -1));
  return marks.map((mark) => follow(mark, moves));
}

function follow(mark: MarkEvent, moves: readonly MoveEvent[]): MarkEvent {
  let target = mark.target;
  for (const move of moves) if (isLater(move, mark)) target = movedTarget(target, move);
  return target === mark.target ? mark : { ...mark, target };
}

/** The events that hold: none that another names as replaced; of those left the latest for each target. */
export function headsOf(events: Iterable<JournalEvent>): Heads {
  const marks = placed(events);
  const replaced = new Set(marks.flatMap(({ over }) => (over === null ? [] : [over])));
  const heads = new Map<string, MarkEvent>();
  for (const mark of marks) {
    const held = heads.get(mark.target);
    if (!replaced.has(mark.id) && (!held || isLater(mark, held))) heads.set(mark.target, mark);
  }
  return heads;
}
