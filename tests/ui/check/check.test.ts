// The pure parts of the map check: grouping, and what is marked as changed in a line.
import { describe, expect, it } from "vitest";
import { difference } from "../../../src/core/edit/difference";
import { changedLines } from "../../../src/core/upkeep/changed-lines";
import type { Finding, FindingClass, FindingKind } from "../../../src/core/upkeep/finding";
import { checkRows } from "../../../src/ui/check/check-rows";
import { countsOf, groupsOf } from "../../../src/ui/check/finding-groups";
import { nameOf } from "../../../src/ui/check/finding-words";
import { SeenFindings } from "../../../src/ui/check/seen-findings";

function finding(map: string, sort: FindingClass, kind: FindingKind, text = ""): Finding {
  const reason = { code: "empty" } as const;
  return { kind, class: sort, map, line: 0, text, target: null, reason, fixes: [], isInConflict: false };
}

describe("what differs in a line", () => {
  const shown = (old: string, now: string): string => {
    const { before, removed, inserted, behind } = difference(old, now);
    expect([before + removed + behind, before + inserted + behind]).toEqual([old, now]);
    return `${before}{${removed}|${inserted}}${behind}`;
  };

  it("is told in whole numbers and words", () => {
    expect(shown("- [[A]] 1617 行", "- [[A]] 1717 行")).toBe("- [[A]] {1617|1717} 行");
    expect(shown("[[AI/Economy/A]]", "[[AI/Agent-Economy/A]]")).toBe("[[AI/{Economy|Agent-Economy}/A]]");
    expect(shown("终极武器，941行", "终极武器，1080行")).toBe("终极武器，{941|1080}行");
  });

  it("is only a sign where that is all, and nothing where nothing is", () => {
    expect(shown("| [[a|b]] |", "| [[a\\|b]] |")).toBe("| [[a{|\\}|b]] |");
    expect(shown("same", "same")).toBe("same{|}");
    expect(shown("🍎", "🍏")).toBe("{🍎|🍏}");
    expect(shown("a", "")).toBe("{a|}");
  });
});

it("the edits of one line are one change of it", () => {
  const text = "# A\n- [[B]] 3 lines, [[C]] 4 lines\n- [[D]] 5 lines";
  const edit = (words: string, insert: string) => {
    const from = text.indexOf(words);
    return { path: "A.md", from, to: from + words.length, expected: words, insert };
  };
  const line = "- [[B]] 3 lines, [[C]] 4 lines";
  const edits = [
    edit("- [[D]] 5 lines", "- [[D]] 6 lines"),
    edit(line, "- [[B]] 7 lines, [[C]] 4 lines"),
    edit(line, "- [[B]] 3 lines, [[C]] 8 lines"),
  ];
  expect(changedLines(text, edits).map(({ line: at, after }) => [at, after])).toEqual([
    [1, "- [[B]] 7 lines, [[C]] 8 lines"],
    [2, "- [[D]] 6 lines"],
  ]);
});

describe("findings", () => {
  const all = [
    finding("A.md", "idea", "empty"),
    finding("A.md", "certain", "length"),
    finding("A.md", "certain", "length"),
    finding("A.md", "choose", "broken"),
    finding("A.md", "certain", "broken"),
    finding("B.md", "choose", "rating"),
  ];

  it("are grouped by map and kind, what is certain first", () => {
    expect(
      groupsOf(all, "all").map(({ map, count, kinds }) => [
        map,
        count,
        kinds.map((group) => `${group.class} ${group.kind} ${group.findings.length}`),
      ]),
    ).toEqual([
      ["A.md", 5, ["certain length 2", "certain broken 1", "choose broken 1", "idea empty 1"]],
      ["B.md", 1, ["choose rating 1"]],
    ]);
    expect(groupsOf(all, "choose").map(({ map, count }) => [map, count])).toEqual([
      ["A.md", 1],
      ["B.md", 1],
    ]);
    expect(countsOf(all)).toEqual({ certain: 3, choose: 2, idea: 1 });
  });

  it("are called as the link is that they are about", () => {
    const called = (text: string): string => nameOf(finding("A.md", "choose", "broken", text), null);
    expect(["[[a/B|Bee]]", "[[a/B]]", "[[a/B\\|Bee]]", "Words"].map(called)).toEqual(["Bee", "B", "Bee", "Words"]);
  });
});

describe("the rows of the check", () => {
  const all = [
    finding("A.md", "certain", "length", "9 lines"),
    finding("A.md", "certain", "length", "9 lines"),
    finding("A.md", "idea", "empty"),
    finding("B.md", "choose", "rating"),
  ];
  const shown = (folded: readonly string[] = [], findings = all): readonly string[] =>
    checkRows(
      groupsOf(findings, "all"),
      (id) => folded.includes(id),
      () => false,
    ).map((row) => `${"  ".repeat(row.depth)}${row.id.split("\n").slice(row.depth).join(" ")}`);

  it("are maps, the kinds on each, and the findings of each, but for what is folded", () => {
    const rows = shown();
    expect(rows).toEqual([
      ...["A.md", "  certain length", "     9 lines", "     9 lines#2", "  idea empty", "     "],
      ...["B.md", "  choose rating", "     "],
    ]);
    expect(shown(["A.md"])).toEqual(["A.md", "B.md", "  choose rating", "     "]);
    expect(shown(["A.md\ncertain length"])).toEqual(rows.filter((row) => !row.includes("9 lines")));
  });
});

describe("what can be dealt with together", () => {
  const fixes = ["a.md", "b.md"].map((title) => ({ title, edits: [], property: null }));
  const broken = (count: number): Finding => ({ ...finding("A.md", "choose", "broken"), fixes: fixes.slice(0, count) });
  const together = (findings: readonly Finding[]): readonly number[] =>
    checkRows(
      groupsOf(findings, "all"),
      () => false,
      () => false,
    ).flatMap((row) => (row.kind === "kind" ? row.together.length : []));

  it("are notes in no map, and what has one fix that needs an eye; not one alone", () => {
    expect(together([broken(1), broken(2), broken(0), broken(1)])).toEqual([2]);
    expect(together([broken(1), broken(2)])).toEqual([0]);
    expect(together([1, 2, 3].map(() => finding("A.md", "idea", "unlisted")))).toEqual([3]);
    expect(together([1, 2].map(() => ({ ...broken(1), class: "certain" as const })))).toEqual([0]);
  });
});

describe("the findings that were seen", () => {
  const [old, other] = [finding("A.md", "certain", "length", "9 lines"), finding("B.md", "idea", "empty")];
  const stored = new Map<string, unknown>();
  const memory = {
    load: (key: string): unknown => stored.get(key) ?? null,
    save: (key: string, value: unknown): boolean => (stored.set(key, value), true),
  };

  it("are not new the next time, and what has come since stands first", async () => {
    const first = new SeenFindings(memory);
    expect(first.isNew(old)).toBe(false);
    first.see("A.md", [old]);
    // Then another map was checked.
    first.see("C.md", []);
    await first.save([old]);
    const next = new SeenFindings(memory);
    expect([next.isNew(old), next.isNew(other)]).toEqual([false, true]);
    expect(next.newFirst([old, other])).toEqual([other, old]);
    // A finding that nobody looks at stays known while it is there, and no longer.
    next.see("B.md", [other]);
    await next.save([old, other]);
    const third = new SeenFindings(memory);
    expect([third.isNew(old), third.isNew(other)]).toEqual([false, false]);
    await third.save([other]);
    const last = new SeenFindings(memory);
    expect([last.isNew(old), last.isNew(other)]).toEqual([true, false]);
  });
});
