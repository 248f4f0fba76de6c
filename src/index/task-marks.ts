// The tasks of maps made to say what the reader says, where the reader agreed to that.
import { stateOfMark, type MarkMeanings, type State } from "../core/base/state";
import { taskEdits } from "../core/edit/task-edits";
import type { TaskStates } from "./task-states";
import type { MapTexts } from "./map-texts";
import type { NoteEditing } from "./ports";

export class TaskMarks {
  private meanings: MarkMeanings = new Map();

  constructor(
    private readonly maps: Pick<MapTexts, "read">,
    private readonly taskStates: Pick<TaskStates, "marks" | "mapsWith" | "changed">,
    private readonly notes: Pick<NoteEditing, "edit">,
    /** True if the reader has agreed. */
    private readonly isAllowed: () => boolean,
    private readonly warn: (message: string, detail: string) => void,
  ) {}

  /** True if a map lists one of these targets as a task. */
  concerns(targets: readonly string[]): boolean {
    return targets.some((target) => this.taskStates.mapsWith(target).length > 0);
  }

  /** The state that a mark declares; null for marks that mean something else. */
  readonly stateOfMark = (mark: string): State | null => stateOfMark(mark, this.meanings);

  /** Other marks than the usual ones mean this from now on. */
  setMeanings(meanings: MarkMeanings): void {
    this.meanings = meanings;
  }

  /** Sets the marks of tasks, if the reader has agreed. Never rejects: what cannot be written stays as it is. */
  readonly writeMarks = async (states: ReadonlyMap<string, State>): Promise<void> => {
    if (!this.isAllowed()) return;
    const maps = new Set([...states.keys()].flatMap((target) => this.taskStates.mapsWith(target)));
    for (const map of maps) await this.writeIn(map, states).catch((error: unknown) => this.warnOf(map, String(error)));
  };

  private warnOf(map: string, reason: string): void {
    this.warn("The tasks of a map could not be marked.", `${map}: ${reason}`);
  }

  private async writeIn(map: string, states: ReadonlyMap<string, State>): Promise<void> {
    const now = await this.maps.read(map);
    const wanted = new Map(
      [...states].map(([target, state]) => [target, { state, marks: this.taskStates.marks(target) }]),
    );
    const tasks = now ? taskEdits(now.roadmap, now.text, wanted, this.meanings) : [];
    if (tasks.length === 0) return;
    const { results, failures } = await this.notes.edit(tasks.map(({ edit }) => edit));
    for (const [path, reason] of failures) this.warnOf(path, reason);
    tasks.forEach(
      ({ target, mark, newMark }, index) =>
        results[index] === "written" && this.taskStates.changed(map, target, mark, newMark),
    );
  }
}
