// Marks for a reader and answers them: what several marks did, with undo at hand.
import { errorText } from "../core/base/log";
import { entriesOfRoadmap, type Entry } from "../core/roadmap/model";
import { clickedState, type State } from "../core/base/state";
import { targetsOf } from "../core/roadmap/tally";
import type { Context } from "./context";
import { titleOf } from "./titles";

export class Marking {
  constructor(private readonly context: Context) {}

  /** Marks one target; what is seen of it is answer enough. */
  one(target: string, state: State): void {
    this.run(this.mark([target], state));
  }

  /** The same where that is not to be seen: says what the target was and what it is, and offers to undo it. */
  told(target: string, state: State): void {
    const { words, progress, index, undoing } = this.context;
    const [from, to] = [progress.state(target), state].map((one) => words.states[one].toLowerCase());
    this.run(
      this.mark([target], state).then((marked) => {
        if (marked.length > 0)
          undoing.offerUndoOfMarks(words.turned(titleOf(target, index, words), from ?? "", to ?? ""));
      }),
    );
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
    const roadmap = this.context.roadmaps.at(mapPath);
    if (!roadmap) return;
    const above = entriesOfRoadmap(roadmap).filter(({ link }) => link.from < offset);
    this.many([...targetsOf(above).counted], "done");
  }

  /** Marks several targets as one action, says how many became different, and offers to undo it. */
  many(targets: readonly string[], state: State): void {
    this.run(
      this.mark(targets, state).then((marked) => {
        if (marked.length > 0) this.context.undoing.offerUndoOfMarks(this.context.words.marked(marked.length, state));
      }),
    );
  }

  /**
   * Gives each target a state of its own as one action, says what `say` makes of how many became different, and offers
   * to undo it.
   */
  each(states: ReadonlyMap<string, State>, say: (count: number) => string): void {
    this.run(
      this.markEach(states).then((marked) => {
        if (marked.length > 0) this.context.undoing.offerUndoOfMarks(say(marked.length));
        else this.context.notifier.tell(say(0));
      }),
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
      notifier.tell(words.tasks.notSaved(errorText(error)));
    }
    return progress.markEach(states);
  }

  private run(work: Promise<unknown>): void {
    const { notifier, words } = this.context;
    void notifier.tellIfFailed(work, words.notMarked);
  }
}
