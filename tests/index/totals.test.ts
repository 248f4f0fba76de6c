// The counts over an index are those that counting afresh gives, whatever was marked, declared, edited or moved before.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES } from "../../src/core/base/state";
import { divisionsOf } from "../../src/core/roadmap/model";
import { Totals } from "../../src/index/totals";
import { TaskStates } from "../../src/index/task-states";
import { Progress } from "../../src/progress/progress";
import { fail } from "../logs";
import { FakeDevice, FakeVault } from "../progress/fake-ports";
import { FollowedVault } from "./fake-source";

const TEXTS = [
  "## One\n- [[A]]\n- [[Low MOC]]\n## Two\n- [[B#Part]]\n- [ ] [[C]]",
  "## One\n- [x] [[A]]\n- [[B]]\n- [[Low MOC]]\n## Two\n- [[B#Part]]\n- [[Moved]]",
  "## One\n- [x] [[B#Part]]\n- [/] [[C]]\n- [[C]]\n- [[Nowhere]]\n- [[Top MOC]]",
  "- [x] [[B]]\n- [-] [[Moved]]\n- [[D]]",
  "",
];
const NOTES = ["A.md", "B.md", "C.md", "D.md", "Moved.md"];
const MAPS = ["Top MOC.md", "Low MOC.md"];

/** Everything that goes into totals, put together as the plugin does. */
async function followed(): Promise<{
  readonly open: FollowedVault;
  readonly device: FakeDevice;
  readonly progress: Progress;
  readonly totals: Totals;
  readonly fresh: () => Totals;
}> {
  const notes = Object.fromEntries(["A.md", "B.md", "C.md", "D.md"].map((path) => [path, "# Part"]));
  const open = await FollowedVault.open({ ...notes, "Top MOC.md": TEXTS[0]!, "Low MOC.md": TEXTS[3]! });
  const { index } = open;
  const [device, tasks] = [new FakeDevice(new FakeVault()), new TaskStates()];
  for (const path of MAPS) tasks.read(path, index.roadmap(path));
  const progress = new Progress({ ...device.ports(), marks: (target) => tasks.marks(target) });
  await progress.journals.load();
  index.onBound((path, roadmap) => totals.statesChanged(tasks.read(path, roadmap)));
  index.onChange(() => progress.declarationsChanged(tasks.takeChanged()));
  const fresh = (): Totals =>
    new Totals(
      index,
      (target) => progress.state(target),
      fail,
      () => null,
      progress,
    );
  const totals: Totals = fresh();
  progress.onChange((targets) => totals.statesChanged(targets));
  return { open, device, progress, totals, fresh };
}

function all({ index }: FollowedVault, totals: Totals): unknown {
  return MAPS.map((path) => {
    const roadmap = index.roadmap(path);
    return (
      roadmap && [
        totals.tallyOfRoadmap(roadmap),
        totals.totalOfRoadmap(roadmap),
        totals.lastReadOfAll(roadmap),
        ...divisionsOf(roadmap.chapters).map((division) => totals.tallyOfDivision(division)),
      ]
    );
  });
}

describe("totals that are kept", () => {
  it("are those of a count afresh, whatever is marked, declared by tasks, edited, moved and undone", async () => {
    const target = fc.constantFrom(...NOTES, "B.md#Part", "A.md#Part");
    const step = fc.oneof(
      fc.record({ kind: fc.constant("mark" as const), targets: fc.array(target), state: fc.constantFrom(...STATES) }),
      fc.record({ kind: fc.constant("many" as const), state: fc.constantFrom(...STATES) }),
      fc.record({ kind: fc.constant("undo" as const) }),
      fc.record({ kind: fc.constant("clock" as const), ahead: fc.integer({ min: -3, max: 3 }) }),
      fc.record({ kind: fc.constant("edit" as const), map: fc.nat(1), text: fc.nat(TEXTS.length - 1) }),
      fc.record({ kind: fc.constant("move" as const), from: fc.nat(4), to: fc.nat(4) }),
    );
    const steps = fc.array(fc.tuple(step, fc.boolean()), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const { open, device, progress, totals, fresh } = await followed();
        for (const [one, isAsked] of given) {
          if (one.kind === "mark") await progress.mark(one.targets, one.state);
          else if (one.kind === "many")
            await progress.mark([...NOTES, ...Array.from({ length: 1_001 }, (_, at) => `Other ${at}.md`)], one.state);
          else if (one.kind === "undo") await progress.undo();
          else if (one.kind === "clock") device.time += one.ahead * 3_600_000;
          else if (one.kind === "edit") open.write(MAPS[one.map]!, TEXTS[one.text]!);
          else {
            const [from, to] = [NOTES[one.from]!, NOTES[one.to]!];
            if (!open.source.texts.has(from) || open.source.texts.has(to)) continue;
            await open.rename(from, to);
            await progress.moved([{ from, to }]);
          }
          open.pace.finish();
          if (isAsked) expect(all(open, totals)).toEqual(all(open, fresh()));
        }
        expect(all(open, totals)).toEqual(all(open, fresh()));
      }),
      { numRuns: 80 },
    );
  });

  it("hold no state that a task had for a moment, between two times that others are told", async () => {
    const { open, totals, fresh } = await followed();
    for (const text of ["- [ ] [[C]]", "- [x] [[C]]", "- [ ] [[C]]"]) {
      open.write("Low MOC.md", text);
      for (const path of MAPS) open.index.roadmap(path);
      expect(all(open, totals)).toEqual(all(open, fresh()));
    }
    await open.pace.settle();
    expect(all(open, totals)).toEqual(all(open, fresh()));
  });

  it("hear of more targets at once than a call can have arguments", async () => {
    const { open, totals, progress, fresh } = await followed();
    all(open, totals);
    await progress.mark(["A.md"], "done");
    totals.statesChanged(new Set(["A.md", ...Array.from({ length: 300_000 }, (_, at) => `Other ${at}.md`)]));
    expect(all(open, totals)).toEqual(all(open, fresh()));
  });
});
