// Whole vaults: every map of the demo vault against what was counted by hand, and the real vault where it is present.
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../src/core/detect";
import { divisionsOf, entriesOfRoadmap, type Roadmap } from "../../src/core/model";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { Totals } from "../../src/index/totals";
import { openVault } from "../tools/disk-vault";

const DEMO = "tests/fixtures/vault";
const REAL = "../shared/vaults/morpheus-2026-02-22";

async function indexOf(folder: string): Promise<RoadmapIndex> {
  const index = new RoadmapIndex(await openVault(folder), { soon: () => undefined, breathe: () => Promise.resolve() }, DEFAULT_RULES);
  await index.build();
  return index;
}

/** The figures of a map in the order of the table in tests/fixtures/README.md. */
function figures(index: RoadmapIndex, roadmap: Roadmap): readonly number[] {
  const totals = new Totals(index, () => "todo");
  const entries = [...entriesOfRoadmap(roadmap)];
  const tally = totals.tallyOfRoadmap(roadmap);
  return [
    roadmap.chapters.length,
    entries.length,
    entries.filter(({ rating }) => rating !== null).length,
    entries.filter(({ key }) => key).length,
    entries.filter(({ length }) => length !== null).length,
    tally.missing,
    tally.counted,
    totals.totalOfRoadmap(roadmap).counted,
  ];
}

/** What the table says: figures by path. */
function counted(): ReadonlyMap<string, readonly number[]> {
  const rows = readFileSync("tests/fixtures/README.md", "utf8").matchAll(/^\| `([^`]+)` \| [^|]+ \| ([\d |]+) \|$/gm);
  return new Map([...rows].map(([, path = "", cells = ""]) => [path, cells.split("|").map(Number)]));
}

function checkRanges(roadmap: Roadmap, folder: string): void {
  const text = readFileSync(`${folder}/${roadmap.path}`, "utf8");
  const textAt = ({ from, to }: { from: number; to: number }): string => text.slice(from, to);
  for (const { link, rating, length, title } of entriesOfRoadmap(roadmap)) {
    expect(textAt(link), title).toMatch(/^!?\[|^<?https?:/);
    if (rating) expect(textAt(rating.range), title).toMatch(/[★⭐🌟]|:star:|\d/u);
    if (length) expect(textAt(length.range), title).toMatch(/\d/);
  }
  for (const { from, title } of divisionsOf(roadmap.chapters)) expect(text.slice(from, from + 2), title).toMatch(/^#/);
}

describe("the demo vault", () => {
  it("is read as it was counted by hand", async () => {
    const index = await indexOf(DEMO);
    const read = new Map([...index.maps()].sort().map((path) => [path, figures(index, index.roadmap(path)!)]));
    expect(read).toEqual(counted());
  });

  it("has a range for every value, which names its text", async () => {
    const index = await indexOf(DEMO);
    for (const path of index.maps()) checkRanges(index.roadmap(path)!, DEMO);
  });
});

describe.skipIf(!existsSync(REAL))("the real vault (skipped where ../shared is absent)", () => {
  let index: RoadmapIndex;
  beforeAll(async () => {
    index = await indexOf(REAL);
  }, 120_000);

  it("has the seed map with all that its author wrote", () => {
    const seed = index.roadmap("AI/LLM/_MOC.md")!;
    expect(seed.title).toBe("大语言模型 LLM");
    expect(figures(index, seed)).toEqual([9, 148, 27, 15, 12, 0, 148, 228]);
    expect(seed.relations.map(({ kind }) => kind)).toEqual(["up", "prerequisite", "related", "related", "related"]);
    expect(seed.chapters[0]?.relations.map(({ kind, title }) => `${kind} ${title}`)).toEqual(["prerequisite 数学 + ML + DL 基础"]);
    const linked = [...divisionsOf(seed.chapters)].filter(({ link, relations }) => link !== null || relations.some(({ kind }) => kind === "related"));
    expect(linked.map(({ title }) => title)).toEqual(["训练基础设施", "4.3 强化学习 RL", "6.2 RAG", "前沿模型"]);
    expect(seed.unused).toEqual([]);
  });

  it("accounts for every link of every map", () => {
    // Twelve are called `_MOC`, one is an index by name and by what it lists.
    expect(index.maps()).toHaveLength(13);
    for (const path of index.maps()) {
      const roadmap = index.roadmap(path)!;
      checkRanges(roadmap, REAL);
      const inText = readFileSync(`${REAL}/${path}`, "utf8").match(/\[\[/g)?.length ?? 0;
      const divisions = [...divisionsOf(roadmap.chapters)];
      const entries = [...entriesOfRoadmap(roadmap)];
      const relations = [...roadmap.relations, ...divisions.flatMap((division) => division.relations)];
      const places = [...entries.map(({ link }) => link), ...entries.flatMap(({ mentions }) => mentions.map(({ link }) => link))];
      places.push(...relations.map(({ link }) => link), ...divisions.flatMap(({ link }) => (link ? [link.link] : [])));
      expect([path, new Set(places.map(({ from }) => from)).size + roadmap.unused.length]).toEqual([path, inText]);
    }
  });
});
