// Marks of this session on targets of which not all was known then, and what becomes of them once all is known.
import type { State } from "../core/base/state";
import type { MarkEvent } from "./event";
import type { Heads } from "./merge";

interface Early {
  readonly first: MarkEvent;
  readonly last: MarkEvent;
  /** The state that was shown before the first. */
  readonly before: State;
}

interface Settled {
  /** The states that marks had really replaced, by the ids of their events. */
  readonly learned: ReadonlyMap<string, State>;
  /** The states that targets are to be given once more. */
  readonly again: ReadonlyMap<string, State>;
}

export class EarlyMarks {
  private readonly marks = new Map<string, Early>();

  /** A target was marked that was shown as `before`. */
  add(event: MarkEvent, before: State): void {
    this.marks.set(event.target, { first: event, before, ...this.marks.get(event.target), last: event });
  }

  /** The last mark of a target was kept once more. */
  renew(last: MarkEvent): void {
    const early = this.marks.get(last.target);
    if (early) this.marks.set(last.target, { ...early, last });
  }

  /**
   * Marks made before all was known still hold, even over one that another device's clock, which is ahead, puts after
   * them: those marks are made again, now that it is known what they replace. Undoing them brings that back, and where
   * the reader has gone back already to what was shown, it is back at once.
   */
  settled(heads: Heads, now: number, stateBefore: (mark: MarkEvent) => State | null): Settled {
    const [learned, again] = [new Map<string, State>(), new Map<string, State>()];
    for (const [target, { first, last, before }] of this.marks) {
      const known = stateBefore(first);
      const head = heads.get(target);
      if (known !== null) learned.set(first.id, known);
      if (known !== null && known !== before && last.state === before) again.set(target, known);
      else if (head && head.id !== last.id && head.at > now) again.set(target, last.state);
    }
    this.marks.clear();
    return { learned, again };
  }
}
