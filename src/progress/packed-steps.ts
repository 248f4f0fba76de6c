// The steps of an action as short text. A chapter of 11,000 notes marked at once is 11,000 events that follow each
// other: one run of ids, one state before and one after. What else belongs to a step is in its events.
import { isState, type State } from "../core/base/state";

/** The effect of an action on one target. */
export interface Step {
  /** The event that did it; of quick clicks that were joined, the first. What it replaced held before. */
  readonly first: string;
  /** The event that holds what was done: while it is the newest of its target, the step can be undone. */
  readonly last: string;
  readonly before: State;
  readonly after: State;
}

/** Steps as text: runs of ids (`device.session.1-11000 .12003`) and of states (`todo*11000 done`). */
export interface PackedSteps {
  readonly first: string;
  readonly last: string;
  readonly before: string;
  readonly after: string;
}

/** Longer runs are damage: no action has as many notes. */
const LONGEST_RUN = 1_000_000;

export function packSteps(steps: readonly Step[]): PackedSteps {
  return {
    first: packIds(steps.map(({ first }) => first)),
    last: packIds(steps.map(({ last }) => last)),
    before: packStates(steps.map(({ before }) => before)),
    after: packStates(steps.map(({ after }) => after)),
  };
}

/** The steps of a packed action; none where the text is damaged. */
export function unpackSteps({ first, last, before, after }: PackedSteps): readonly Step[] {
  const [firsts, lasts, befores, afters] = [
    unpackIds(first),
    unpackIds(last),
    unpackStates(before),
    unpackStates(after),
  ];
  if ([lasts, befores, afters].some(({ length }) => length !== firsts.length)) return [];
  return firsts.flatMap((id, index) => {
    const [now, from, to] = [lasts[index], befores[index], afters[index]];
    return now === undefined || from === undefined || to === undefined
      ? []
      : [{ first: id, last: now, before: from, after: to }];
  });
}

/** Steps whose last events go by other ids now. */
export function renameLast(steps: PackedSteps, names: ReadonlyMap<string, string>): PackedSteps {
  const ids = unpackIds(steps.last);
  return ids.some((id) => names.has(id)) ? { ...steps, last: packIds(ids.map((id) => names.get(id) ?? id)) } : steps;
}

/** Ids that count up are one run; a run of the session before does not name it again. */
function packIds(ids: readonly string[]): string {
  const runs: { readonly session: string; readonly from: number; to: number }[] = [];
  for (const id of ids) {
    const dot = id.lastIndexOf(".");
    const [session, count] = [id.slice(0, dot), Number(id.slice(dot + 1))];
    const run = runs.at(-1);
    if (run?.session === session && run.to + 1 === count) run.to = count;
    else runs.push({ session, from: count, to: count });
  }
  return runs
    .map(({ session, from, to }, index) => {
      const name = session === runs[index - 1]?.session ? "" : session;
      return from === to ? `${name}.${from}` : `${name}.${from}-${to}`;
    })
    .join(" ");
}

function unpackIds(text: string): readonly string[] {
  let session = "";
  return text.split(" ").flatMap((run) => {
    const [, name = "", first = "", last = first] = /^(.*)\.(\d+)(?:-(\d+))?$/.exec(run) ?? [];
    const [from, length] = [Number(first), Number(last) - Number(first) + 1];
    if (name !== "") session = name;
    return first === "" || length < 1 || length > LONGEST_RUN
      ? []
      : Array.from({ length }, (_, index) => `${session}.${from + index}`);
  });
}

function packStates(states: readonly State[]): string {
  const runs: { readonly state: State; count: number }[] = [];
  for (const state of states) {
    const run = runs.at(-1);
    if (run?.state === state) run.count++;
    else runs.push({ state, count: 1 });
  }
  return runs.map(({ state, count }) => (count === 1 ? state : `${state}*${count}`)).join(" ");
}

function unpackStates(text: string): readonly State[] {
  return text.split(" ").flatMap((run) => {
    const [state, count = "1"] = run.split("*");
    const length = Number(count);
    return isState(state) && length >= 1 && length <= LONGEST_RUN ? Array<State>(length).fill(state) : [];
  });
}
