// Counting: distinct targets, and the maps below.
import { describe, expect, it } from "vitest";
import { entriesOfRoadmap } from "../../../src/core/roadmap/model";
import { actualLinesOf, linesOfPlace } from "../../../src/core/read/facts";
import { lineTallyOf, progressOf, tallyOf, targetsOf } from "../../../src/core/roadmap/tally";
import { parseMetadata } from "../../host/metadata/parse";
import { resolveSubpath } from "../../host/metadata/subpath";
import type { State } from "../../../src/core/base/state";
import { readMap } from "../read-map";

function tally(text: string, states: Readonly<Record<string, State>> = {}): ReturnType<typeof tallyOf> {
  const roadmap = readMap(text, ["A.md", "B.md", "C.md", "Sub MOC.md"]);
  const targets = targetsOf(entriesOfRoadmap(roadmap));
  return tallyOf(
    targets,
    [...targets.counted].map((target) => states[target] ?? "todo"),
  );
}

describe("a tally", () => {
  it("counts a note once however often it is listed", () => {
    expect(tally("## One\n- [[A]]\n- [[B]]\n## Two\n- [[A]]").counted).toBe(2);
  });

  it("leaves maps out and counts missing notes apart", () => {
    expect(tally("- [[A]]\n- [[Sub MOC]]\n- [[Nowhere]]\n- [[Nowhere]]")).toMatchObject({ counted: 1, missing: 1 });
  });

  it("counts parts of a missing note, in whatever case, as that one note", () => {
    expect(tally("- [[Nope#A]]\n- [[Nope#B]]\n- [[nope]]").missing).toBe(1);
  });

  it("ignores headings of a note that is there as a whole", () => {
    expect(tally("- [[A]]\n- [[A#One]]\n- [[B#One]]\n- [[B#Two]]").counted).toBe(3);
  });

  it("takes no note in a folder with the sign of a part in its name for a part", () => {
    const entries = ["C", "C#/Types.md", "C#/Types.md#Enum", "C.md"].map((target) => ({ kind: "note", target }));
    const targets = targetsOf(entries as unknown as Parameters<typeof targetsOf>[0]);
    expect([...targets.counted]).toEqual(["C", "C#/Types.md", "C.md"]);
  });

  it("counts nested entries and web links", () => {
    expect(tally("- [[A]]\n  - [[B]]\n- [x](https://example.org)").counted).toBe(3);
  });

  it("takes skipped targets out of what is to do", () => {
    const counts = tally("- [[A]]\n- [[B]]\n- [[C]]", { "A.md": "done", "B.md": "skipped", "C.md": "doing" });
    expect(counts).toEqual({ counted: 3, done: 1, doing: 1, skipped: 1, todo: 0, missing: 0 });
    expect(progressOf(counts)).toBe(0.5);
  });

  it("has no progress where there is nothing to count", () => {
    expect(progressOf(tally("text"))).toBeNull();
    expect(progressOf(tally("- [[A]]", { "A.md": "skipped" }))).toBeNull();
  });
});

describe("lengths", () => {
  const note = "---\na: 1\n---\n# One\n\ntext\n\n## Part\n- item\n- other ^block\n\n# Two\nlast\n\n\n";
  const cache = parseMetadata(note);
  const linesOf = (subpath: string): number => linesOfPlace(cache, resolveSubpath(cache, subpath)!);

  it("of a note reach to its last line that is not blank", () => {
    expect(actualLinesOf(cache)).toBe(13);
    expect(actualLinesOf(parseMetadata(""))).toBe(0);
    expect(actualLinesOf(parseMetadata("text[^1]\n\n[^1]: note\n"))).toBe(3);
  });

  it("of a heading are its section's, of a block its own", () => {
    expect(linesOf("#One")).toBe(7);
    expect(linesOf("#Part")).toBe(3);
    expect(linesOf("#Two")).toBe(2);
    expect(linesOf("#^block")).toBe(1);
  });

  it("add up over what is counted and not skipped, as far as they are known", () => {
    const roadmap = readMap("- [[A]]\n- [[A]]\n- [[B]]\n- [[C]]\n- [[C#Part]]\n- [x](https://example.org)", [
      "A.md",
      "B.md",
      "C.md",
    ]);
    const states: Readonly<Record<string, State>> = { "A.md": "done", "B.md": "skipped" };
    const lines: Readonly<Record<string, number>> = { "A.md": 10, "B.md": 20, "C.md": 40, "C.md#Part": 5 };
    expect(
      lineTallyOf(
        targetsOf(entriesOfRoadmap(roadmap)),
        (target) => states[target] ?? "todo",
        (target) => lines[target] ?? null,
      ),
    ).toEqual({ done: 10, all: 50, isWhole: true });
  });
});
