// What the tasks of maps declare: the marks of all items that list a target, kept true with the index.
import { entriesOfRoadmap, type Roadmap } from "../core/model";
import type { IndexChange } from "./ports";
import type { RoadmapIndex } from "./roadmap-index";

type Marks = ReadonlyMap<string, string>;

export class Declared {
  /** The marks in each map that has tasks, by target. */
  private readonly inMaps = new Map<string, Marks>();
  private readonly all = new Map<string, string>();
  /** Maps that became different while maps were still being found: reading them earlier would follow their links in vain. */
  private readonly waiting = new Set<string>();

  constructor(private readonly index: Pick<RoadmapIndex, "roadmap" | "isComplete">) {}

  /** One character for each task that lists a target, in order; empty where none does. */
  marks(target: string): string {
    return this.all.get(target) ?? "";
  }

  /** Maps became different; returns the targets whose marks did. */
  update({ maps }: Pick<IndexChange, "maps">): ReadonlySet<string> {
    for (const path of maps) this.waiting.add(path);
    if (!this.index.isComplete) return new Set();
    const touched = new Set<string>();
    for (const path of this.waiting) this.read(path, touched);
    this.waiting.clear();
    return new Set([...touched].filter((target) => this.gather(target)));
  }

  private read(path: string, touched: Set<string>): void {
    const roadmap = this.index.roadmap(path);
    const [before, now] = [this.inMaps.get(path), roadmap ? marksIn(roadmap) : new Map<string, string>()];
    for (const target of [...(before?.keys() ?? []), ...now.keys()]) touched.add(target);
    if (now.size > 0) this.inMaps.set(path, now);
    else this.inMaps.delete(path);
  }

  /** Puts together what all maps say of a target; false if that is what it was. */
  private gather(target: string): boolean {
    const marks = sorted([...this.inMaps.values()].map((ofMap) => ofMap.get(target) ?? "").join(""));
    if (marks === this.marks(target)) return false;
    if (marks === "") this.all.delete(target);
    else this.all.set(target, marks);
    return true;
  }
}

function marksIn(roadmap: Roadmap): Marks {
  const marks = new Map<string, string>();
  for (const { task, target, kind } of entriesOfRoadmap(roadmap)) {
    if (task !== null && kind !== "missing") marks.set(target, (marks.get(target) ?? "") + task);
  }
  return marks;
}

function sorted(characters: string): string {
  return [...characters].sort().join("");
}
