// Whole vaults: every map of the demo vault against what was counted by hand, and the real vault where it is present.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../default-rules";
import { divisionsOf, entriesOfRoadmap, type Roadmap } from "../../../src/core/roadmap/model";
import { RoadmapIndex } from "../../../src/index/roadmap-index";
import { Totals } from "../../../src/index/totals";
import { fail } from "../../logs";
import { NO_HURRY } from "../../tools/no-hurry";
import { openVault } from "../../tools/disk-vault";

const DEMO = "tests/fixtures/vault";
const REAL = "../shared/vaults/morpheus-2026-02-22";

const built = new Map<string, Promise<RoadmapIndex>>();

/** The index of a vault, which no test changes: built once. */
function indexOf(folder: string): Promise<RoadmapIndex> {
  const index = built.get(folder) ?? buildIndex(folder);
  built.set(folder, index);
  return index;
}

async function buildIndex(folder: string): Promise<RoadmapIndex> {
  const index = new RoadmapIndex(await openVault(folder), NO_HURRY, DEFAULT_RULES, fail);
  await index.build();
  return index;
}

/** The figures of a map in the order of the table in tests/fixtures/README.md. */
function figures(index: RoadmapIndex, roadmap: Roadmap): readonly number[] {
  const totals = new Totals(index, () => "todo", fail);
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

/** The figures of the table, by path. */
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
    expect(seed.chapters[0]?.relations.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      "prerequisite 数学 + ML + DL 基础",
    ]);
    const linked = [...divisionsOf(seed.chapters)].filter(
      ({ link, relations }) => link !== null || relations.some(({ kind }) => kind === "related"),
    );
    expect(linked.map(({ title }) => title)).toEqual(["训练基础设施", "4.3 强化学习 RL", "6.2 RAG", "前沿模型"]);
    expect(seed.unused).toEqual([]);
  });
});

/** Every note of a vault on disk whose name says that it is a map, by another way than the plugin's. */
function namedLikeMaps(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  return files.filter((path) => /(?:^|\/)(?:.*moc|.*目录|.*索引)\.md$/i.test(path)).sort();
}

/** The places of the links of a roadmap: each offset once for each place it has. */
function placesIn(roadmap: Roadmap): readonly number[] {
  const divisions = [...divisionsOf(roadmap.chapters)];
  const entries = [...entriesOfRoadmap(roadmap)];
  const relations = [...roadmap.relations, ...divisions.flatMap((division) => division.relations)];
  return [
    ...entries.flatMap(({ link, mentions }) => [link, ...mentions.map((mention) => mention.link)]),
    ...relations.map(({ link }) => link),
    // The note that a heading links to is its division's first entry as well.
    ...divisions.flatMap(({ link, entries: own }) => (link && own[0]?.link.from !== link.link.from ? [link.link] : [])),
  ].map(({ from }) => from);
}

describe.each([
  ["2026-02-22", 13, "AI/Safety/SoulBox-认知哲学研究索引.md", 4],
  ["2026-02-26", 25, "AI/LLM/MA-RLHF-手撕实操-系列索引.md", 47],
])("the vault of %s (skipped where ../shared is absent)", (date, maps, cutMap, cut) => {
  const folder = `../shared/vaults/morpheus-${date}`;
  const isAbsent = !existsSync(folder);

  it.skipIf(isAbsent)("accounts for every link of every map", { timeout: 120_000 }, async () => {
    const index = await indexOf(folder);
    expect([...index.maps()].sort()).toEqual(namedLikeMaps(folder));
    expect(index.maps()).toHaveLength(maps);
    for (const path of index.maps()) {
      const roadmap = index.roadmap(path)!;
      checkRanges(roadmap, folder);
      const text = readFileSync(`${folder}/${path}`, "utf8");
      const inText = [...text.matchAll(/\[\[/g)].map(({ index: at }) => at);
      const places = placesIn(roadmap).filter((at) => text.startsWith("[[", at));
      expect(new Set(places).size, path).toBe(places.length);
      const unused = roadmap.unused.filter(({ text: link }) => link.includes("[["));
      expect([path, places.length + unused.length]).toEqual([path, inText.length]);
      expect(inText).toEqual(expect.arrayContaining([...places]));
    }
  });

  it.skipIf(isAbsent)("says which links a table cuts", { timeout: 120_000 }, async () => {
    const roadmap = (await indexOf(folder)).roadmap(cutMap)!;
    expect(roadmap.unused.filter(({ why }) => why === "pipe")).toHaveLength(cut);
  });
});
