// The index where notes cannot be read, or where text and cache are of two versions: all else is known at once, and
// what failed is named, and known as soon as it can be.
import { describe, expect, it } from "vitest";
import { rulesOf } from "../../src/core/read/detect";
import { DEFAULT_SETTINGS } from "../../src/settings/settings";
import { DEFAULT_RULES } from "../default-rules";
import { entriesOfRoadmap } from "../../src/core/roadmap/model";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { keptLog } from "../logs";
import { FakeVaultSource, FollowedVault, ManualPace } from "./fake-source";

const VAULT = { "One MOC.md": "- [[A]]\n", "Two MOC.md": "- [[A]]\n- [[One MOC]]\n", "A.md": "a", "B.md": "b" };
const ONE = "One MOC.md";
const SECOND = 1_000;

const denied = (): Promise<string> => Promise.reject(new Error("EACCES"));
const silent = (): Promise<string> => new Promise(() => undefined);

interface Opened {
  readonly source: FakeVaultSource;
  readonly pace: ManualPace;
  readonly index: RoadmapIndex;
  readonly messages: readonly string[];
}

/** An index that is built over a vault in which reading one map does this. */
async function openWith(fault: () => Promise<string>): Promise<Opened> {
  const [source, pace, { log, messages }] = [new FakeVaultSource(VAULT), new ManualPace(), keptLog()];
  source.faults.set(ONE, fault);
  const index = new RoadmapIndex(source, pace, DEFAULT_RULES, log);
  void index.build();
  await pace.settle();
  return { source, pace, index, messages };
}

async function isSettled(index: RoadmapIndex, pace: ManualPace): Promise<boolean> {
  let settled = false;
  void index.whenSettled().then(() => (settled = true));
  await pace.settle();
  return settled;
}

const titles = (index: RoadmapIndex, path: string): readonly string[] | null => {
  const roadmap = index.roadmap(path);
  return roadmap && entriesOfRoadmap(roadmap).map(({ title }) => title);
};

describe("a map that cannot be read", () => {
  it("is named and logged once; the others are there, and the index is complete and settled", async () => {
    const { pace, index, messages } = await openWith(denied);
    expect([index.maps(), index.unreadable(), index.isComplete]).toEqual([["Two MOC.md"], [ONE], true]);
    expect(titles(index, "Two MOC.md")).toEqual(["A", "One MOC"]);
    expect(await isSettled(index, pace)).toBe(true);
    await pace.pass(100 * SECOND);
    expect(messages).toEqual(["The map One MOC.md could not be read; it is tried again. Error: EACCES"]);
  });

  it("is tried again, later and later, until it can be read; then it is told of", async () => {
    const { source, pace, index } = await openWith(denied);
    const attempts = (): number => source.reads.filter((path) => path === ONE).length;
    const seen: number[] = [];
    for (const seconds of [1, 2, 4, 8]) {
      await pace.pass(seconds * SECOND);
      seen.push(attempts());
    }
    expect(seen).toEqual([2, 3, 4, 5]);
    source.faults.clear();
    const changes: unknown[] = [];
    index.onChange((change) => changes.push(change));
    await pace.pass(16 * SECOND);
    expect([titles(index, ONE), index.unreadable()]).toEqual([["A"], []]);
    expect(changes).toContainEqual({ maps: new Set([ONE, "Two MOC.md"]), identities: new Map(), list: true });
    await pace.pass(1_000 * SECOND);
    expect(attempts()).toBe(6);
  });

  it("that gives no answer holds up nothing but its own reading", async () => {
    const { source, pace, index, messages } = await openWith(silent);
    expect([titles(index, "Two MOC.md"), index.isComplete]).toEqual([["A", "One MOC"], false]);
    await pace.pass(3 * SECOND);
    expect([index.isComplete, index.unreadable(), await isSettled(index, pace)]).toEqual([true, [ONE], true]);
    expect(messages).toHaveLength(1);
    await pace.pass(2 * SECOND);
    // Another attempt is under way, and hangs as well.
    expect([source.reads.filter((path) => path === ONE).length, await isSettled(index, pace)]).toEqual([2, true]);
  });

  it("is read at once when the reader asks for that, and when it is changed", async () => {
    const { source, pace, index } = await openWith(denied);
    const other = await openWith(denied);
    source.faults.clear();
    index.retry();
    await pace.settle();
    other.index.changed(ONE, "- [[B]]\n", other.source.set(ONE, "- [[B]]\n"));
    await other.pace.settle();
    expect([titles(index, ONE), index.unreadable()]).toEqual([["A"], []]);
    expect([titles(other.index, ONE), other.index.unreadable()]).toEqual([["B"], []]);
  });

  it("is forgotten when it is deleted, also between listing and reading", async () => {
    const { source, pace, index } = await openWith(denied);
    source.remove(ONE);
    index.removed(ONE);
    await pace.settle();
    await pace.pass(100 * SECOND);
    expect([index.unreadable(), source.reads.filter((path) => path === ONE)]).toEqual([[], [ONE]]);
  });

  it("keeps its last good roadmap, also at another path", async () => {
    const { log, messages } = keptLog();
    const open = await FollowedVault.open(VAULT, log);
    open.source.faults.set(ONE, denied);
    void open.index.setRules(rulesOf(DEFAULT_SETTINGS));
    await open.pace.settle();
    expect([titles(open.index, ONE), open.index.unreadable(), messages.length]).toEqual([["A"], [ONE], 1]);
    open.source.faults.set("Uno MOC.md", denied);
    await open.rename(ONE, "Uno MOC.md");
    expect([titles(open.index, ONE), titles(open.index, "Uno MOC.md")]).toEqual([null, ["A"]]);
    expect(open.index.unreadable()).toEqual(["Uno MOC.md"]);
  });
});

