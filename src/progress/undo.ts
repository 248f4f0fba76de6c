// Takes back what a device did last, be it marks or edits of notes, and does it again; tells what became of it.
import type { State } from "../core/base/state";
import type { ActionHistory, Turn } from "./action-history";
import {
  editsOf,
  isEdits,
  stepsOf,
  type EditLabel,
  type KeptAction,
  type PackedEditAction,
  type PackedMarks,
} from "./kept-action";
import type { Merge } from "./merge";
import type { Step } from "./packed-steps";
import type { ProgressPorts } from "./ports";
import { standingSteps, type StandingStep } from "./replaced-marks";
import { swapped } from "../core/edit/lines";

export interface MarkReversal {
  readonly kind: "marks";
  readonly changed: readonly string[];
  /** The state that all of them had before, and the one they have now; null where they differ. */
  readonly from: State | null;
  readonly to: State | null;
  /** Targets that were marked again since, and are left as they are. */
  readonly skipped: readonly string[];
}

export interface EditReversal {
  readonly kind: "edits";
  readonly label: EditLabel;
  /** False if nothing of it could be turned. */
  readonly isChanged: boolean;
  /** The paths of notes that say something else by now, or are gone, and are left as they are. */
  readonly skipped: readonly string[];
  /** Why notes could not be written, by path: their edits can be turned again. */
  readonly failures: ReadonlyMap<string, string>;
}

/** The outcome of undoing or redoing an action. */
export type Reversal = MarkReversal | EditReversal;

export class Undo {
  constructor(
    private readonly history: ActionHistory,
    private readonly merge: Pick<Merge, "events" | "heads">,
    private readonly ports: Pick<ProgressPorts, "edit">,
    /** Resolves when all marks are known. */
    private readonly load: () => Promise<void>,
    /** Gives targets the states before or after steps, and returns the steps that this took. */
    private readonly mark: (steps: readonly StandingStep[], to: Turn) => Promise<readonly Step[]>,
  ) {}

  /**
   * Turns an action, the next one if none is given, as far as it still holds; null if there is none. Rejects if it can
   * only be tried again.
   */
  async turn(to: Turn, given?: KeptAction): Promise<Reversal | null> {
    await this.load();
    const action = given ?? this.history.next(to);
    if (!action || !this.history.holds(to, action)) return null;
    return isEdits(action) ? this.turnEdits(action, to) : this.turnMarks(action, to);
  }

  private async turnMarks(action: PackedMarks, to: Turn): Promise<MarkReversal> {
    const { heads, events } = this.merge;
    const all = stepsOf(action);
    const standing = standingSteps(all, heads);
    this.history.turnedMarks(to, action, await this.mark(standing, to), standing);
    const stands = new Set(standing.map(({ last }) => last));
    const left = all.filter(({ last }) => !stands.has(last));
    return {
      kind: "marks",
      changed: standing.map(({ target }) => target),
      from: onlyState(standing.map((step) => step[to === "before" ? "after" : "before"])),
      to: onlyState(standing.map((step) => step[to])),
      // A step that no journal holds any more was not marked again: there is nothing of it to leave alone.
      skipped: left.flatMap(({ last }) => events.get(last)?.target ?? []),
    };
  }

  private async turnEdits(action: PackedEditAction, to: Turn): Promise<EditReversal> {
    const edits = editsOf(action);
    const { results, inverse, failures } = await this.ports.edit(edits);
    const having = (...wanted: readonly string[]) => edits.filter((_, at) => wanted.includes(results[at] ?? ""));
    const failed = having("failed");
    const [reason] = failures.values();
    if (reason !== undefined && failed.length === edits.length) throw new Error(reason);
    // Those that the reader has turned by hand count as turned.
    const back = [...inverse, ...having("unchanged").map(swapped)];
    this.history.turnedEdits(to, action, back, failed);
    const { name, before, after, target } = action;
    return {
      kind: "edits",
      label: { name, before, after, target },
      isChanged: back.length > 0,
      skipped: [...new Set(having("moved", "missing").map(({ path }) => path))],
      failures,
    };
  }
}

/** The state that all have; null where they differ, or there is none. */
function onlyState(states: readonly State[]): State | null {
  const [first = null, ...more] = new Set(states);
  return more.length === 0 ? first : null;
}
