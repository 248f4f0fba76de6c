// Declared lengths that no longer fit, mended in their author's format.
import { describe, expect, it } from "vitest";
import { lengthRewritten } from "../../../src/core/edit/length-style";
import { mendedMap, told } from "./check";

const lines = (count: number): string => "line\n".repeat(count);

describe("a declared length", () => {
  it.each([
    ["1617行", 1717, "1717行"],
    ["1,617 lines", 1717, "1,717 lines"],
    ["1,005 lines", 998, "998 lines"],
    ["941行", 1080, "1080行"],
    ["１６１７行", 1717, "１７１７行"],
    ["１，６１７行", 1717, "１，７１７行"],
    ["~1,670 lines", 1200, "~1,200 lines"],
    ["约 300 行", 420, "约 420 行"],
    ["1,400+ lines", 1200, "1,200+ lines"],
    ["530 LOC", 400, "400 LOC"],
    ["999 lines", 12345, "12345 lines"],
    ["800-900行", 1200, null],
    ["1.5千行", 1200, null],
    ["1,61,7行", 1200, null],
  ])("%s becomes, with %i, %s", (before, actual, after) => {
    expect(lengthRewritten(before, actual)).toBe(after);
  });

  it("is off by more than 2 % and 5 lines, or it fits", async () => {
    const others = { "A.md": lines(106), "B.md": lines(105), "C.md": lines(1020), "D.md": lines(1021) };
    expect(
      await told("length", "- [[A]] 100行\n- [[B]] 100行\n- [[C]] 1000行\n- [[D]] 1000行\n- [[A]] 100 words", others),
    ).toEqual([
      "certain 1: 100行 (100 lines declared, the note has 106) -> 106行",
      "certain 4: 1000行 (1,000 lines declared, the note has 1,021) -> 1021行",
    ]);
  });

  it("of several numbers is not rewritten", async () => {
    expect(await told("length", "- [[A]] 80-90 lines", { "A.md": lines(200) })).toEqual([
      "choose 1: 80-90 lines (90 lines declared, the note has 200) -> ",
    ]);
  });

  it.each([
    ["- [[A]] — 必读，100行，很好 ★★★", "- [[A]] — 必读，120行，很好 ★★★"],
    ["| N | Lines |\n|---|---|\n| [[A]] | 100 |", "| N | Lines |\n|---|---|\n| [[A]] | 120 |"],
    ["- [[A]]\r\n  - **Size:** 100 lines\r\n", "- [[A]]\r\n  - **Size:** 120 lines\r\n"],
    ["## [[A]] (100 lines)\n- [[B]]", "## [[A]] (120 lines)\n- [[B]]"],
  ])("%s becomes %s", async (before, after) => {
    expect(await mendedMap("length", before, { "A.md": lines(120), "B.md": "" })).toBe(after);
  });

  it("of a heading is that of its section", async () => {
    const note = `# A\n\n## One\n${lines(20)}\n## Two\n`;
    expect(await told("length", "- [[A#One]] 5 lines", { "A.md": note })).toEqual([
      "certain 1: 5 lines (5 lines declared, the note has 21) -> 21 lines",
    ]);
  });
});