describe("a map whose links cannot be followed", () => {
  /** A vault in which following the links of one map fails, and what ends that. */
  async function openBroken(): Promise<{ open: FollowedVault; messages: readonly string[]; mend: () => void }> {
    const { log, messages } = keptLog();
    const open = await FollowedVault.open(VAULT, log);
    const resolve = open.source.resolve.bind(open.source);
    open.source.resolve = (link, from) => {
      if (from === ONE) throw new Error("broken");
      return resolve(link, from);
    };
    open.remove("A.md");
    await open.pace.settle();
    return { open, messages, mend: () => (open.source.resolve = resolve) };
  }

  it("leaves the others followed, and is named and logged once", async () => {
    const { open, messages } = await openBroken();
    expect(open.index.roadmap("Two MOC.md")?.entries.map(({ kind }) => kind)).toEqual(["missing", "map"]);
    expect([titles(open.index, ONE), open.index.unreadable()]).toEqual([["A"], [ONE]]);
    await open.pace.pass(100 * SECOND);
    expect(messages).toEqual(["The links of One MOC.md could not be followed; it is tried again. Error: broken"]);
    expect(open.changes.at(-1)).toMatchObject({ maps: new Set(["Two MOC.md"]), list: true });
  });

  it("is followed when that can be done, or when the reader asks for it, and told of then", async () => {
    const [later, now] = [await openBroken(), await openBroken()];
    for (const { mend } of [later, now]) mend();
    await later.open.pace.pass(SECOND);
    now.open.index.retry();
    await now.open.pace.settle();
    for (const { open } of [later, now]) {
      expect(open.index.lastRoadmap(ONE)?.entries.map(({ kind }) => kind)).toEqual(["missing"]);
      expect(open.index.unreadable()).toEqual([]);
      expect(open.changes.at(-1)).toMatchObject({ maps: new Set([ONE]), list: true });
    }
  });

  it("is followed as soon as something else about it changes, and forgotten when it is gone", async () => {
    const [changed, gone] = [await openBroken(), await openBroken()];
    changed.mend();
    changed.open.write("A.md", "a");
    gone.open.remove(ONE);
    for (const { open } of [changed, gone]) await open.pace.settle();
    expect([titles(changed.open.index, ONE), changed.open.index.unreadable()]).toEqual([["A"], []]);
    expect([titles(gone.open.index, ONE), gone.open.index.unreadable()]).toEqual([null, []]);
  });
});

describe("a change whose text and cache are of two versions", () => {
  const TEXT = "!!!- [[B]]\n";

  /** A map has another text, of which the app still knows what it knew. */
  async function openStale(): Promise<FollowedVault & { readonly messages: readonly string[] }> {
    const { log, messages } = keptLog();
    const open = await FollowedVault.open(VAULT, log);
    const cache = open.source.cacheOf(ONE) ?? {};
    open.source.faults.set(ONE, () => Promise.resolve(TEXT));
    open.index.changed(ONE, TEXT, cache);
    await open.pace.settle();
    return Object.assign(open, { messages });
  }

  it("leaves the last good roadmap, and is looked at again a moment later", async () => {
    const open = await openStale();
    const before = open.index.roadmap(ONE);
    expect([titles(open.index, ONE), open.changes]).toEqual([["A"], []]);
    open.source.set(ONE, "- [[B]]\n");
    open.source.faults.clear();
    await open.pace.pass(250);
    expect([titles(open.index, ONE), before === open.index.roadmap(ONE)]).toEqual([["B"], false]);
    expect(open.messages).toEqual(["Links of One MOC.md are not where Obsidian says; it is read again. lines 1"]);
  });

  it("is taken as far as it fits where that stays so", async () => {
    const open = await openStale();
    await open.pace.pass(60 * SECOND);
    expect(open.index.roadmap(ONE)?.unused.map(({ why }) => why)).toEqual(["stale"]);
    expect(open.source.reads.filter((path) => path === ONE)).toHaveLength(1 + 5);
    expect(open.messages).toHaveLength(1);
  });
});
