// The note to go on with: the one in progress, else behind what was done last, else from the start.
import { describe, expect, it } from "vitest";
import { nextUp } from "../../../src/core/roadmap/next";
import type { State } from "../../../src/core/base/state";
import { readMap } from "../read-map";

const text = "- [[A]]\n## One\n- [[Sub MOC]]\n- [[Nowhere]]\n- [[B]]\n  - [[C]]\n## Two\n- [[D]]\n- [[B]]";
const roadmap = readMap(text, ["A.md", "B.md", "C.md", "D.md", "Sub MOC.md"]);

function next(states: Readonly<Record<string, State>>, touched: Readonly<Record<string, number>> = {}): string | null {
  const found = nextUp(
    roadmap,
    (target) => states[`${target}`] ?? "todo",
    (target) => touched[target] ?? null,
  );
  return found && `${found.entry.title} ${found.why}`;
}

describe("next up", () => {
  it("does not leap to a note that was read on another map, unless what stands before it is done, too", () => {
    const states: Readonly<Record<string, State>> = { "A.md": "done", "D.md": "done" };
    const touched: Readonly<Record<string, number>> = { "A.md": 1, "D.md": 2 };
    const after = (shared: string, others: Readonly<Record<string, State>> = {}): string | undefined =>
      nextUp(
        roadmap,
        (target) => ({ ...states, ...others })[target] ?? "todo",
        (target) => touched[target] ?? null,
        (target) => target === shared,
      )?.entry.title;
    expect(after("")).toBe("B");
    expect(after("D.md")).toBe("B");
    expect(after("D.md", { "B.md": "done" })).toBe("C");
  });

  it.each([
    ["the first to do where nothing is done", {}, {}, "A first"],
    [
      "the first to do behind what was done last",
      { "B.md": "done", "D.md": "done", "A.md": "done" },
      { "A.md": 9, "B.md": 5, "D.md": 1 },
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
});
