// The states that the tasks of maps declare: the marks of all items that list a target, kept true with the index.
import { entriesOfRoadmap, type Roadmap } from "../core/roadmap/model";

const NONE: ReadonlyMap<string, string> = new Map();

export class TaskStates {
  /** Each target's marks in each map that lists it as a task: target, then map. */
  private readonly tasks = new Map<string, Map<string, string>>();
  private readonly targetsIn = new Map<string, readonly string[]>();
  /** The marks that were known of each target that was concerned, before anybody was told. */
  private before = new Map<string, string>();

  /** One character for each task that lists a target, in order; empty where none does. */
  readonly marks = (target: string): string => {
    const maps = this.tasks.get(target);
    // Asked of every target at every drawing, and few are tasks.
    return maps === undefined
      ? ""
      : [...maps.values()]
          .flatMap((marks) => [...marks])
          .sort()
          .join("");
  };

  /** Everything that some map lists as a task. */
  targets(): ReadonlySet<string> {
    return new Set(this.tasks.keys());
  }

  /** The maps that list a target as a task. */
  mapsWith(target: string): readonly string[] {
    return [...(this.tasks.get(target) ?? NONE).keys()];
  }

  /** A target's marks in one map were changed; the index will say the same as soon as it has read the map again. */
  changed(map: string, target: string, from: string, to: string): void {
    const maps = this.tasks.get(target);
    maps?.set(
      map,
      (maps.get(map) ?? "").replace(from, () => to),
    );
  }

  /** The targets whose marks became different since this was asked last. */
  takeChanged(): ReadonlySet<string> {
    const { before } = this;
    this.before = new Map();
    return this.differentFrom(before);
  }

  private differentFrom(before: ReadonlyMap<string, string>): ReadonlySet<string> {
    return new Set([...before].flatMap(([target, marks]) => (this.marks(target) === marks ? [] : [target])));
  }

  /** A map says this now, or, with null, is gone. Returns the targets whose marks became different by that. */
  read(path: string, roadmap: Roadmap | null): ReadonlySet<string> {
    const [old, now] = [this.targetsIn.get(path) ?? [], roadmap ? marksIn(roadmap) : NONE];
    const before = new Map([...old, ...now.keys()].map((target) => [target, this.marks(target)]));
    for (const [target, marks] of before) if (!this.before.has(target)) this.before.set(target, marks);
    for (const target of old) this.forget(target, path);
    for (const [target, marks] of now)
      this.tasks.set(target, (this.tasks.get(target) ?? new Map<string, string>()).set(path, marks));
    if (now.size > 0) this.targetsIn.set(path, [...now.keys()]);
    else this.targetsIn.delete(path);
    return this.differentFrom(before);
  }

  private forget(target: string, path: string): void {
    const maps = this.tasks.get(target);
    maps?.delete(path);
    if (maps?.size === 0) this.tasks.delete(target);
  }
}

function marksIn(roadmap: Roadmap): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const entry of entriesOfRoadmap(roadmap)) {
    const { task } = entry;
    if (task !== null && entry.kind !== "missing") marks.set(entry.target, (marks.get(entry.target) ?? "") + task);
  }
  return marks;
}
