// The place of a note on a map, and its neighbours.
import { describe, expect, it } from "vitest";
import { placeOfNote } from "../../../src/core/roadmap/place";
import { readMap } from "../read-map";

const text =
  "# Map\n\n- [[A]]\n\n## One\n\n- [[Sub MOC]]\n- [[Nowhere]]\n- [[B]]\n  - [[C]]\n\n### Deep\n\n- [[D]]\n- [w](https://a.b)\n\n## Two\n\n- [[B]]\n- [[A]]\n";
const roadmap = readMap(text, ["A.md", "B.md", "C.md", "D.md", "Sub MOC.md"]);

function told(path: string): string | null {
  const place = placeOfNote(roadmap, path);
  return (
    place &&
    `${place.previous?.title ?? "–"} < ${[...place.divisions.map(({ title }) => title), place.entry.title].join("/")} < ${place.next?.title ?? "–"}`
  );
}

describe("the place of a note", () => {
  it.each([
    ["A.md", "– < A < B"],
    ["B.md", "A < One/B < C"],
    ["C.md", "B < One/C < D"],
    ["D.md", "C < One/Deep/D < B"],
  ])("of %s is %s", (path, place) => {
    expect(told(path)).toBe(place);
  });

  it("is none for what the map does not list, and for maps", () => {
    expect([told("E.md"), told("Sub MOC.md"), told("Nowhere.md")]).toEqual([null, null, null]);
  });

  it("has no neighbour that is the note itself", () => {
    const one = placeOfNote(readMap("- [[A]]\n- [[A]]\n- [[A#x]]\n", ["A.md"]), "A.md");
    expect([one?.previous, one?.next]).toEqual([null, null]);
  });
});
