// The levels a map can be shown at, and rows that were folded by hand.
import { describe, expect, it } from "vitest";
import { toggled, UNFOLDED } from "../../../src/core/roadmap/folding";
import { levelCounts, levelsOf } from "../../../src/core/roadmap/levels";
import { readMap } from "../read-map";

describe("levels", () => {
  it("are offered where they differ", () => {
    expect(levelsOf(readMap("- [[A]]", ["A.md"]))).toEqual([]);
    expect(levelsOf(readMap("## One\n- [[A]]\n## Two\n- [[A]]", ["A.md"]))).toEqual(["chapter", "entry"]);
    expect(levelsOf(readMap("## One\n### In\n- [[A]]", ["A.md"]))).toEqual(["chapter", "section", "entry"]);
  });

  it("count the rows at each, nested ones included", () => {
    const text = "- [[A]]\n## One\n### In\n#### Deep\n- [[A]]\n  - [[B]]\n## Two\n- [[C]]";
    expect(levelCounts(readMap(text, ["A.md", "B.md", "C.md"]))).toEqual({ chapter: 2, section: 2, entry: 4 });
  });
});

describe("folding by hand", () => {
  it("is undone by doing it again", () => {
    const once = toggled(UNFOLDED, "/One");
    expect([...once.byHand]).toEqual(["/One"]);
    expect(toggled(once, "/One")).toEqual(UNFOLDED);
    expect(UNFOLDED.byHand.size).toBe(0);
  });
});
