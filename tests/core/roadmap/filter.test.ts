// Searching and filtering a roadmap: what fits, what stands above it, and where the words are.
import { describe, expect, it } from "vitest";
import {
  entryTest,
  filtered,
  isFiltering,
  NO_FILTER,
  withoutDone,
  type Filter,
} from "../../../src/core/roadmap/filter";
import { entriesOfRoadmap, type Roadmap } from "../../../src/core/roadmap/model";
import { matchesIn, matchesInProse, matchReason, wordsOf } from "../../../src/core/roadmap/search";
import type { State } from "../../../src/core/base/state";
import { readMap, sketch } from "../read-map";

const MAP = `- [[Preface]]
## Bread
> Prerequisites: [[Kitchen MOC]]

- [[Flour]] ⭐ ★★★★★ — what the bag does not say
- [[Café/Crème|Crème brûlée]] ★★★☆
- Doughs
  - [[Rye]] 🔥（60行）
- [[Levain]]
  - [[Nowhere]]
- a topic
## 茶
### 绿茶
- [[绿茶]] ★★★★ — 龙井
`;
const roadmap = readMap(MAP, [
  "Preface.md",
  "Flour.md",
  "Café/Crème.md",
  "Rye.md",
  "Levain.md",
  "绿茶.md",
  "Kitchen MOC.md",
]);

