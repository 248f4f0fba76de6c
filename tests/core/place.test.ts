// Where a map lists a note, and what stands before and after it.
import { describe, expect, it } from "vitest";
import { neighbourOf, placeOf } from "../../src/core/place";
import { readMap } from "./read-map";

const notes = ["A.md", "B.md", "C.md", "Sub MOC.md"];
const map = readMap("- [[A]]\n## One\n- [[Sub MOC]]\n### In\n- [[B]]\n  - [[A]]\n- [[Unwritten]]\n## Two\n- [[B]]\n- [[C]]\n", notes);

describe("the place of a note in a map", () => {
  const divisions = (path: string): readonly string[] | null => placeOf(map, (entry) => entry.path === path)?.divisions.map(({ title }) => title) ?? null;

  it("is the first that lists it, with the headings on the way there", () => {
    expect(divisions("A.md")).toEqual([]);
    expect(divisions("B.md")).toEqual(["One", "In"]);
    expect(divisions("C.md")).toEqual(["Two"]);
    expect(divisions("D.md")).toBeNull();
  });
});

describe("the neighbours of a note", () => {
  const next = (path: string): string | null => neighbourOf(map, path, "behind")?.path ?? null;
  const previous = (path: string): string | null => neighbourOf(map, path, "before")?.path ?? null;

  it("are the nearest other notes, past maps and notes not written yet", () => {
    expect([next("A.md"), next("B.md"), next("C.md")]).toEqual(["B.md", "A.md", null]);
    expect([previous("A.md"), previous("B.md"), previous("C.md")]).toEqual([null, "A.md", "B.md"]);
  });

  it("are none where the map does not list it", () => {
    expect([next("D.md"), previous("D.md")]).toEqual([null, null]);
  });
});
