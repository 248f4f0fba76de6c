// Whatever happens to notes on two devices, by readers, scripts, git and sync: no mark that was acknowledged is lost,
// none is on a note that nobody marked, and both devices come to say the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES } from "../../src/core/base/state";
import { randomOf } from "./random";
import { World, type Copy, type Notes } from "./world";

/** So many worlds, others each time; without that the same few. */
const { RUNS } = process.env;
const TIMEOUT = 60_000 + Number(RUNS ?? 0) * 1000;

const NAMES = ["Flour", "Water", "Salt", "Yeast"];
const PATHS = ["", "In/", "Old/"].flatMap((folder) => NAMES.map((name) => `${folder}${name}.md`));
const MOST_EDITS = 2;

const KINDS = {
  mark: 8,
  undo: 1,
  rename: 4,
  move: 4,
  remove: 2,
  write: 3,
  edit: 2,
  turn: 1,
  branch: 1,
  back: 2,
  quiet: 4,
  sync: 6,
  close: 2,
  kill: 1,
  open: 4,
  skew: 1,
} as const;
type Kind = keyof typeof KINDS;
type Step = readonly [kind: Kind, at: number, one: number, other: number];

const step = fc.tuple(
  fc.oneof(...Object.entries(KINDS).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Kind) }))),
  fc.nat(1),
  fc.nat(23),
  fc.nat(23),
);

const notesOf = ({ site }: Copy): readonly string[] => [...site.notes.keys()].sort();

/** Each of some notes takes the path of the next, the last that of the first, or of none. */
async function turn({ site }: Copy, first: number, count: number): Promise<void> {
  const paths = [...site.notes.keys()].sort();
  const from = Array.from({ length: Math.min(count, paths.length) }, (_, at) => paths[(first + at) % paths.length]!);
  const free = PATHS.find((path) => !site.notes.has(path));
  const to = first % 2 === 0 && free !== undefined ? [...from.slice(1), free] : [...from.slice(1), from[0]!];
  const writings = from.map((path) => site.notes.get(path));
  if (!to.includes(from[0]!)) await site.change(from[0]!, undefined);
  for (const [at, path] of to.entries()) await site.change(path, writings[at]);
}

/** Something happens on one device. */
async function take(world: World, copy: Copy, [kind, , one, other]: Step): Promise<void> {
  const { site } = copy;
  const { app, device } = site;
  const paths = notesOf(copy);
  const [path, free] = [paths[one % paths.length], PATHS[other % PATHS.length]!];
  const writing = path === undefined ? undefined : site.notes.get(path);
  await device.pass(3000);
  if (kind === "mark" && app && path !== undefined)
    await app.progress.mark([other % 4 === 0 ? `${path}#Part` : path], STATES[other % STATES.length]!);
  else if (kind === "undo") await app?.progress.undo();
  else if (kind === "rename" && path !== undefined) await site.rename(path, free);
  else if (kind === "move" && path !== undefined && !site.notes.has(free))
    for (const end of world.shuffled([path, free])) await site.change(end, end === free ? writing : undefined);
  else if (kind === "remove" && path !== undefined) await site.change(path, undefined);
  else if (kind === "write" && app && !site.notes.has(free)) await site.change(free, world.newWriting());
  else if (kind === "edit" && path !== undefined && writing && writing.edits < MOST_EDITS)
    await site.change(path, { ...writing, edits: writing.edits + 1 });
  else if (kind === "turn" && path !== undefined) await turn(copy, one, 2 + (other % 3));
  else if (kind === "branch") site.stash = new Map(site.notes);
  else if (kind === "back" && site.stash) {
    const now: Notes = new Map(site.notes);
    await site.checkOut(site.stash, world.shuffled);
    site.stash = now;
  } else if (kind === "quiet") await site.quiet();
  else if (kind === "sync") await world.sync(copy);
  else if (kind === "close" || kind === "kill") await site.close(kind === "kill");
  else if (kind === "open") await site.open();
  else if (kind === "skew") site.skew = (one - 12) * 3_600_000 * (other + 1);
  world.noteMarks(site);
}

/** Everything reaches everybody, and readers answer what they are asked. */
async function settleAll(world: World): Promise<void> {
  for (let round = 0; round < 6; round++)
    for (const copy of world.copies) {
      const { site } = copy;
      if (round % 2 === 0) await site.close(round === 0);
      await site.open();
      await world.sync(copy);
      await site.quiet();
      const offers = site.app?.moved.offers ?? [];
      await site.app?.moved.confirm(offers.filter((offer) => world.isRight(site, offer)));
      for (const offer of site.app?.moved.offers ?? []) await site.app?.moved.reject(offer);
      await site.quiet();
      await world.sync(copy);
    }
}

async function run(seed: number, steps: readonly Step[]): Promise<World> {
  const world = new World(randomOf(seed));
  const [first, second] = world.copies as [Copy, Copy];
  for (const path of PATHS.slice(0, 5)) first.site.notes.set(path, world.newWriting());
  for (const copy of [first, second, first]) await world.sync(copy);
  for (const { site } of world.copies) await site.open();
  for (const { site } of world.copies) await site.quiet();
  for (const one of steps) await take(world, one[1] === 0 ? first : second, one);
  await settleAll(world);
  return world;
}

const headsAt = ({ site }: Copy): readonly string[] =>
  [...(site.app?.progress.heads ?? [])].map(([target, { id }]) => `${target} ${id}`).sort();

/** Worlds in which something went wrong once. */
const FOUND: [seed: number, steps: Step[]][] = [
  // A device saw the note of another device's mark make room for another one, and looked for it nowhere.
  [
    0,
    [
      ["mark", 0, 0, 1],
      ["mark", 1, 0, 1],
      ["rename", 1, 0, 19],
      ["rename", 0, 6, 7],
      ["mark", 0, 0, 0],
      ["sync", 1, 0, 0],
      ["skew", 0, 0, 0],
      ["remove", 0, 7, 0],
    ],
  ],
  // Two copies of a note were confirmed at once, and the note that took its place went along with the second.
  [
    0,
    [
      ["mark", 0, 6, 13],
      ["turn", 1, 0, 4],
      ["remove", 0, 3, 0],
      ["write", 0, 0, 5],
      ["mark", 0, 18, 1],
      ["quiet", 0, 0, 0],
      ["edit", 0, 13, 0],
      ["close", 0, 0, 0],
      ["skew", 1, 0, 0],
    ],
  ],
];

describe("two devices", () => {
  it(
    "lose and invent nothing, whatever happens to notes, and say the same in the end",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.array(step, { minLength: 5, maxLength: 40 }), async (seed, steps) => {
          const world = await run(seed, steps);
          const [first, second] = world.copies as [Copy, Copy];
          expect(notesOf(first)).toEqual(notesOf(second));
          expect(world.copies.map(({ site }) => world.wrongAt(site))).toEqual([[], []]);
          expect(headsAt(first)).toEqual(headsAt(second));
        }),
        { examples: FOUND, ...(RUNS === undefined ? { numRuns: 25, seed: 19 } : { numRuns: Number(RUNS) }) },
      );
    },
    TIMEOUT,
  );
});
