// Several devices, each with its own copy of the vault and its own clock, while files are synced late, backups come
// back and storage is cloned: in the end all of them know every mark and say the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES, type State } from "../../src/core/base/state";
import { idsAt, Site } from "./site";

const TARGETS = ["A.md", "B.md", "A.md#Part"];

type Step = readonly [
  kind: "mark" | "pass" | "jump" | "sync" | "kill" | "close" | "save" | "restore" | "clone",
  site: number,
  other: number,
  target: number,
  state: State,
];

const step = (sites: number): fc.Arbitrary<Step> =>
  fc.tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant("mark" as const) },
      { weight: 6, arbitrary: fc.constantFrom("pass" as const, "sync" as const) },
      fc.constantFrom(
        "jump" as const,
        "kill" as const,
        "close" as const,
        "save" as const,
        "restore" as const,
        "clone" as const,
      ),
    ),
    fc.nat(sites - 1),
    fc.nat(sites - 1),
    fc.nat(TARGETS.length - 1),
    fc.constantFrom(...STATES),
  );

async function take(sites: readonly Site[], [kind, at, with_, target, state]: Step): Promise<void> {
  const [site, other] = [sites[at]!, sites[with_]!];
  if (kind === "mark") await site.progress.mark([TARGETS[target]!], state);
  else if (kind === "pass") await site.device.pass(4000);
  else if (kind === "jump") site.device.time += (with_ - 1) * 90_000_000;
  else if (kind === "sync") site.receive(other);
  else if (kind === "kill" || kind === "close") await site.restart(kind === "kill");
  else if (kind === "save") site.save();
  else if (kind === "restore") await site.restore();
  else if (site !== other) await site.cloneOf(other);
}

/** Everything reaches everybody. */
async function settleAll(sites: readonly Site[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const site of sites) await site.restart();
    for (const site of sites) await site.device.pass(40_000);
    for (const site of sites) for (const other of sites) if (site !== other) site.receive(other);
  }
}

const statesAt = ({ progress }: Site): readonly State[] => TARGETS.map((target) => progress.state(target));

describe("two to five devices", () => {
  it("end in one state, and without a lost mark, whatever their clocks, files and storage go through", async () => {
    const runs = fc
      .integer({ min: 2, max: 5 })
      .chain((count) => fc.tuple(fc.constant(count), fc.array(step(count), { maxLength: 40 })));
    await fc.assert(
      fc.asyncProperty(runs, async ([count, steps]) => {
        const sites = Array.from({ length: count }, (_, index) => new Site(index + 1));
        const seen = new Set<string>();
        for (const site of sites) await site.progress.journals.load();
        for (const one of steps) {
          await take(sites, one);
          for (const id of idsAt(sites[one[1]]!)) seen.add(id);
        }
        await settleAll(sites);
        for (const site of sites) {
          expect(statesAt(site)).toEqual(statesAt(sites[0]!));
          expect([...seen].filter((id) => !idsAt(site).includes(id))).toEqual([]);
          expect(site.progress.journals.problems()).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("end in the last mark where each knew the one before it, whatever their clocks say", async () => {
    const runs = fc.array(
      fc.tuple(
        fc.nat(3),
        fc.constantFrom("A.md", "B.md"),
        fc.constantFrom(...STATES),
        fc.integer({ min: -100, max: 100 }),
      ),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(runs, async (marks) => {
        const sites = [1, 2, 3, 4].map((seed) => new Site(seed));
        const last = new Map<string, State>();
        for (const site of sites) await site.progress.journals.load();
        for (const [at, target, state, hours] of marks) {
          const site = sites[at]!;
          site.device.time += hours * 3_600_000;
          await site.progress.mark([target], state);
          last.set(target, state);
          await site.device.pass(6000);
          for (const other of sites) if (other !== site) other.receive(site);
        }
        await settleAll(sites);
        for (const site of sites) for (const [target, state] of last) expect(site.progress.state(target)).toBe(state);
      }),
      { numRuns: 200 },
    );
  });
});
