// The index while a vault changes: always what a fresh one would be, and told of once a frame.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesOfRoadmap, type Roadmap } from "../../src/core/roadmap/model";
import { rowNames } from "../../src/core/roadmap/row-names";
import { Totals } from "../../src/index/totals";
import { rulesOf } from "../../src/core/read/detect";
import { DEFAULT_SETTINGS } from "../../src/settings/settings";
import { DEFAULT_RULES } from "../default-rules";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { fail, keptLog } from "../logs";
import { FakeVaultSource, FollowedVault, ManualPace } from "./fake-source";

const vault = {
  "AI/_MOC.md": "---\ntitle: AI\n---\n## One\n- [[A]]\n- [[LLM/_MOC]]\n",
  "AI/LLM/_MOC.md": "## One\n- [[B]]\n## Navigation\n- ↑ Up: [[AI/_MOC]]\n",
  "A.md": "# A",
  "B.md": "# B",
};

const kinds = (roadmap: Roadmap | null): string[] =>
  [...entriesOfRoadmap(roadmap!)].map(({ kind, title }) => `${kind} ${title}`);

/** A roadmap as JSON, in which all go by the names that they would have if it were read for the first time. */
function named(roadmap: Roadmap | null): string {
  const nameOf = roadmap && rowNames(roadmap);
  return JSON.stringify(roadmap, (key, value: unknown) => (key === "id" ? nameOf?.(value as string) : value));
}