function draw(filter: Partial<Filter>, states: Readonly<Record<string, State>> = {}): readonly string[] {
  const sources = {
    stateOf: (target: string): State => states[target] ?? "todo",
    linesOf: (target: string) => (target === "Rye.md" ? 90 : 10),
    isFixable: ({ title }: { readonly title: string }) => title === "Rye",
  };
  return sketch(filtered(roadmap, { ...NO_FILTER, ...filter }, sources))
    .split("\n")
    .slice(1)
    .map((line) => line.replace(/ [{|].*$/, ""));
}

describe("a search", () => {
  it("finds titles, remarks, labels and paths, without case and accents, and keeps what stands above", () => {
    expect(draw({ text: "FLOUR" })).toEqual(["  ## Bread", "    - Flour"]);
    expect(draw({ text: "brulee cafe" })).toEqual(["  ## Bread", "    - Crème brûlée"]);
    expect(draw({ text: "bag" })).toEqual(["  ## Bread", "    - Flour"]);
    expect(draw({ text: "doughs" })).toEqual(["  ## Bread", "    - Doughs: Rye"]);
    expect(draw({ text: "龙井" })).toEqual(["  ## 茶", "    ### 绿茶", "      - 绿茶"]);
    expect(draw({ text: "nowhere" })).toEqual(["  ## Bread", "    - Levain", "      - Nowhere"]);
  });

  it("finds Chinese titles by the first letters of their pinyin, and nothing else by them", () => {
    expect(draw({ text: "LC" })).toEqual(["  ## 茶", "    ### 绿茶", "      - 绿茶"]);
    expect(draw({ text: "lj" })).toEqual([]);
  });

  it("needs every word, and finds nothing where one is missing", () => {
    expect(draw({ text: "flour bag" })).toEqual(["  ## Bread", "    - Flour"]);
    expect(draw({ text: "flour tea" })).toEqual([]);
  });

  it("shows where the words stand in a title", () => {
    const marked = (title: string, text: string): readonly string[] =>
      matchesIn(title, wordsOf(text)).map(({ from, to }) => title.slice(from, to));
    expect(marked("Transformer 架构 2026", "ARCH 架构 trans")).toEqual(["Trans", "架构"]);
    expect(marked("aaa", "aa a")).toEqual(["aa"]);
    expect(marked("Crème brûlée", "creme")).toEqual(["Crème"]);
    expect(marked("ﬁne", "fine")).toEqual([]);
    expect(marked("And then… the end", "end")).toEqual(["end"]);
  });

  it("keeps all of a division whose title holds every word, as far as it fits the filter", () => {
    expect(draw({ text: "bread" })).toEqual([
      "  ## Bread",
      "    prerequisite Kitchen MOC",
      "    - Flour",
      "    - Crème brûlée",
      "    - Doughs: Rye",
      "    - Levain",
      "      - Nowhere",
      "    ~ a topic",
    ]);
    expect(draw({ text: "c" })).toContain("      - 绿茶");
    expect(draw({ text: "bread", hot: true })).toEqual(["  ## Bread", "    - Doughs: Rye"]);
    expect(draw({ text: "bread tea" })).toEqual([]);
  });

  it("finds topics and relations by their titles, and divisions that hold no entry, but not through a filter", () => {
    const map = readMap(
      "- Soups\n- Sauces\n## Bread\n> Prerequisites: [[Kitchen MOC]]\n\n- Rye\n- Oat\n### Empty shelf\n## Tea\n- [[Leaf]]",
      ["Leaf.md", "Kitchen MOC.md"],
    );
    const left = (text: string, more: Partial<Filter> = {}): Roadmap =>
      filtered(
        map,
        { ...NO_FILTER, text, ...more },
        { stateOf: () => "todo", linesOf: () => null, isFixable: () => false },
      );
    const found = (text: string, more: Partial<Filter> = {}): string => sketch(left(text, more));
    expect(found("rye")).toBe("Map MOC\n  ## Bread\n    ~ Rye");
    expect(left("soup").topics.map(({ title }) => title)).toEqual(["Soups"]);
    expect(found("kitchen")).toBe("Map MOC\n  ## Bread\n    prerequisite Kitchen MOC");
    expect(found("shelf")).toBe("Map MOC\n  ## Bread\n    ### Empty shelf");
    expect(found("rye", { states: ["todo"] })).toBe("Map MOC");
    expect(found("shelf", { key: true })).toBe("Map MOC");
  });

  it("says what an entry was found by where its name does not", () => {
    const entry = { title: "Flour", label: null, remark: "what the **bag** does not say", path: "Mill/Flour.md" };
    const reason = (text: string): string | null => matchReason(entry, wordsOf(text));
    expect([reason("flour"), reason("bag flour"), reason("mill"), reason("tea")]).toEqual([
      null,
      "what the bag does not say",
      "Mill/Flour.md",
      null,
    ]);
    expect(matchReason({ ...entry, remark: `${"long ".repeat(20)}before the bag` }, ["bag"])).toBe(
      "…long before the bag",
    );
    expect(matchesInProse("龙井 tea", wordsOf("lj tea"))).toEqual([{ from: 3, to: 6 }]);
  });
});

describe("a filter", () => {
  it("keeps states, flags, good ratings and missing notes, and all of what is asked at once", () => {
    const states: Readonly<Record<string, State>> = { "Flour.md": "done", "Rye.md": "doing" };
    expect(draw({ states: ["done", "doing"] }, states)).toEqual(["  ## Bread", "    - Flour", "    - Doughs: Rye"]);
    expect(draw({ key: true })).toEqual(["  ## Bread", "    - Flour"]);
    expect(draw({ hot: true })).toEqual(["  ## Bread", "    - Doughs: Rye"]);
    expect(draw({ rated: 4 })).toEqual(["  ## Bread", "    - Flour", "  ## 茶", "    ### 绿茶", "      - 绿茶"]);
    expect(draw({ fixable: true })).toEqual(["  ## Bread", "    - Doughs: Rye"]);
    expect(draw({ missing: true })).toEqual(["  ## Bread", "    - Levain", "      - Nowhere"]);
    expect(draw({ key: true, states: ["todo"] }, states)).toEqual([]);
  });

  it("keeps as many stars or more, and as many lines or fewer: as the note is long, else as the map says", () => {
    expect(draw({ rated: 5 })).toEqual(["  ## Bread", "    - Flour"]);
    expect(draw({ rated: 3 })).toContain("    - Crème brûlée");
    const short = entryTest(
      { ...NO_FILTER, upTo: 60 },
      {
        stateOf: () => "todo",
        linesOf: (target) => (target === "Flour.md" ? 61 : target === "Café/Crème.md" ? 60 : null),
        isFixable: () => false,
      },
    );
    expect([...entriesOfRoadmap(roadmap)].filter(short).map(({ title }) => title)).toEqual(["Crème brûlée", "Rye"]);
  });

  it("is off when nothing is asked", () => {
    expect([
      isFiltering(NO_FILTER),
      isFiltering({ ...NO_FILTER, text: "  " }),
      isFiltering({ ...NO_FILTER, key: true }),
    ]).toEqual([false, false, true]);
  });
});

describe("a map without what is done", () => {
  const left = (text: string, states: Readonly<Record<string, State>>): readonly string[] => {
    const map = withoutDone(readMap(text, ["A.md", "B.md", "Sub MOC.md"]), (target) => states[target] ?? "todo");
    return [...map.chapters.map(({ title }) => title), ...[...entriesOfRoadmap(map)].map(({ title }) => title)];
  };

  it("loses done entries and divisions of which nothing else is left, and keeps skipped ones, maps and missing notes", () => {
    const text = "## One\n- [[A]]\n## Two\n- [[B]]\n- [[Sub MOC]]\n- [[Unwritten]]\n";
    expect(left(text, { "A.md": "done", "B.md": "skipped", "Sub MOC.md": "done" })).toEqual([
      "Two",
      "B",
      "Sub MOC",
      "Unwritten",
    ]);
  });

  it("keeps a done entry above one that is not", () => {
    expect(left("## One\n- [[A]]\n  - [[B]]\n", { "A.md": "done" })).toEqual(["One", "A", "B"]);
  });

  it("keeps divisions that never had entries", () => {
    expect(left("## One\n- Rye\n## Two\n- [[A]]", { "A.md": "done" })).toEqual(["One"]);
  });
});
