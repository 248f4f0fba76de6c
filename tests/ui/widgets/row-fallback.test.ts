import { describe, expect, it } from "vitest";
import { ancestorsOf, heirOf, successorOf, type Placed } from "../../../src/ui/widgets/row-fallback";

/** A tree by one word a row: dots for its depth, a minus behind those that are folded. */
const rows = (text: string): readonly Placed[] =>
  text.split(" ").map((word) => ({
    kind: "entry",
    id: word.replaceAll(/[.-]/g, ""),
    depth: word.match(/^\.*/)?.[0].length ?? 0,
    expanded: !word.endsWith("-"),
  }));

const heir = (before: string, id: string, now: string): string | null => {
  const [old, all] = [rows(before), now === "" ? [] : rows(now)];
  return (
    all[
      heirOf(
        old,
        old.findIndex((row) => row.id === id),
        all,
      )
    ]?.id ?? null
  );
};

describe("the heir of a row", () => {
  it("is the nearest row that hides it, when that was folded", () => {
    expect(heir("A .S ..a ..b B .c", "b", "A .S- B .c")).toBe("S");
    expect(heir("A .S ..a ..b B .c", "b", "A- B-")).toBe("A");
  });

  it("is the row that is now at its place, when only it is gone", () => {
    expect(heir("A .a .b .c", "b", "A .a .c")).toBe("c");
    expect(heir("A .a B .b", "a", "B .b")).toBe("B");
  });

  it("is the row of another name that is now at its place", () => {
    expect(heir("A .a .b .c", "b", "A .a .x .c")).toBe("x");
    expect(heir("A .a B .b", "A", "X .a B .b")).toBe("X");
    expect(heir("A .a B .b", "B", "A .a X .b")).toBe("X");
  });

  it("is the next row also where many are gone with it", () => {
    const many = Array.from({ length: 100 }, (_, at) => `.m${at}`).join(" ");
    expect(heir(`A .a ${many} .z B`, "m3", "A .a .z B")).toBe("z");
  });

  it("is the last row, when nothing follows, and none, when nothing is there", () => {
    expect(heir("A .a .b", "b", "A .a")).toBe("a");
    expect(heir("A .a .b", "b", "")).toBeNull();
    expect(heir("A .a .b", "none", "A .a")).toBeNull();
  });
});

it("a row that is there succeeds itself, wherever it is now, and one that nobody knows has no successor", () => {
  const [before, now] = [rows("A .a .b .c"), rows("X .x A .a .b .c")];
  expect(now[successorOf("b", before, now, 0).index]?.id).toBe("b");
  expect(now[successorOf("x", before, now, 0).index]?.id).toBe("x");
  // Deeper now: it came under a label, or was indented.
  const grouped = rows("A .g ..a ..b .c");
  expect(grouped[successorOf("b", before, grouped, 2).index]?.id).toBe("b");
  expect(successorOf("none", before, now, 0)).toEqual({ index: -1, isSame: false });
  expect(successorOf(null, before, now, 0)).toEqual({ index: -1, isSame: false });
});

describe("an entry that is gone", () => {
  const chapter = (name: string, ...titles: readonly string[]): readonly Placed[] => [
    { id: name, kind: "division", depth: 0 },
    ...titles.map((title) => ({ id: `${name} ${title}`, kind: "entry", depth: 1 })),
  ];

  it("is looked for among thousands of rows that are gone without a search for each", () => {
    const before = chapter("One", ...Array.from({ length: 20_000 }, (_, at) => `n${at}`));
    expect(successorOf("One n19999", before, [], 0)).toEqual({ index: -1, isSame: false });
  });

  it("goes on to the next entry, not to the heading before that, and to no other chapter that is folded", () => {
    const before = [...chapter("One", "a", "b"), ...chapter("Two", "c")];
    const now = [...chapter("One", "a"), ...chapter("Two", "c")];
    expect(now[successorOf("One b", before, now, 0).index]?.id).toBe("Two c");
    const folded = [
      ...chapter("One", "a"),
      { id: "Two", kind: "division", depth: 0, expanded: false },
      ...chapter("Three", "d"),
    ];
    expect(folded[successorOf("One b", before, folded, 0).index]?.id).toBe("Two");
    expect(successorOf("One b", before, chapter("One", "a"), 0).index).toBe(1);
  });
});

it("a row's ancestors are told from the nearest outwards", () => {
  expect(ancestorsOf(rows("A .a .S ..T ...b"), 4).map(({ id }) => id)).toEqual(["T", "S", "A"]);
});
