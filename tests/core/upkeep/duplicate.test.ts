// Notes that a map lists twice, and what goes when one place is kept.
import { describe, expect, it } from "vitest";
import { mendedMap, notesCalled, told } from "./check";

const NOTES = notesCalled("A B C");

describe("a note listed twice", () => {
  it("is found once, with all its lines; parts of it are others", async () => {
    expect(await told("duplicate", "- [[A]]\n- [[B]]\n- [[A]]\n- [[A#A]]\n- [[A]]", NOTES)).toEqual([
      "choose 3: [[A]] (Listed on lines 1, 3, and 5) -> 1 | 3 | 5",
    ]);
  });

  it("of thousands of lines has no choice, and is found at once", async () => {
    const [line = ""] = await told("duplicate", "- [[A]]\n".repeat(3000), NOTES);
    expect(line).toBe("choose 2: [[A]] (Listed on lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, and 2,988 more) -> ");
  });

  it("says where each of its lines stands", async () => {
    expect(await told("duplicate", "- [[A]]\n\n## Basics\n- [[B]]\n\n### Depth\n- [[A]]", NOTES)).toEqual([
      "choose 7: [[A]] (Listed on lines 1 and 7) -> 1 | 7 · Depth",
    ]);
  });

  it.each([
    ["- [[A]]\n- [[B]]\n- [[A]] again\n", 0, "- [[A]]\n- [[B]]\n"],
    ["- [[A]]\n- [[B]]\n- [[A]] again\n", 1, "- [[B]]\n- [[A]] again\n"],
    ["- [[A]]\r\n- [[A]]\r\n- [[A]]", 1, "- [[A]]"],
    ["- [[A]]\n- [[B]] / [[A]] · [[C]]", 0, "- [[A]]\n- [[B]] / [[C]]"],
    ["- [[A]]\n- [[B]], [[A]]", 0, "- [[A]]\n- [[B]]"],
    ["- [[A]]\n- [[A]] / [[B]] words", 0, "- [[A]]\n- [[B]] words"],
    [
      "- [[A]]\n\n| a | b |\n|---|---|\n| [[B]] | 1 |\n| [[A]] | 2 |",
      0,
      "- [[A]]\n\n| a | b |\n|---|---|\n| [[B]] | 1 |",
    ],
    ["- [[A]]\n\n| a |\n|---|\n| [[B]], [[A]] |", 0, "- [[A]]\n\n| a |\n|---|\n| [[B]] |"],
  ])("%j keeping its %i. place is %j", async (before, kept, after) => {
    expect(await mendedMap("duplicate", before, NOTES, kept)).toBe(after);
  });

  it.each([
    ["what is nested", "- [[B]]\n- [[A]]\n  - [[C]]\n- [[A]]\n  - more"],
    ["a second line of the item", "- [[A]]\n  goes on\n- [[A]]\n  goes on"],
    ["a remark that may be another link's", "- [[B]] x [[A]] y\n- [[B]] x [[A]] y"],
    ["a heading", "## [[A]]\n- [[B]]\n\n## [[A]]\n- [[C]]"],
    ["another place on the same line", "- [[A]], [[A]]"],
  ])("is not taken away with %s", async (_, text) => {
    expect(
      (await told("duplicate", text, NOTES))
        .filter((line) => line.includes("[[A]]"))
        .map((line) => line.split("-> ")[1]),
    ).toEqual([""]);
  });
});
