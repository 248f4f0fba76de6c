// The rows of the tree: what is folded, grouped, counted and marked as active.
import { describe, expect, it } from "vitest";
import type { State } from "../../../src/core/base/state";
import { tallyOf, targetsOf } from "../../../src/core/roadmap/tally";
import { entriesOf, type Roadmap } from "../../../src/core/roadmap/model";
import { FIRST_VIEW, visible } from "../../../src/core/roadmap/view-state";
import type { Level } from "../../../src/core/roadmap/levels";
import { flatten } from "../../../src/ui/tree/flatten";
import { sharesOf } from "../../../src/ui/tree/row-values";
import type { DivisionRow, Row, RowSources, ShareSources } from "../../../src/ui/tree/rows";
import { readMap } from "../../core/read-map";

const notes = ["A.md", "B.md", "C.md", "Sub MOC.md"];

function sources(
  states: Readonly<Record<string, State>> = {},
  folds: readonly string[] = [],
  level: Level = "entry",
): RowSources & ShareSources {
  const stateOf = (target: string): State => states[target] ?? "todo";
  return {
    stateOf,
    tallyOfDivision: (division) => {
      const targets = targetsOf(entriesOf(division));
      return tallyOf(targets, [...targets.counted].map(stateOf));
    },
    progressOfMap: (path) => (path === "Sub MOC.md" ? 0.25 : null),
    accountOf: null,
    isMap: (path) => path.endsWith("MOC.md"),
    folding: { level, byHand: new Set(folds) },
    linesOf: (target) => (target === "A.md" ? 120 : null),
    words: [],
    showsRemarks: false,
    activePath: "B.md",
    ahead: { entry: null, target: null, divisions: new Set() },
    findings: { entries: new Map(), topics: new Map() },
    isFixable: () => false,
  };
}

function name(row: Row, from: ShareSources): string {
  const indent = "  ".repeat(row.depth);
  switch (row.kind) {
    case "division":
      return `${indent}${row.division.title} ${countsOf(row, from)}`;
    case "entry":
      return `${indent}${row.label === null ? "" : `${row.label}: `}${row.entry.title}${row.isActive ? " *" : ""}`;
    case "group":
      return `${indent}<${row.label}>`;
    case "topics":
      return `${indent}${row.topics.length} topics`;
    case "topic":
      return `${indent}~ ${row.topic.title}`;
    case "cut":
      return `${indent}cut ${row.links.join(" ")}`;
    case "relations":
      return `${indent}relations ${row.relations.length}`;
    case "unlisted":
      return `${indent}unlisted ${row.count}`;
  }
}

function countsOf(row: DivisionRow, from: ShareSources): string {
  const { done, counted } = sharesOf(row, from).tally;
  return `${done}/${counted}`;
}

const rowsIn = (roadmap: Roadmap, from: RowSources): readonly Row[] =>
  flatten(visible(roadmap, FIRST_VIEW, from), from);
const rowsOf = (text: string, ...rest: Parameters<typeof sources>): readonly Row[] =>
  rowsIn(readMap(text, notes), sources(...rest));
const draw = (text: string, ...rest: Parameters<typeof sources>): readonly string[] =>
  rowsOf(text, ...rest).map((row) => name(row, sources(...rest)));

describe("rows", () => {
  it("show divisions with their counts, their entries and sections below them", () => {
    expect(
      draw("## One\n> Prerequisites: [[Sub MOC]]\n\n- [[A]]\n- Topic\n### In\n- [[B]]\n", { "B.md": "done" }),
    ).toEqual(["One 1/2", "  relations 1", "  A", "  1 topics", "  In 1/1", "    B *"]);
  });

  it("leave out what is folded away, and keep its count", () => {
    expect(draw("## One\n- [[A]]\n## Two\n- [[B]]", { "A.md": "done" }, ["/One"])).toEqual([
      "One 1/1",
      "Two 0/1",
      "  B *",
    ]);
  });

  it("show chapters alone, every heading, or every entry, whatever was folded by hand apart", () => {
    const text = "- [[A]]\n## One\n- [[A]]\n### In\n- [[B]]\n#### Deep\n- [[C]]\n## Two\n- [[C]]";
    expect(draw(text, {}, [], "chapter")).toEqual(["A", "One 0/3", "Two 0/1"]);
    expect(draw(text, {}, [], "section")).toEqual([
      "A",
      "One 0/3",
      "  A",
      "  In 0/2",
      "    B *",
      "    Deep 0/1",
      "Two 0/1",
    ]);
    expect(draw(text, {}, ["/Two"], "chapter")).toEqual(["A", "One 0/3", "Two 0/1", "  C"]);
    expect(draw(text, {}, ["/One"], "section")).toEqual(["A", "One 0/3", "Two 0/1"]);
    expect(draw(text, {}, [], "entry")).toHaveLength(9);
  });

  it("say once in each division which links a table cuts", () => {
    const table = "| a | b |\n|---|---|\n| [[A|x]] | y |\n| [[B|x]] | y |";
    expect(draw(`## One\n- [[C]]\n\n${table}\n## Two\n${table}\n### In\n- [[C]]`)).toEqual([
      "One 0/1",
      "  C",
      "  cut [[A|x]] [[B|x]]",
      "Two 0/1",
      "  cut [[A|x]] [[B|x]]",
      "  In 0/1",
      "    C",
    ]);
    expect(draw(table)).toEqual(["cut [[A|x]] [[B|x]]"]);
  });

  it("unfold topics only when asked to", () => {
    const text = "## One\n- [[A]]\n- Rye\n- Spelt";
    expect(draw(text)).toEqual(["One 0/1", "  A", "  2 topics"]);
    expect(draw(text, {}, ["/One\n(topics)"])).toEqual(["One 0/1", "  A", "  2 topics", "    ~ Rye", "    ~ Spelt"]);
  });

  it("put several entries under one label below a row that shows it, and a single label before its title", () => {
    expect(draw("- **生产**：[[A]] / [[B]]\n- 见解：[[C]]")).toEqual(["<生产>", "  A", "  B *", "见解: C"]);
  });

  it("tell a division's states one by one up to twelve, and no more", () => {
    const strip = (count: number): number | null | undefined => {
      const others = Array.from({ length: count }, (_, at) => `N${at}.md`);
      const row = rowsIn(
        readMap(`## One\n${others.map((one) => `- [[${one.slice(0, -3)}]]`).join("\n")}`, others),
        sources(),
      )[0];
      return row?.kind === "division" ? (sharesOf(row, sources()).strip?.length ?? null) : undefined;
    };
    expect([strip(12), strip(13)]).toEqual([12, null]);
  });

  it("show another map with its progress", () => {
    const row = rowsOf("- [[Sub MOC]]")[0];
    expect(row).toMatchObject({ kind: "entry", mapProgress: 0.25, entry: { kind: "map" } });
  });

  it("keep their ids when lines are added above", () => {
    const ids = (text: string): string[] => rowsOf(text).map(({ id }) => id);
    const text = "## One\n- [[A]]\n- [[A]]\n## One\n- [[B]]";
    expect(new Set(ids(text)).size).toBe(5);
    expect(ids(`Some text.\n\n## Zero\n- [[C]]\n\n${text}`).slice(2)).toEqual(ids(text));
  });
});
