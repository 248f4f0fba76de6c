// All maps of a vault as one roadmap, kept true while maps change, and the note to go on with on them.
import { describe, expect, it } from "vitest";
import { aheadOn } from "../../src/actions/ahead";
import { ordersOf } from "../../src/core/roadmap/map-order";
import type { State } from "../../src/core/base/state";
import { entriesOfRoadmap } from "../../src/core/roadmap/model";
import { ALL_MAPS } from "../../src/core/roadmap/unwritten";
import { Roadmaps } from "../../src/index/roadmaps";
import { Totals } from "../../src/index/totals";
import { fail } from "../logs";
import { FollowedVault } from "./fake-source";

const VAULT = {
  "One MOC.md": "- [[A]]\n- [[B]]",
  "Two MOC.md": "- [[B]]\n- [[C]]",
  "A.md": "a",
  "B.md": "b",
  "C.md": "c",
};

const SOURCES = { ...ordersOf("en"), title: "All maps", files: () => [], log: fail };

function roadmapsOf({ index, source }: FollowedVault): Roadmaps {
  return new Roadmaps(index, { ...SOURCES, files: () => source.files() });
}

const titles = (roadmaps: Roadmaps): readonly string[] | undefined =>
  roadmaps.at(ALL_MAPS)?.entries.map(({ title }) => title);

describe("the roadmap of all maps", () => {
  it("is the same value until one of the maps is another", async () => {
    const vault = await FollowedVault.open(VAULT);
    const roadmaps = roadmapsOf(vault);
    const before = roadmaps.at(ALL_MAPS);
    expect(titles(roadmaps)).toEqual(["One MOC", "Two MOC"]);
    vault.write("A.md", "# Other");
    vault.pace.finish();
    expect(roadmaps.at(ALL_MAPS)).toBe(before);
    vault.write("Two MOC.md", "# Second\n\n- [[C]]");
    vault.pace.finish();
    expect(titles(roadmaps)).toEqual(["One MOC", "Second"]);
    vault.write("Three MOC.md", "- [[A]]");
    vault.remove("One MOC.md");
    vault.pace.finish();
    expect(titles(roadmaps)).toEqual(["Second", "Three MOC"]);
  });

  it("is there once all maps are known, and not in a vault without any", async () => {
    const { index } = await FollowedVault.open(VAULT);
    const lacking = {
      isMap: () => true,
      onChange: () => () => undefined,
      maps: () => index.maps(),
      roadmap: () => null,
      unreadable: () => [],
      isComplete: true,
    };
    const half = { ...lacking, lastRoadmap: (path: string) => (path === "One MOC.md" ? index.roadmap(path) : null) };
    expect(new Roadmaps(half, SOURCES).at(ALL_MAPS)).toBeNull();
    const rest = { ...half, unreadable: () => ["Two MOC.md"] };
    expect(titles(new Roadmaps(rest, SOURCES))).toEqual(["One MOC"]);
    expect(roadmapsOf(await FollowedVault.open({ "A.md": "a" })).at(ALL_MAPS)).toBeNull();
  });

  it("counts each note of the vault's maps once", async () => {
    const vault = await FollowedVault.open(VAULT);
    const totals = new Totals(vault.index, (target) => (target === "B.md" ? "done" : "todo"), fail);
    expect(totals.totalOfRoadmap(roadmapsOf(vault).at(ALL_MAPS)!)).toMatchObject({ counted: 3, done: 1 });
  });
});

describe("what to go on with on all maps", () => {
  async function ahead(read: Readonly<Record<string, number>>): Promise<string | null> {
    const vault = await FollowedVault.open(VAULT);
    const stateOf = (target: string): State => (target in read ? "done" : "todo");
    const touchedAt = (target: string): number | null => read[target] ?? null;
    const totals = new Totals(vault.index, stateOf, fail, () => null, { touchedAt, timesRevision: 0 });
    const sources = { index: vault.index, totals, progress: { state: stateOf, touchedAt } } as never;
    const found = aheadOn(sources, roadmapsOf(vault).at(ALL_MAPS)!);
    return found && `${found.roadmap.title}: ${found.next.entry.title}`;
  }

  it("is the first note of the first map before anything was read", async () =>
    expect(await ahead({})).toBe("One MOC: A"));
  it("is on the map that was read last", async () => expect(await ahead({ "C.md": 5 })).toBe("Two MOC: B"));
  it("is on another where nothing is left of that", async () =>
    expect(await ahead({ "B.md": 4, "C.md": 5 })).toBe("One MOC: A"));
  it("is none where nothing is left", async () => expect(await ahead({ "A.md": 1, "B.md": 2, "C.md": 3 })).toBeNull());
});

describe("a folder as a map", () => {
  const FOLDERS = {
    "Notes/b10.md": "",
    "Notes/b2.md": "",
    "Notes/Sub/x.md": "",
    "Listed/a.md": "",
    "Listed/b.md": "",
    "Maps/One MOC.md": "- [[Listed/a]]",
    "Maps/c.md": "",
    "Templates/a.md": "",
    "Templates/b.md": "",
    "Alone/a.md": "",
  };

  it("is offered where two notes lie, no map does, and no map lists any of them", async () => {
    expect(roadmapsOf(await FollowedVault.open(FOLDERS)).freeFolders()).toEqual(["Notes/"]);
  });

  it("lists its files once it was asked for, as they are then", async () => {
    const vault = await FollowedVault.open(FOLDERS);
    const roadmaps = roadmapsOf(vault);
    const listing = (file: string): readonly string[] => roadmaps.foldersListing(file).map(({ path }) => path);
    let told = 0;
    roadmaps.onChange(() => told++);
    expect(listing("Notes/b2.md")).toEqual([]);
    roadmaps.at("Notes/");
    roadmaps.at("Alone/");
    roadmaps.at("Notes/");
    expect(told).toBe(2);
    expect([listing("Notes/b2.md"), listing("Notes/Sub/x.md"), listing("Listed/a.md")]).toEqual([
      ["Notes/"],
      ["Notes/"],
      [],
    ]);
    vault.source.remove("Notes/b2.md");
    roadmaps.removed("Notes/b2.md");
    expect(listing("Notes/b2.md")).toEqual([]);
  });

  it("follows files that come and go, and tells of that only if it was asked for", async () => {
    const vault = await FollowedVault.open(FOLDERS);
    const roadmaps = roadmapsOf(vault);
    let told = 0;
    roadmaps.onChange(() => told++);
    const titlesOf = (): readonly string[] => entriesOfRoadmap(roadmaps.at("Notes/")!).map(({ title }) => title);
    vault.source.set("Notes/b1.md", "");
    roadmaps.created("Notes/b1.md");
    expect(told).toBe(0);
    expect(titlesOf()).toEqual(["b1", "b2", "b10", "x"]);
    expect(roadmaps.at("Notes/")).toBe(roadmaps.at("Notes/"));
    expect(told).toBe(1);
    roadmaps.created("Elsewhere/y.md");
    expect(told).toBe(1);
    vault.source.remove("Notes/b2.md");
    roadmaps.removed("Notes/b2.md");
    expect(told).toBe(2);
    expect(titlesOf()).toEqual(["b1", "b10", "x"]);
    expect(roadmaps.at("Nowhere/")).toBeNull();
  });
});