describe("the index", () => {
  it("knows every map of the vault, with titles and links that lead to maps", async () => {
    const { index } = await FollowedVault.open(vault);
    expect([...index.maps()].sort()).toEqual(["AI/LLM/_MOC.md", "AI/_MOC.md"]);
    expect(kinds(index.roadmap("AI/_MOC.md"))).toEqual(["note A", "map LLM"]);
    expect(index.roadmap("A.md")).toBeNull();
  });

  it("shows a map as soon as it is found, before the build is done", async () => {
    const source = new FakeVaultSource({ "One MOC.md": "- [[A]]\n- [[Two MOC]]", "A.md": "", "Two MOC.md": "- [[A]]" });
    const pace = new ManualPace();
    const index = new RoadmapIndex(source, pace, DEFAULT_RULES, fail);
    const seen: unknown[] = [];
    index.onChange(
      ({ maps }) => void seen.push([[...maps].sort(), kinds(index.roadmap("One MOC.md")), index.isComplete]),
    );
    pace.breathe = () => Promise.resolve(pace.frame());
    await index.build();
    pace.finish();
    expect(seen).toEqual([
      [["One MOC.md"], ["note A", "note Two MOC"], false],
      [["One MOC.md", "Two MOC.md"], ["note A", "map Two MOC"], true],
    ]);
  });

  it("is settled when it has told of all it found, and again after changes", async () => {
    const source = new FakeVaultSource(vault);
    const pace = new ManualPace();
    const index = new RoadmapIndex(source, pace, DEFAULT_RULES, fail);
    const log: string[] = [];
    index.onChange(({ maps }) => log.push(`${maps.size} told`));
    void index.whenSettled().then(() => log.push("settled"));
    await index.build();
    expect(log).toEqual([]);
    pace.finish();
    await index.whenSettled();
    expect(log).toEqual(["2 told", "settled"]);
    source.remove("AI/_MOC.md");
    index.removed("AI/_MOC.md");
    void index.whenSettled().then(() => log.push("settled"));
    await Promise.resolve();
    expect(log).toHaveLength(2);
    pace.finish();
    await index.whenSettled();
    expect(log.slice(2)).toEqual(["2 told", "settled"]);
  });

  it("tells of a change once a frame, and only of maps that became different", async () => {
    const open = await FollowedVault.open(vault);
    open.write("AI/_MOC.md", "---\ntitle: AI\n---\n## One\n- [[A]]\n");
    open.write("AI/_MOC.md", "---\ntitle: AI\n---\n## One\n- [[B]]\n");
    expect(open.changes).toEqual([]);
    open.pace.frame();
    const change = {
      renamed: [],
      moved: [],
      removed: ["/One\n[A.md]", "/One\n[AI/LLM/_MOC.md]"],
      added: ["/One\n[B.md]"],
    };
    expect(open.changes).toEqual([
      { maps: new Set(["AI/_MOC.md"]), identities: new Map([["AI/_MOC.md", change]]), list: false },
    ]);
  });

  it("tells what an edit renamed, and carries ids to another path of the map", async () => {
    const open = await FollowedVault.open(vault);
    open.write("AI/LLM/_MOC.md", "## Uno\n- [[B]]\n");
    open.pace.frame();
    expect(open.changes[0]?.identities.get("AI/LLM/_MOC.md")).toMatchObject({
      renamed: ["/One"],
      removed: [],
      added: [],
    });
    await open.rename("AI/LLM/_MOC.md", "AI/Models MOC.md");
    open.pace.finish();
    expect(open.index.roadmap("AI/Models MOC.md")?.chapters).toMatchObject([{ id: "/One", title: "Uno" }]);
  });

  it("knows other maps when other rules hold, and what links to them", async () => {
    const open = await FollowedVault.open({ ...vault, "Guide.md": "- [[AI/_MOC]]\n" });
    await open.index.setRules(rulesOf({ ...DEFAULT_SETTINGS, names: ["Guide", "_MOC"], excludedFolders: ["AI/LLM"] }));
    open.pace.finish();
    expect([...open.index.maps()].sort()).toEqual(["AI/_MOC.md", "Guide.md"]);
    expect([kinds(open.index.roadmap("AI/_MOC.md")), kinds(open.index.roadmap("Guide.md"))]).toEqual([
      ["note A", "note LLM"],
      ["map AI"],
    ]);
    expect(open.changes).toEqual([
      { maps: new Set(["AI/LLM/_MOC.md", "Guide.md", "AI/_MOC.md"]), identities: new Map(), list: true },
    ]);
  });

  it("tells of nothing when an edit changes no roadmap", async () => {
    const open = await FollowedVault.open(vault);
    open.write("A.md", "# A\n\nmore text");
    open.write("AI/_MOC.md", vault["AI/_MOC.md"]);
    open.pace.frame();
    expect(open.changes).toEqual([]);
  });

  it("follows a link that begins or ceases to lead somewhere because another note came or went", async () => {
    const open = await FollowedVault.open({ "Map MOC.md": "- [[New]]" });
    expect(kinds(open.index.roadmap("Map MOC.md"))).toEqual(["missing New"]);
    open.write("Folder/new.md", "text");
    open.pace.frame();
    expect(kinds(open.index.roadmap("Map MOC.md"))).toEqual(["note New"]);
    open.remove("Folder/new.md");
    open.pace.frame();
    expect(kinds(open.index.roadmap("Map MOC.md"))).toEqual(["missing New"]);
    expect(open.changes).toHaveLength(2);
  });

  it("follows a link again that was away while its note went, all within one frame", async () => {
    const open = await FollowedVault.open({ "Map MOC.md": "- [[A]]\n- [[B]]", "A.md": "a", "B.md": "b" });
    open.write("Map MOC.md", "- [[B]]");
    open.remove("A.md");
    open.write("Map MOC.md", "- [[A]]\n- [[B]]");
    open.pace.finish();
    expect(open.index.roadmap("Map MOC.md")?.entries.map(({ kind }) => kind)).toEqual(["missing", "note"]);
  });

  it("notices that a note becomes a map, and that one stops being a map", async () => {
    const open = await FollowedVault.open({ ...vault, "Map MOC.md": "- [[A]]" });
    open.write("A.md", "---\ntype: moc\n---\n# A");
    open.pace.frame();
    expect(kinds(open.index.roadmap("Map MOC.md"))).toEqual(["map A"]);
    expect(open.changes.at(-1)?.list).toBe(true);
    open.write("A.md", "# A");
    open.pace.frame();
    expect(kinds(open.index.roadmap("Map MOC.md"))).toEqual(["note A"]);
    expect(open.index.isMap("A.md")).toBe(false);
  });

  it("knows a renamed map by its new path", async () => {
    const open = await FollowedVault.open(vault);
    await open.rename("AI/LLM/_MOC.md", "AI/LLM/目录.md");
    open.pace.frame();
    expect([...open.index.maps()].sort()).toEqual(["AI/LLM/目录.md", "AI/_MOC.md"]);
    expect(open.changes.at(-1)?.maps).toContain("AI/LLM/目录.md");
  });

  it("tells the others, and settles, where one that follows it throws; the log says at which map", async () => {
    const { log, messages } = keptLog();
    const open = await FollowedVault.open(vault, log);
    const told: number[] = [];
    open.index.onChange(() => {
      throw new Error("broken");
    });
    open.index.onChange(({ maps }) => void told.push(maps.size));
    open.write("AI/_MOC.md", "- [[B]]");
    const settled = open.index.whenSettled();
    open.pace.finish();
    await settled;
    expect(told).toEqual([1]);
    expect(messages).toEqual(["What follows the maps failed at AI/_MOC.md. Error: broken"]);
  });

  it("queues what happens in one breath, and works it off in slices", async () => {
    const maps = Array.from({ length: 6 }, (_, at) => `Map ${at} MOC.md`);
    const open = await FollowedVault.open(Object.fromEntries(maps.map((path) => [path, "- [[A]]"])));
    let followed = 0;
    const resolve = open.source.resolve.bind(open.source);
    open.source.resolve = (link, from) => (followed++, resolve(link, from));
    open.pace.slice = 1;
    open.write("A.md", "text");
    open.write("Map 0 MOC.md", "---\nmoc-path: false\n---\n- [[A]]");
    open.write("Map 0 MOC.md", "- [[A]]");
    expect([followed, open.index.isMap("Map 0 MOC.md")]).toEqual([0, true]);
    open.pace.finish();
    expect(open.changes.map((change) => change.maps.size)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(followed).toBe(6);
  });

  it("says nothing more once it is stopped", async () => {
    const open = await FollowedVault.open(vault);
    open.write("AI/_MOC.md", "- [[B]]");
    open.index.stop();
    open.pace.frame();
    expect(open.changes).toEqual([]);
  });

  it("is the same as a fresh one after any sequence of changes", async () => {
    const paths = fc.constantFrom(
      "One MOC.md",
      "Two MOC.md",
      "A.md",
      "F/A.md",
      "B.md",
      "F/目录.md",
      "G/练习索引.md",
      "Paper.pdf",
    );
    const folders = fc.constantFrom("F", "G", "H/I");
    const texts = fc.constantFrom(
      "- [[A]]\n- [[B]]",
      "## X\n- [[One MOC]]\n- [[F/A]]",
      "---\ntype: moc\n---\n- [[Two MOC]]",
      "text",
      "---\nmoc-path: false\n---\n- [[A]]",
      "---\ntitle: T\n---\n- [[B]]",
      "- [[A#x]]\n- [[Paper.pdf]]\n- [[F/目录]]\n- [[G/A]]\n- [[B.md]]",
      "up: x\n> [[H/I/A]] · [[../A]]",
      "%% [[A]]",
    );
    const step = fc.oneof(
      fc.record({ kind: fc.constant("write" as const), path: paths, text: texts }),
      fc.record({ kind: fc.constant("remove" as const), path: paths }),
      fc.record({ kind: fc.constant("rename" as const), path: paths, to: paths }),
      fc.record({ kind: fc.constant("folder" as const), path: folders, to: folders }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 12 }),
        fc.array(fc.boolean(), { maxLength: 12 }),
        fc.constantFrom(1, 2, Infinity),
        async (steps, frames, slice) => {
          const open = await FollowedVault.open({ "One MOC.md": "- [[A]]", "A.md": "a" });
          for (const [at, one] of steps.entries()) {
            const isThere = open.source.texts.has(one.path);
            open.pace.slice = slice;
            if (one.kind === "folder") await open.renameFolder(one.path, one.to);
            else if (one.kind === "write") open.write(one.path, one.text);
            else if (one.kind === "remove" && isThere) open.remove(one.path);
            else if (one.kind === "rename" && isThere && !open.source.texts.has(one.to))
              await open.rename(one.path, one.to);
            if (frames[at]) open.pace.frame();
          }
          open.pace.finish();
          const fresh = await FollowedVault.open(Object.fromEntries(open.source.texts));
          const all = ({ index }: FollowedVault): unknown =>
            [...index.maps()].sort().map((path) => [path, named(index.roadmap(path))]);
          expect(all(open)).toEqual(all(fresh));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("totals", () => {
  it("add the maps below: those that name the map as up, or lie in its folder and name none", async () => {
    const { index } = await FollowedVault.open({
      ...vault,
      "AI/_MOC.md": "- [[A]]\n- [[LLM/_MOC]]\n- [[AI/Loose MOC]]\n- [[Far MOC]]",
      "AI/Loose MOC.md": "- [[A]]\n- [[C]]",
      "Far MOC.md": "- [[D]]",
      "C.md": "c",
      "D.md": "d",
    });
    const totals = new Totals(index, () => "todo", fail);
    const roadmap = index.roadmap("AI/_MOC.md")!;
    expect(totals.tallyOfRoadmap(roadmap).counted).toBe(1);
    expect(totals.totalOfRoadmap(roadmap).counted).toBe(3);
  });

  it("leave out the map above, even where it lies in the same folder", async () => {
    const { index } = await FollowedVault.open({
      "Top MOC.md": "- [[Part MOC]]\n- [[A]]",
      "Part MOC.md": "> Up: [[Top MOC]]\n\n- [[B]]",
      "A.md": "a",
      "B.md": "b",
    });
    const totals = new Totals(index, () => "todo", fail);
    expect(totals.totalOfRoadmap(index.roadmap("Part MOC.md")!).counted).toBe(1);
    expect(totals.totalOfRoadmap(index.roadmap("Top MOC.md")!).counted).toBe(2);
  });

  it("are those of a vault read afresh, whatever an edit changed or left as it was", async () => {
    const open = await FollowedVault.open({ ...vault, "C.md": "c" });
    const totals = new Totals(open.index, () => "todo", fail);
    const counts = (counted: Totals, { index }: FollowedVault): unknown =>
      ["AI/_MOC.md", "AI/LLM/_MOC.md"].map((path) => {
        const roadmap = index.roadmap(path)!;
        return [counted.tallyOfRoadmap(roadmap), counted.totalOfRoadmap(roadmap)];
      });
    const edits: readonly (() => void)[] = [
      () => open.write("AI/_MOC.md", "## Another title\n- [[A]] — more\n- [[LLM/_MOC]]\n"),
      () => open.write("AI/_MOC.md", "## Another title\n- [[A]]\n- [[C]]\n- [[LLM/_MOC]]\n"),
      () => open.write("AI/_MOC.md", "## Another title\n- [[C]]\n- [[A]]\n- [[LLM/_MOC]]\n- [[Nowhere]]\n"),
      () => open.remove("A.md"),
      () => open.write("C.md", "---\ntype: moc\n---\n- [[B]]"),
      () => open.write("AI/_MOC.md", ""),
    ];
    const seen: unknown[] = [];
    for (const edit of edits) {
      edit();
      open.pace.finish();
      const fresh = await FollowedVault.open(Object.fromEntries(open.source.texts));
      expect(counts(totals, open)).toEqual(counts(new Totals(fresh.index, () => "todo", fail), fresh));
      seen.push(totals.tallyOfRoadmap(open.index.roadmap("AI/_MOC.md")!));
    }
    expect(seen).toMatchObject([
      { counted: 1 },
      { counted: 2 },
      { counted: 2, missing: 1 },
      { counted: 1, missing: 2 },
      { counted: 0, missing: 2 },
      { counted: 0, missing: 0 },
    ]);
  });

  it("add lengths up anew when a state or a length is another, and as long as one is not known", async () => {
    const { index } = await FollowedVault.open({
      "One MOC.md": "- [[A]]\n- [[B]]\n- [[Two MOC]]",
      "Two MOC.md": "- [[B]]",
      "A.md": "",
      "B.md": "",
    });
    const lengths = new Map([["A.md", 10]]);
    let asked = 0;
    const totals = new Totals(
      index,
      () => "todo",
      fail,
      (target) => {
        asked++;
        return lengths.get(target) ?? null;
      },
    );
    const all = (): readonly [lines: number, isAsked: boolean] => {
      const before = asked;
      const lines = totals.linesOfRoadmap(index.roadmap("One MOC.md")!).all;
      return [lines, asked > before];
    };
    expect([all(), all()]).toEqual([
      [10, true],
      [10, true],
    ]);
    lengths.set("B.md", 5);
    expect([all(), all()]).toEqual([
      [15, true],
      [15, false],
    ]);
    lengths.set("A.md", 12);
    totals.lengthChanged("Two MOC.md");
    expect(all()).toEqual([15, false]);
    totals.lengthChanged("A.md");
    expect([all(), all()]).toEqual([
      [17, true],
      [17, false],
    ]);
    totals.statesChanged(new Set(["A.md"]));
    expect(all()).toEqual([17, true]);
  });

  it("stop at cycles", async () => {
    const { index } = await FollowedVault.open({
      "One MOC.md": "- [[A]]\n- [[Two MOC]]",
      "Two MOC.md": "- [[B]]\n- [[One MOC]]",
      "A.md": "",
      "B.md": "",
    });
    const totals = new Totals(index, () => "todo", fail);
    expect(totals.totalOfRoadmap(index.roadmap("One MOC.md")!).counted).toBe(2);
  });
});
