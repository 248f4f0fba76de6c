// The marks that others replaced, and those that still hold.
import { addToGroup } from "../core/base/group";
import { placeInSession, type JournalEvent, type MarkEvent } from "./event";
import type { Heads } from "./merge";
import type { Step } from "./packed-steps";

export type Events = ReadonlyMap<string, JournalEvent>;

/**
 * Tells which event another one replaced; null if there was none. Lines leave
 * out what was replaced in their own session.
 */
export function replacements(events: Events): (id: string) => string | null {
  const placeOf = (mark: MarkEvent): string => `${placeInSession(mark).session} ${mark.target}`;
  let before: Map<string, MarkEvent[]> | null = null;
  const marksAt = (): Map<string, MarkEvent[]> => {
    const marks = new Map<string, MarkEvent[]>();
    for (const event of events.values()) if (event.kind === "mark") addToGroup(marks, placeOf(event), event);
    return marks;
  };
  return (id) => {
    const event = events.get(id);
    if (event?.kind !== "mark" || event.over !== null) return event?.kind === "mark" ? event.over : null;
    before ??= marksAt();
    const { count } = placeInSession(event);
    const earlier = (before.get(placeOf(event)) ?? []).filter((mark) => placeInSession(mark).count < count);
    return (
      earlier.reduce<MarkEvent | null>((last, mark) => (last && isLaterIn(last, mark) ? last : mark), null)?.id ?? null
    );
  };
}

function isLaterIn(one: MarkEvent, other: MarkEvent): boolean {
  return placeInSession(one).count > placeInSession(other).count;
}

/** A step whose event is still the newest of its target, which may have been moved since. */
export interface StandingStep extends Step {
  readonly target: string;
}

/** The steps of an action that still stand. */
export function standingSteps(steps: readonly Step[], heads: Heads): readonly StandingStep[] {
  const targets = new Map([...heads].map(([target, { id }]) => [id, target]));
  return steps.flatMap((step) => {
    const target = targets.get(step.last);
    return target === undefined ? [] : [{ ...step, target }];
  });
}
