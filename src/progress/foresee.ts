// The changes that an import of events will make, worked out before anything is written.
import type { State } from "../core/base/state";
import type { JournalEvent } from "./event";
import { journalsOf, type ImportedEvents } from "./import";
import { Merge, type Heads } from "./merge";
import { isReadable } from "./transfer";

/** A target whose state an import changes. */
export interface ImportChange {
  readonly target: string;
  readonly from: State;
  readonly to: State;
}

/** The effects that an import of events will have. */
export interface Foreseen {
  readonly journals: ReadonlyMap<string, string>;
  readonly changes: readonly ImportChange[];
  /** The number of targets whose state an event of the import says, and that have it already. */
  readonly same: number;
}

/** All that is known before the import. */
interface Known {
  readonly events: ReadonlyMap<string, JournalEvent>;
  readonly heads: Heads;
  /** Lines of journals that newer versions of the plugin wrote. */
  readonly newer: readonly string[];
  /** The state of a target where these events hold. */
  stateIn(heads: Heads, target: string): State;
}

export function foresee({ events, newer }: ImportedEvents, known: Known): Foreseen {
  const fresh = withoutCircles(
    events.filter(({ id }) => !known.events.has(id)),
    known.events,
  );
  const merge = new Merge();
  merge.add([...known.events.values(), ...fresh]);
  const changes = [...new Set([...known.heads.keys(), ...merge.heads.keys()])]
    .filter((target) => isReadable(target))
    .map((target) => ({
      target,
      from: known.stateIn(known.heads, target),
      to: known.stateIn(merge.heads, target),
    }))
    .filter(({ from, to }) => from !== to);
  const [imported, changed] = [new Set(events.map(({ id }) => id)), new Set(changes.map(({ target }) => target))];
  const same = [...merge.heads].filter(
    ([target, { id }]) => imported.has(id) && !changed.has(target) && isReadable(target),
  );
  const lines = new Set(known.newer);
  return {
    journals: journalsOf(
      fresh,
      newer.filter(({ line }) => !lines.has(line)),
    ),
    changes,
    same: same.length,
  };
}

/** Events out of `fresh` that neither replace themselves nor each other in a circle, which would leave none of them. */
function withoutCircles(
  fresh: readonly JournalEvent[],
  known: ReadonlyMap<string, JournalEvent>,
): readonly JournalEvent[] {
  const byId = new Map(fresh.map((event) => [event.id, event]));
  const overOf = (id: string): string | null => {
    const event = byId.get(id) ?? known.get(id);
    return event?.kind === "mark" ? event.over : null;
  };
  // The events that a walk has passed, going from an event to the one it replaces,
  // with the walk's start: null once it ended.
  const walks = new Map<string, string | null>();
  const circling = new Set<string>();
  for (const { id: start } of fresh) {
    const path: string[] = [];
    let id: string | null = start;
    for (; id !== null && !walks.has(id); id = overOf(id)) {
      walks.set(id, start);
      path.push(id);
    }
    if (id !== null && walks.get(id) === start) for (const one of path.slice(path.indexOf(id))) circling.add(one);
    for (const one of path) walks.set(one, null);
  }
  return fresh.filter(({ id }) => !circling.has(id));
}
