// The options that the text of a fenced block asks for, and what is said of those it cannot have.
import { describe, expect, it } from "vitest";
import { readBlockOptions } from "../../../src/core/roadmap/block-options";
import { NO_FILTER } from "../../../src/core/roadmap/filter";

describe("the options of a fenced block", () => {
  it("are those of this note's bar and chapters where nothing is written", () => {
    expect(readBlockOptions("\n# a remark: here\n")).toEqual({
      options: { map: null, show: ["bar", "chapters"], filter: NO_FILTER, depth: null },
      problems: [],
    });
  });

  it.each([
    ["map: [[AI/LLM/_MOC|LLM]]", { map: "AI/LLM/_MOC" }],
    ["map: AI/LLM/_MOC.md", { map: "AI/LLM/_MOC.md" }],
    ["Map： [[_MOC]] ", { map: "_MOC" }],
    ["show: next, tree bar", { show: ["next", "tree", "bar"] }],
    ["show: bar, bar", { show: ["bar"] }],
    ["depth: 3", { depth: 3 }],
    ["filter: key, Todo、doing", { filter: { ...NO_FILTER, key: true, states: ["todo", "doing"] } }],
  ])("read %s", (text, expected) => {
    const { options, problems } = readBlockOptions(text);
    expect(options).toMatchObject(expected);
    expect(problems).toEqual([]);
  });

  it.each([
    ["maps: x", null, "maps", "map, show, filter, depth"],
    ["just words", null, "just words", "map, show, filter, depth"],
    ["show: bar, pie", "show", "pie", "bar, chapters, tree, next"],
    ["show:", "show", "", "bar, chapters, tree, next"],
    ["filter: new", "filter", "new", "todo, doing, done, skipped, key, hot, rated, fixable, missing"],
    ["depth: deep", "depth", "deep", "1–9"],
    ["depth: 0", "depth", "0", "1–9"],
  ])("name what is wrong with %s and what is allowed", (text, option, value, allowed) => {
    expect(
      readBlockOptions(text).problems.map((problem) => ({ ...problem, allowed: problem.allowed.join(", ") })),
    ).toEqual([{ option, value, allowed }]);
  });
});
