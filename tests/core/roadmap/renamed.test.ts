// Divisions found again under other ids after an edit of their map.
import { describe, expect, it } from "vitest";
import { renamedDivisions, renamedId } from "../../../src/core/roadmap/renamed";
import { readMap } from "../read-map";

const NOTES = ["A.md", "B.md", "C.md", "D.md"];
const MAP = "## One\n- [[A]]\n### Parts\n- [[B]]\n## Two\n- [[C]]\n### Parts\n- [[D]]\n### Nothing yet\n";

/** `before → now` of each division with another id, by the titles on the way to it. */
function renamed(now: string, before = MAP): readonly string[] {
  return [...renamedDivisions(readMap(before, NOTES), readMap(now, NOTES))]
    .map(([from, to]) => `${from} → ${to}`)
    .sort();
}

describe("a division", () => {
  it("keeps its id while its entries change, and where it is gone nothing is it", () => {
    expect(renamed(MAP)).toEqual([]);
    expect(renamed(MAP.replace("- [[A]]", "- [[D]]"))).toEqual([]);
    expect(renamed(MAP.replace("### Nothing yet\n", ""))).toEqual([]);
    expect(renamed("")).toEqual([]);
  });

  it("is found under another title, with all inside of it", () => {
    expect(renamed(MAP.replace("## One", "## First"))).toEqual(["/One → /First", "/One/Parts → /First/Parts"]);
    expect(renamed(MAP.replace("### Nothing yet", "### Something"))).toEqual(["/Two/Nothing yet → /Two/Something"]);
  });

  it("is found at another level, and in another chapter", () => {
    expect(renamed(MAP.replace("### Nothing yet", "## Nothing yet"))).toEqual(["/Two/Nothing yet → /Nothing yet"]);
    expect(
      renamed("## One\n- [[A]]\n## Two\n- [[C]]\n### Parts\n- [[D]]\n### Nothing yet\n### Pieces\n- [[B]]\n"),
    ).toEqual(["/One/Parts → /Two/Pieces"]);
  });

  it("is found under another title and level at once", () => {
    expect(renamed(MAP.replace("## Two", "#### 2").replace("### Parts\n- [[D]]", "##### Pieces\n- [[D]]"))).toContain(
      "/Two/Parts → /One/Parts/2/Pieces",
    );
  });

  it("is told from one of the same title by what it holds", () => {
    expect(renamed(MAP.replace("## One", "## Uno").replace("## Two", "## Due"))).toEqual([
      "/One → /Uno",
      "/One/Parts → /Uno/Parts",
      "/Two → /Due",
      "/Two/Nothing yet → /Due/Nothing yet",
      "/Two/Parts → /Due/Parts",
    ]);
  });

  it("is no other that came instead of it", () => {
    expect(renamed(MAP.replace("## One\n- [[A]]", "## Other\n- [[D]]"))).toEqual([
      "/One → /Other",
      "/One/Parts → /Other/Parts",
    ]);
    expect(renamed("## New\n- [[D]]\n", "## Old\n- [[A]]\n")).toEqual([]);
  });
});

it("takes all that is in it along", () => {
  const names = new Map([["/One", "/Uno"]]);
  expect(
    ["/One", "/One\n[A.md]", "/One\n(topics) 2", "/One/Parts", "\n[A.md]"].map((id) => renamedId(id, names)),
  ).toEqual(["/Uno", "/Uno\n[A.md]", "/Uno\n(topics) 2", "/One/Parts", "\n[A.md]"]);
});
