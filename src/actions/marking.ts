// Marks for a reader and answers them: what several marks did, with undo at hand, and what an undo left alone.
import { reasonOf } from "../core/base/log";
import { basenameOf } from "../core/read/detect";
import { linkpathOf } from "../core/read/links";
import { entriesOfRoadmap, type Entry } from "../core/roadmap/model";
import { clickedState, type State } from "../core/base/state";
import { targetsOf } from "../core/roadmap/tally";
import type { TurnedEdits } from "../index/map-edits";
import type { Reversal } from "../progress/progress";
import type { Context } from "./context";

export class Marking {
  constructor(private readonly context: Context) {}

  /** Marks one target; what is seen of it is answer enough. */
  one(target: string, state: State): void {
    this.run(this.mark([target], state), this.context.words.notMarked);
  }

  /**
   * A click on what shows the state of an entry. A map is opened instead, and of a missing note it is said that it is
   * missing.
   */
  click(
    { kind, title, target }: Pick<Entry, "kind" | "title" | "target">,
    event: MouseEvent | KeyboardEvent,
    open: () => void,
  ): void {
    if (kind === "missing") this.context.notifier.tell(this.context.words.missingNotice(title));
    else if (kind === "map") open();
    else this.one(target, clickedState(this.context.progress.state(target), event));
  }

  /** Marks what stands above an offset of a map as done. */
  above(mapPath: string, offset: number): void {
    const roadmap = this.context.index.roadmap(mapPath);
    if (!roadmap) return;
    const above = entriesOfRoadmap(roadmap).filter(({ link }) => link.from < offset);
    this.many([...targetsOf(above).counted], "done");
  }

  /** Marks several targets as one action, says how many became different, and offers to undo it. */
  many(targets: readonly string[], state: State): void {
    this.run(
      this.mark(targets, state).then((marked) => {
        if (marked.length > 0) this.offerUndo(this.context.words.marked(marked.length, state));
      }),
      this.context.words.notMarked,
    );
  }

  /**
   * Gives each target a state of its own as one action, says what `say` makes of how many became different, and offers
   * to undo it.
   */
  each(states: ReadonlyMap<string, State>, say: (count: number) => string): void {
    this.run(
      this.markEach(states).then((marked) => {
        if (marked.length > 0) this.offerUndo(say(marked.length));
        else this.context.notifier.tell(say(0));
      }),
      this.context.words.notMarked,
    );
  }

  get canUndo(): boolean {
    return this.lastAt() > -Infinity;
  }

  /** Takes back what was done last, be it marks or ratings. */
  undo(): void {
    const { progress, edits, words } = this.context;
    if (!this.canUndo) this.context.notifier.tell(words.nothingToUndo);
    else if ((edits.undoAt ?? -Infinity) > (progress.undoAt ?? -Infinity))
      this.run(
        edits.undo().then((turned) => this.answerEdits(turned, words.rating.undone)),
        words.notUndone,
      );
    else
      this.run(
        progress.undo().then((reversal) => this.answer(reversal, words.undone)),
        words.notUndone,
      );
  }

  /** Does again what was taken back last: of all that was, the earliest. */
  redo(): void {
    const { progress, edits, words } = this.context;
    if ((edits.redoAt ?? Infinity) < (progress.redoAt ?? Infinity))
      this.run(
        edits.redo().then((turned) => this.answerEdits(turned, words.rating.redone)),
        words.notRedone,
      );
    else
      this.run(
        progress.redo().then((reversal) => this.answer(reversal, words.redone)),
        words.notRedone,
      );
  }

  private mark(targets: readonly string[], state: State): Promise<readonly string[]> {
    return this.markEach(new Map(targets.map((target) => [target, state])));
  }

  private async markEach(states: ReadonlyMap<string, State>): Promise<readonly string[]> {
    const { tasks, notifier, progress, words } = this.context;
    try {
      await tasks.settle([...states.keys()]);
    } catch (error) {
      // The mark does not wait for an answer that cannot be saved.
      notifier.tell(words.tasks.notSaved(reasonOf(error)));
    }
    return progress.markEach(states);
  }

  private answerEdits(turned: TurnedEdits | null, say: (count: number) => string): void {
    const { words } = this.context;
    const left = turned?.hasLeft === true ? [words.rating.leftAlone(basenameOf(turned.path))] : [];
    this.sayWhatWas(turned?.count ?? 0, say, left);
  }

  private answer(reversal: Reversal | null, say: (count: number) => string): void {
    const names = (reversal?.skipped ?? []).map((target) => basenameOf(linkpathOf(target)));
    const left = names.length === 0 ? [] : [this.context.words.leftAlone(names.join(", "))];
    this.sayWhatWas(reversal?.changed.length ?? 0, say, left);
  }

  /** Says how many things are as they were, and what was left alone. */
  private sayWhatWas(count: number, say: (count: number) => string, left: readonly string[]): void {
    const said = [...(count > 0 ? [say(count)] : []), ...left];
    this.context.notifier.tell(said.length > 0 ? said.join("\n") : this.context.words.nothingToUndo);
  }

  /** Says what was done last, and offers to undo just that: as soon as something else is last, the offer is gone. */
  private offerUndo(message: string): void {
    const { progress, index, words, notifier, soon } = this.context;
    const at = this.lastAt();
    const stop = (): void => stops.forEach((end) => end());
    const hide = notifier.offer(message, words.undoThis, () => {
      stop();
      if (this.lastAt() === at) this.undo();
    });
    // A change is told of first, and noted as an action a little later.
    const check = (): void => soon(() => this.lastAt() !== at && end());
    const end = (): void => {
      stop();
      hide();
    };
    const stops = [progress.onChange(check), index.onChange(check)];
  }

  /** When the last action was done that can be undone; it names that action. */
  private lastAt(): number {
    const { progress, edits } = this.context;
    return Math.max(progress.undoAt ?? -Infinity, edits.undoAt ?? -Infinity);
  }

  private run(work: Promise<unknown>, failed: (reason: string) => string): void {
    work.catch((error: unknown) => this.context.notifier.tell(failed(reasonOf(error))));
  }
}
