// The state of a view of a map, and the part of the map that is visible in it.
import { describe, expect, it } from "vitest";
import type { State } from "../../../src/core/base/state";
import { NO_FILTER, type FilterSources } from "../../../src/core/roadmap/filter";
import { toggled, UNFOLDED } from "../../../src/core/roadmap/folding";
import { allEntries, divisionsOf, entriesOf, type Roadmap } from "../../../src/core/roadmap/model";
import { FIRST_VIEW, foldingOf, visible, withFilter, withFolding } from "../../../src/core/roadmap/view-state";
import { readMap } from "../read-map";

const sources: FilterSources = {
  stateOf: (target): State => (target === "A.md" ? "done" : "todo"),
  linesOf: () => null,
  isFixable: () => false,
};
const roadmap = readMap("## One\n- [[A]]\n- [[B]]\n## Two\n- [[A]]\n- [[C]] ⭐\n", ["A.md", "B.md", "C.md"]);
const keyOnly = { ...NO_FILTER, key: true };

const titles = ({ entries, chapters }: Roadmap): readonly string[] => [
  ...allEntries(entries).map(({ title }) => title),
  ...divisionsOf(chapters).flatMap((division) => [division.title, ...entriesOf(division).map(({ title }) => title)]),
];

describe("what is visible", () => {
  it("is all at first", () => {
    expect(visible(roadmap, FIRST_VIEW, sources)).toEqual({ roadmap, counted: new Map() });
  });

  it("is what is not done, while divisions count whole", () => {
    const { roadmap: open, counted } = visible(roadmap, { ...FIRST_VIEW, hidesDone: true }, sources);
    expect(titles(open)).toEqual(["One", "B", "Two", "C"]);
    expect(open.chapters.map(({ id }) => counted.get(id))).toEqual(roadmap.chapters);
  });

  it("is what a filter leaves, and divisions count all of theirs", () => {
    const { roadmap: kept, counted } = visible(roadmap, { filter: keyOnly, hidesDone: true }, sources);
    expect([titles(kept), counted.size]).toEqual([["Two", "C"], 2]);
  });
});

describe("folding", () => {
  it("lasts, but for that done while a filter is on: then everything is unfolded at first", () => {
    const folded = withFolding(FIRST_VIEW, toggled(UNFOLDED, "/One"));
    const filtered = withFilter(folded, keyOnly);
    expect([foldingOf(folded).byHand.has("/One"), foldingOf(filtered)]).toEqual([true, UNFOLDED]);
    const within = withFolding(filtered, toggled(UNFOLDED, "/Two"));
    expect([...foldingOf(within).byHand]).toEqual(["/Two"]);
    expect(foldingOf(withFilter(within, NO_FILTER))).toBe(foldingOf(folded));
    expect(foldingOf(withFilter(within, { ...keyOnly, hot: true }))).toBe(UNFOLDED);
  });
});
