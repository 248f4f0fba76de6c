// The tasks of maps made to say what the reader says, where the reader agreed to that.
import { stateOfMark, type MarkMeanings, type State } from "../core/base/state";
import { taskEdits } from "../core/edit/task-edits";
import type { TaskStates } from "./task-states";
import type { MapTexts } from "./map-texts";
import type { NoteEditing } from "./ports";

/** In milliseconds: nobody waits for tasks, so that an index which is far behind, as while much is synced, may be. */
const PATIENCE = 120_000;

/** The states that tasks are to say, by their targets. */
type Wish = Map<string, State>;

export class TaskMarks {
  private meanings: MarkMeanings = new Map();
  /** All that is still to be written. */
  private readonly wishes = new Set<Wish>();
  /** The end of what is being written in each map. */
  private readonly writing = new Map<string, Promise<void>>();

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

  /**
   * Sets the marks of tasks, if the reader has agreed; what was wished of the same targets before is given up where it
   * is not written yet. Never rejects: what cannot be written stays as it is.
   */
  readonly writeMarks = async (states: ReadonlyMap<string, State>): Promise<void> => {
    if (!this.isAllowed()) return;
    for (const older of this.wishes) for (const target of states.keys()) older.delete(target);
    const wish = new Map(states);
    this.wishes.add(wish);
    const maps = new Set([...states.keys()].flatMap((target) => this.taskStates.mapsWith(target)));
    await Promise.all([...maps].map((map) => this.writeInTurn(map, wish)));
    this.wishes.delete(wish);
  };

  /** One wish after another: each has to find what those before it have written. */
  private writeInTurn(map: string, wish: Wish): Promise<void> {
    const before = this.writing.get(map) ?? Promise.resolve();
    const writing = before
      .then(() => this.writeIn(map, wish))
      .catch((error: unknown) => this.warnOf(map, String(error)));
    this.writing.set(map, writing);
    return writing;
  }

  private warnOf(map: string, reason: string): void {
    this.warn("The tasks of a map could not be marked.", `${map}: ${reason}`);
  }

  private async writeIn(map: string, wish: Wish): Promise<void> {
    const now = await this.maps.read(map, PATIENCE);
    const wanted = new Map(
      [...wish].map(([target, state]) => [target, { state, marks: this.taskStates.marks(target) }]),
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
