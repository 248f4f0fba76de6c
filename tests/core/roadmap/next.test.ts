// The note to go on with: the one in progress, else behind where the reader reads in order, else from the start.
import { describe, expect, it } from "vitest";
import { behind, nextUp } from "../../../src/core/roadmap/next";
import type { State } from "../../../src/core/base/state";
import { readMap } from "../read-map";

const text = "- [[A]]\n## One\n- [[Sub MOC]]\n- [[Nowhere]]\n- [[B]]\n  - [[C]]\n## Two\n- [[D]]\n- [[B]]";
const roadmap = readMap(text, ["A.md", "B.md", "C.md", "D.md", "Sub MOC.md"]);

type States = Readonly<Record<string, State>>;
type Times = Readonly<Record<string, number>>;

function next(states: States, touched: Times = {}): string | null {
  const found = nextUp(
    roadmap,
    (target) => states[`${target}`] ?? "todo",
    (target) => touched[target] ?? null,
  );
  return found && `${found.entry.title} ${found.why}`;
}

describe("next up", () => {
  it.each([
    ["the first to do where nothing is done", {}, {}, "A first"],
    [
      "the first to do behind what was done last",
      { "B.md": "done", "D.md": "done", "A.md": "done" },
      { "A.md": 900_000, "B.md": 500_000, "D.md": 100_000 },
      "C afterDone",
    ],
    ["behind the first place of a note that is listed twice", { "B.md": "done" }, { "B.md": 5 }, "C afterDone"],
    [
      "what is in progress, the one touched last",
      { "A.md": "doing", "D.md": "doing", "C.md": "done" },
      { "A.md": 1, "D.md": 2 },
      "D doing",
    ],
    ["the first in progress where nothing was touched here", { "C.md": "doing", "D.md": "doing" }, {}, "C doing"],
    [
      "from the start where nothing is left behind",
      { "D.md": "done", "B.md": "done", "C.md": "skipped" },
      { "D.md": 9 },
      "A first",
    ],
    [
      "nothing where nothing is left; maps and missing notes do not count",
      { "A.md": "done", "B.md": "done", "C.md": "skipped", "D.md": "done" },
      {},
      null,
    ],
  ] as const)("is %s", (_, states, touched, expected) => expect(next(states, touched)).toBe(expected));

  it("is, from a note that is open, what stands behind it, in progress or not; nothing behind the last", () => {
    const states: States = { "A.md": "doing", "C.md": "doing", "B.md": "skipped" };
    const from = (target: string): string | undefined => behind(roadmap, target, (one) => states[one] ?? "todo")?.title;
    expect([from("A.md"), from("B.md"), from("C.md"), from("D.md"), from("Nowhere.md")]).toEqual([
      "C",
      "C",
      "D",
      undefined,
      undefined,
    ]);
  });
});

// Three sections of four notes each, named by section and place.
const NAMES = ["1", "2", "3"].flatMap((section) => ["a", "b", "c", "d"].map((place) => `${section}${place}`));
const book = readMap(
  NAMES.map((name) => `${name.endsWith("a") ? `## ${name}\n` : ""}- [[${name}]]`).join("\n"),
  NAMES.map((name) => `${name}.md`),
);

/** The note that comes next when notes were marked as done in this order: a minute apart, those joined by + at once. */
function after(marks: string, shared = ""): string | undefined {
  const done = new Map(
    marks
      .split(" ")
      .flatMap((some, at) => some.split("+").map((name, tick) => [`${name}.md`, at * 60_000 + tick * 3000])),
  );
  return nextUp(
    book,
    (target) => (done.has(target) ? "done" : "todo"),
    (target) => done.get(target) ?? null,
    (target) => shared.split(" ").includes(target.slice(0, -3)),
  )?.entry.title;
}

describe("where the reader reads in order", () => {
  it.each([
    ["goes on behind the last note", "1a 1b", "1c"],
    ["leaves behind what was passed over in the section", "1a 1c", "1d"],
    ["leaves behind what was passed over in the section that comes next", "1a 1b 1c 1d 2b", "2c"],
    ["is not left for one note of another section", "1a 1b 3c", "1c"],
    ["is left for two in a row there", "1a 1b 2c 2d", "3a"],
    ["is left for a section that is begun at its first note", "1a 1b 3a", "3b"],
    ["is not left for a section marked as a whole", "1a 1b 3a+3b+3c+3d", "1c"],
    ["is not left for what is ticked off one by one", "1a 1b 2a+2b+3a+3b", "1c"],
    ["goes past a section marked as a whole", "1a 1b 1c 1d 2a+2b+2c+2d", "3a"],
    ["is the start where all was ticked off", "1a+1b+3b+3c", "1c"],
    ["goes back to where something is left at the end", "3a 3b 3c 3d", "1a"],
  ])("%s: %s → %s", (_, marks, expected) => expect(after(marks)).toBe(expected));

  it.each([
    ["is not left for notes that were read on another map", "1a 1b 3a 3b", "3a 3b", "1c"],
    ["goes past them once it comes there", "3a 3b 1a 1b 1c 1d 2a 2b 2c 2d", "3a 3b", "3c"],
    ["goes past one that is next", "1a 1b 1c", "1c", "1d"],
  ])("%s: %s, shared %s → %s", (_, marks, shared, expected) => expect(after(marks, shared)).toBe(expected));
});
