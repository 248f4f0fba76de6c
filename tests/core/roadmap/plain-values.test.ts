// Anything read of a map is plain data: it can be spread, compared, printed and copied.
// And nothing in it shares its identity.
import { describe, expect, it } from "vitest";
import { parseMap } from "../../../src/core/read/parse";
import { divisionsOf, entriesOfRoadmap } from "../../../src/core/roadmap/model";
import { FIRST_VIEW, visible } from "../../../src/core/roadmap/view-state";
import { flatten } from "../../../src/ui/tree/flatten";
import type { RowSources } from "../../../src/ui/tree/rows";
import { parseMetadata } from "../../host/metadata/parse";
import { readMap } from "../read-map";

const MAP = `# Crafts

> Up: [[Up MOC]]

## Bread ★★★★ → [[B]]

- [[A|a ⭐]] — 12行, by hand ★★★
  - Size: 40 lines
- **Both**: [[A]] / [[C]]
- a topic

| Note | Stars |
|---|---|
| [[D]] | ★★ |
`;

/**
 * The way to everything that is not plain data: an object of a class, or a property that is computed when asked for.
 */
function unplain(value: unknown, way = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === Array.prototype;
  const inside = Object.entries(Object.getOwnPropertyDescriptors(value)).flatMap(([name, property]) =>
    "value" in property ? unplain(property.value, `${way}.${name}`) : [`${way}.${name}`],
  );
  return isPlain ? inside : [way, ...inside];
}

const SOURCES: RowSources = {
  stateOf: () => "todo",
  linesOf: () => null,
  progressOfMap: () => null,
  accountOf: null,
  isMap: () => false,
  folding: { level: "entry", byHand: new Set() },
  showsRemarks: true,
  words: [],
  activePath: null,
  ahead: { entry: null, target: null, divisions: new Set() },
  findings: { entries: new Map(), topics: new Map() },
  isFixable: () => false,
};

describe("what is read of a map", () => {
  it("is plain data: as written, as a roadmap, and as rows", () => {
    const roadmap = readMap(MAP, ["A.md", "B.md", "C.md", "D.md"]);
    expect(entriesOfRoadmap(roadmap)).toHaveLength(5);
    expect(unplain(parseMap(MAP, parseMetadata(MAP)))).toEqual([]);
    expect(unplain(roadmap)).toEqual([]);
    expect(unplain(flatten(visible(roadmap, FIRST_VIEW, SOURCES), SOURCES))).toEqual([]);
    expect({ ...entriesOfRoadmap(roadmap)[1] }).toMatchObject({ title: "a", key: true, rating: { value: 3, of: 5 } });
  });
});

describe("ids", () => {
  it.each([
    ["headings that end like a number", "## Part\n- [[A]]\n## Part\n- [[B]]\n## Part#2\n- [[C]]"],
    ["headings with slashes", "## A/B\n- [[A]]\n## A\n- [[B]]\n### B\n- [[C]]"],
    ["signs written as the ids write them", "## A#\n- [[A]]\n## A%23\n- [[B]]"],
    ["topics that end like a number", "## A\n- [[A]]\n- Rye\n- Rye\n- Rye#2"],
    ["groups called like other rows", "## A\n- **topics**: [[A]] / [[B]]\n- a topic"],
  ])("are each one's own: %s", (_, text) => {
    const roadmap = readMap(text, ["A.md", "B.md", "C.md"]);
    const ids = [...divisionsOf(roadmap.chapters), ...entriesOfRoadmap(roadmap)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const folded = ["/A\n(topics)", "/A%23\n(topics)"];
    const unfolded = { ...SOURCES, folding: { ...SOURCES.folding, byHand: new Set(folded) } };
    const rows = flatten(visible(roadmap, FIRST_VIEW, SOURCES), unfolded).map(({ id }) => id);
    expect(new Set(rows).size).toBe(rows.length);
  });
});
