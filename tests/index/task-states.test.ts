// The states that tasks of maps declare, kept true while maps change.
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../default-rules";
import { TaskStates } from "../../src/index/task-states";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { fail } from "../logs";
import { FakeVaultSource, ManualPace } from "./fake-source";

const VAULT = {
  "A.md": "",
  "B.md": "",
  "One MOC.md": "- [x] [[A]]\n- [ ] [[B]]\n- [x] [[Nowhere]]\n",
  "Two MOC.md": "- [/] [[A]]\n- [[B]]\n",
};

interface Followed {
  readonly index: RoadmapIndex;
  readonly taskStates: TaskStates;
  readonly told: string[];
}

function follow(source: FakeVaultSource, pace: ManualPace): Followed {
  const index = new RoadmapIndex(source, pace, DEFAULT_RULES, fail);
  const taskStates = new TaskStates();
  const told: string[] = [];
  index.onBound((path, roadmap) => taskStates.read(path, roadmap));
  index.onChange(() => told.push([...taskStates.takeChanged()].sort().join(" ")));
  return { index, taskStates, told };
}

async function setUp(): Promise<Followed & { readonly source: FakeVaultSource; readonly pace: ManualPace }> {
  const [source, pace] = [new FakeVaultSource(VAULT), new ManualPace()];
  const followed = follow(source, pace);
  await followed.index.build();
  pace.finish();
  return { source, pace, ...followed };
}

describe("what tasks declare", () => {
  it("is the marks of all items that list a target, in all maps", async () => {
    const { taskStates, told } = await setUp();
    expect(["A.md", "B.md", "Nowhere"].map((target) => taskStates.marks(target))).toEqual(["/x", " ", ""]);
    expect(told.filter((one) => one !== "")).toEqual(["A.md B.md"]);
  });

  it("follows edits, and tells which targets it is about", async () => {
    const { source, pace, index, taskStates, told } = await setUp();
    const change = (path: string, text: string): void => {
      source.set(path, text);
      index.changed(path, text, source.cacheOf(path) ?? {});
      pace.finish();
    };
    change("Two MOC.md", "- [x] [[A]]\n- [[B]]\n");
    expect([taskStates.marks("A.md"), told.at(-1)]).toEqual(["xx", "A.md"]);
    change("One MOC.md", "- [[A]]\n- [[B]]\n");
    expect([taskStates.marks("A.md"), taskStates.marks("B.md"), told.at(-1)]).toEqual(["x", "", "A.md B.md"]);
    change("One MOC.md", "- [[A]] read on\n- [[B]]\n");
    expect(told.at(-1)).toBe("");
  });

  it("is known of all maps without binding them in one breath", async () => {
    const maps = Array.from({ length: 20 }, (_, at) => [`Map ${at} MOC.md`, "- [x] [[A]]\n"] as const);
    const [source, pace] = [new FakeVaultSource(Object.fromEntries([["A.md", ""], ...maps])), new ManualPace()];
    const { index, taskStates } = follow(source, pace);
    await index.build();
    const known: number[] = [];
    pace.slice = 5;
    while (taskStates.marks("A.md").length < maps.length) {
      pace.frame();
      known.push(taskStates.marks("A.md").length);
    }
    expect(known.every((count, at) => count - (known[at - 1] ?? 0) <= 5)).toBe(true);
  });

  it("forgets a map that is gone", async () => {
    const { source, pace, index, taskStates } = await setUp();
    source.remove("One MOC.md");
    index.removed("One MOC.md");
    pace.finish();
    expect([taskStates.marks("A.md"), taskStates.marks("B.md")]).toEqual(["/", ""]);
  });
});
