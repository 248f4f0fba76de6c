// Several notes added to one map at once: each as if those before it stood there already.
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/core/edit/apply-edits";
import { entriesOfRoadmap } from "../../src/core/roadmap/model";
import { sectionsOf } from "../../src/core/upkeep/map-sections";
import { Additions, type PlacedNote } from "../../src/index/additions";
import { PlaceFinder } from "../../src/index/place-finder";
import { LinkIndex } from "../host/cache/link-index";
import { parseMetadata } from "../host/metadata/parse";
import { readMap } from "../core/read-map";

const MAP = "Map MOC.md";
const NEW = ["Rye.md", "Spelt.md", "Millet.md"];
const NOTES = ["Wheat.md", "Barley.md", "Oats.md", ...NEW];

interface Wanted {
  /** A title in the section. */
  readonly beside: string;
  readonly behind?: string | null;
  readonly newTitle?: string;
}

/** The text with Rye, Spelt and Millet added to these places in turn. */
function added(text: string, ...wanted: readonly Wanted[]): string {
  const roadmap = readMap(text, NOTES);
  const links = new LinkIndex();
  for (const path of [MAP, ...NOTES]) links.add(path);
  const finder = new PlaceFinder(
    { maps: () => [MAP], roadmap: () => roadmap, isMap: (path) => path === MAP },
    { cacheOf: () => parseMetadata(""), resolve: (linkpath, from) => links.resolve(linkpath, from) },
  );
  const idOf = (title: string): string | undefined => entriesOfRoadmap(roadmap).find((one) => one.title === title)?.id;
  const placed = wanted.map(({ beside, behind, newTitle = null }, index): PlacedNote => {
    const section = sectionsOf(roadmap).find(
      ({ entries, titles }) => titles.at(-1) === beside || entries.some(({ title }) => title === beside),
    )!;
    const id = behind === undefined || behind === null ? behind : idOf(behind);
    return { path: NEW[index]!, place: { section, behind: id, newTitle } };
  });
  const additions = new Additions(finder, { roadmap, text }, finder.corpus());
  const editOf = additions.add(placed);
  expect([...editOf.keys()].sort()).toEqual(placed.map(({ path }) => path).sort());
  const { text: after, results, inverse } = applyEdits(text, [...new Set(editOf.values())]);
  expect(results.every((result) => result === "written")).toBe(true);
  expect(applyEdits(after, inverse).text).toBe(text);
  // The additions are read back from the text.
  const listed = entriesOfRoadmap(readMap(after, NOTES)).map(({ path }) => path);
  expect(listed).toEqual(expect.arrayContaining(NEW.slice(0, wanted.length)));
  expect(listed.length).toBe(entriesOfRoadmap(roadmap).length + wanted.length);
  return after;
}

describe("several notes", () => {
  it("that come to one place stand there in their order", () => {
    const text = "- [[Wheat]]\n- [[Barley]]\n";
    const at = { beside: "Wheat", behind: "Wheat" };
    expect(added(text, at, at, at)).toBe("- [[Wheat]]\n- [[Rye]]\n- [[Spelt]]\n- [[Millet]]\n- [[Barley]]\n");
    const top = { beside: "Wheat", behind: null };
    expect(added(text, top, top)).toBe("- [[Rye]]\n- [[Spelt]]\n- [[Wheat]]\n- [[Barley]]\n");
    const end = { beside: "Wheat" };
    expect(added(text, end, end, end)).toBe("- [[Wheat]]\n- [[Barley]]\n- [[Rye]]\n- [[Spelt]]\n- [[Millet]]\n");
  });

  it("are numbered together, in lists and in tables", () => {
    const list = Array.from({ length: 9 }, (_, at) => `${at + 1}. [[${["Wheat", "Barley", "Oats"][at % 3]!}]]`);
    const after = added(
      `${list.join("\n")}\n`,
      { beside: "Wheat", behind: null },
      { beside: "Wheat", behind: "Wheat" },
    );
    expect(after.split("\n").map((line) => /\d+/.exec(line)?.[0])).toEqual([
      ...Array.from({ length: 11 }, (_, at) => String(at + 1)),
      undefined,
    ]);
    expect(after.split("\n").slice(0, 3)).toEqual(["1. [[Rye]]", "2. [[Wheat]]", "3. [[Spelt]]"]);
    const table = "| # | Note |\r\n|---|---|\r\n| 1 | [[Wheat]] |\r\n| 2 | [[Barley]] |\r\n";
    expect(added(table, { beside: "Wheat", behind: "Wheat" }, { beside: "Wheat", behind: "Barley" })).toBe(
      "| # | Note |\r\n|---|---|\r\n| 1 | [[Wheat]] |\r\n| 2 | [[Rye]] |\r\n| 3 | [[Barley]] |\r\n| 4 | [[Spelt]] |\r\n",
    );
  });

  it("come into one line where a line lists several", () => {
    const text = "- [[Wheat]] / [[Barley]] / [[Oats]]\n";
    const [front, middle] = [
      { beside: "Wheat", behind: null },
      { beside: "Wheat", behind: "Barley" },
    ];
    expect(added(text, middle, front, middle)).toBe(
      "- [[Spelt]] / [[Wheat]] / [[Barley]] / [[Rye]] / [[Millet]] / [[Oats]]\n",
    );
  });

  it("come to several sections, an empty one among them", () => {
    const text = "## A\n\n- [[Wheat]]\n  - [[Barley]]\n\n## B\n\n## C\n\n* [[Oats]]\n";
    expect(added(text, { beside: "B" }, { beside: "B" }, { beside: "Wheat", behind: "Barley" })).toBe(
      "## A\n\n- [[Wheat]]\n  - [[Barley]]\n  - [[Millet]]\n\n## B\n\n- [[Rye]]\n- [[Spelt]]\n\n## C\n\n* [[Oats]]\n",
    );
    const inPreface = "- [[Wheat]]\n\n## B\n\n- [[Oats]]\n";
    expect(added(inPreface, { beside: "Wheat" }, { beside: "Oats" })).toBe(
      "- [[Wheat]]\n- [[Rye]]\n\n## B\n\n- [[Oats]]\n- [[Spelt]]\n",
    );
  });

  it("share a section that is made for them, and others come behind it", () => {
    const text = "## 1 Grain\n\n- [[Wheat]]\n\n## 2 Other\n\n- [[Oats]]\n";
    const grass = { beside: "Wheat", newTitle: "3 Grass" };
    expect(added(text, grass, { beside: "Wheat", newTitle: "4 Seeds" }, grass)).toBe(
      `${text}\n## 3 Grass\n\n- [[Rye]]\n- [[Millet]]\n\n## 4 Seeds\n\n- [[Spelt]]\n`,
    );
    expect(added(text, grass, { beside: "Oats" })).toBe(`${text}- [[Spelt]]\n\n## 3 Grass\n\n- [[Rye]]\n`);
  });
});
