// The word that holds for a target: its own mark or task, or a later word about the whole note that it lies in.
import type { State } from "../core/base/state";
import { declaredSince } from "./declared";
import type { Heads } from "./merge";
import { noteOf } from "../core/read/links";
import type { ProgressPorts } from "./ports";

/** All that is known of one target itself, whatever holds for the note around it. */
interface Verdict {
  readonly state: State;
  /** Milliseconds since 1970; null where a task declares it. */
  readonly at: number | null;
}

type Tasks = Pick<ProgressPorts, "marks" | "stateOfMark">;

/** The state of a target where these events hold: `todo` if nobody has marked it. */
export function stateIn(heads: Pick<Heads, "get">, target: string, tasks: Tasks): State {
  const own = verdictOn(heads, target, tasks);
  const note = noteOf(target);
  const whole = note === target ? null : verdictOn(heads, note, tasks);
  return (whole && isOverruled(own, whole) ? whole : own)?.state ?? "todo";
}

function verdictOn(heads: Pick<Heads, "get">, target: string, tasks: Tasks): Verdict | null {
  const head = heads.get(target);
  const marks = tasks.marks(target);
  if (head === undefined && marks === "") return null;
  const declared = declaredSince(head?.marks ?? "", marks, (mark) => tasks.stateOfMark(mark));
  if (declared !== null) return { state: declared, at: null };
  return head ? { state: head.state, at: head.at } : null;
}

/** True if a mark on the whole note is the later word about something inside it. */
function isOverruled(own: Verdict | null, whole: Verdict): boolean {
  if (own === null || whole.at === null) return own === null || own.at !== null;
  return own.at !== null && own.at < whole.at;
}
