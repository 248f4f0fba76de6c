// Divisions and entries that stay who they are through edits of their map.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divisionsOf, entriesOfRoadmap, type Roadmap } from "../../../src/core/roadmap/model";
import { joined, type IdentityChange } from "../../../src/core/roadmap/identity";
import { rowNames } from "../../../src/core/roadmap/row-names";
import { readMap, rereadMap } from "../read-map";

const NOTES = ["A.md", "B.md", "C.md", "D.md"];
const MAP = "## One\n- [[A]]\n### Parts\n- [[B]]\n## Two\n- [[C]]\n### Parts\n- [[D]]\n### Nothing yet\n";

const shown = (id: string): string => id.replace("\n", " ");

/** `id: title` of all that stands in a map after an edit, in order, and what became of it. */
function after(now: string, before = MAP, notes = NOTES): IdentityChange & { readonly all: readonly string[] } {
  const { roadmap, change } = rereadMap(now, readMap(before, notes), notes);
  const all = [...divisionsOf(roadmap.chapters), ...entriesOfRoadmap(roadmap)].map(
    ({ id, title }) => `${shown(id)}: ${title}`,
  );
  const none = { renamed: [], moved: [], removed: [], added: [] };
  const { renamed, moved, removed, added } = change ?? none;
  return {
    all,
    renamed: renamed.map(shown),
    moved: moved.map(shown),
    removed: removed.map(shown),
    added: added.map(shown),
  };
}

const ALL = [
  "/One: One",
  "/One/Parts: Parts",
  "/Two: Two",
  "/Two/Parts: Parts",
  "/Two/Nothing yet: Nothing yet",
  "/One [A.md]: A",
  "/One/Parts [B.md]: B",
  "/Two [C.md]: C",
  "/Two/Parts [D.md]: D",
];
const SAME = { renamed: [], moved: [], removed: [], added: [] };
/** All as it was, with some of it under other titles. */
const with_ = (...others: readonly string[]): readonly string[] =>
  ALL.map((one) => others.find((other) => other.split(":")[0] === one.split(":")[0]) ?? one);

describe("a division", () => {
  it("keeps its id while nothing of it changes, and loses it when it is gone", () => {
    expect(after(MAP)).toEqual({ all: ALL, ...SAME });
    expect(after(MAP.replace("### Nothing yet\n", "")).removed).toEqual(["/Two/Nothing yet"]);
    expect(after("").all).toEqual([]);
  });

  it("keeps it under another title, with all inside of it", () => {
    const { all, renamed, ...rest } = after(MAP.replace("## One", "## First"));
    expect([all, renamed]).toEqual([with_("/One: First"), ["/One"]]);
    expect(rest).toEqual({ moved: [], removed: [], added: [] });
    expect(after(MAP.replace("### Nothing yet", "### Something")).all).toEqual(with_("/Two/Nothing yet: Something"));
    expect(after(MAP.replace("## One", "## Uno").replace("## Two", "## Due")).all).toEqual(
      with_("/One: Uno", "/Two: Due"),
    );
  });

  it("keeps it at another level, in another chapter, and in both under another title", () => {
    const level = after(MAP.replace("### Nothing yet", "## Nothing yet"));
    expect([level.all, level.moved]).toEqual([ALL, ["/Two/Nothing yet"]]);
    const chapter = "## One\n- [[A]]\n## Two\n- [[C]]\n### Parts\n- [[D]]\n### Nothing yet\n### Pieces\n- [[B]]\n";
    expect(after(chapter)).toMatchObject({ renamed: ["/One/Parts"], moved: ["/One/Parts"], removed: [], added: [] });
    const both = MAP.replace("## Two", "#### 2").replace("### Parts\n- [[D]]", "##### Pieces\n- [[D]]");
    expect(after(both)).toMatchObject({ removed: [], added: [] });
  });

  it("is no other that came instead of it", () => {
    expect(after("## New\n- [[D]]\n", "## Old\n- [[A]]\n")).toMatchObject({
      removed: ["/Old", "/Old [A.md]"],
      added: ["/New", "/New [D.md]"],
    });
  });

  it("is told by what it holds from another of the same title that is written above it", () => {
    const parts = "## Part\n- [[A]]\n## Part\n- [[B]]\n";
    expect(after(`## Part\n- [[C]]\n${parts}`, parts).all).toEqual([
      "/Part#3: Part",
      "/Part: Part",
      "/Part#2: Part",
      "/Part#3 [C.md]: C",
      "/Part [A.md]: A",
      "/Part#2 [B.md]: B",
    ]);
  });

  it("gives its id to nobody else while it has another title", () => {
    const first = readMap("## One\n- [[A]]\n", NOTES);
    const renamed = rereadMap("## Uno\n- [[A]]\n", first, NOTES).roadmap;
    const both = rereadMap("## One\n- [[A]]\n## Uno\n- [[A]]\n", renamed, NOTES).roadmap;
    expect(both.chapters.map(({ id, title }) => `${id}: ${title}`)).toEqual(["/One#2: One", "/One: Uno"]);
    expect(new Set(entriesOfRoadmap(both).map(({ id }) => id)).size).toBe(2);
  });
});

describe("an entry", () => {
  it("keeps its id in another place, of its division or another", () => {
    const moved = after("## One\n### Parts\n- [[B]]\n## Two\n- [[A]]\n- [[C]]\n### Parts\n- [[D]]\n### Nothing yet\n");
    expect(moved).toMatchObject({ moved: ["/One [A.md]"], removed: [], added: [] });
    expect(after("- [[B]]\n- [[C]]\n- [[A]]", "- [[A]]\n- [[B]]\n- [[C]]")).toMatchObject({ moved: [" [A.md]"] });
  });

  it("keeps it when its note comes or goes, and when its link is written anew for a note of another name", () => {
    const text = "- [[A|First]]\n- [[B]] — of bread\n";
    const [missing, there] = [readMap(text, []), rereadMap(text, readMap(text, []), NOTES)];
    expect(entriesOfRoadmap(missing).map(({ kind }) => kind)).toEqual(["missing", "missing"]);
    expect(there).toMatchObject({ change: SAME, roadmap: { entries: [{ kind: "note" }, { kind: "note" }] } });
    expect(entriesOfRoadmap(there.roadmap).map(({ id }) => id)).toEqual(entriesOfRoadmap(missing).map(({ id }) => id));
    expect(after("- [[C|First]]\n- [[D]] — of bread\n", text)).toMatchObject({
      renamed: [" [B.md]"],
      removed: [],
      added: [],
    });
  });

  it("keeps it where it is written twice from now on, and is the one that is left of two", () => {
    expect(after("- [[A]]\n- [[A]]\n- [[B]]", "- [[A]]\n- [[B]]").all).toEqual([
      " [A.md]: A",
      " [A.md]#2: A",
      " [B.md]: B",
    ]);
    expect(after("- [[A]] — two\n- [[B]]", "- [[A]] — one\n- [[A]] — two\n- [[B]]")).toMatchObject({
      all: [" [A.md]#2: A", " [B.md]: B"],
      removed: [" [A.md]"],
    });
  });

  it("stays where its heading was taken away, or another came above it", () => {
    expect(after("## One\n- [[A]]\n- [[B]]", "## One\n- [[A]]\n## Two\n- [[B]]")).toMatchObject({
      moved: ["/Two [B.md]"],
      removed: ["/Two"],
      added: [],
    });
    expect(after("## One\n- [[A]]\n## Two\n- [[B]]", "## One\n- [[A]]\n- [[B]]")).toMatchObject({
      moved: ["/One [B.md]"],
      removed: [],
      added: ["/Two"],
    });
  });
});

it("two changes are told as one", () => {
  const first = { renamed: ["a", "n"], moved: ["b"], removed: ["c", "x"], added: ["n", "m"] };
  const second = { renamed: ["m"], moved: ["a"], removed: ["b", "n"], added: ["x"] };
  expect(joined(first, second)).toEqual({ renamed: ["a"], moved: ["a"], removed: ["c", "b"], added: ["m"] });
});

it("a row is kept by its titles, whatever its id was at first", () => {
  const before = readMap("## One\n- [[A]]\n- Rye\n### In\n- [[B]]", NOTES);
  const now = rereadMap("## Uno\n- Rye\n### In\n- [[B]]\n- [[A]]", before, NOTES).roadmap;
  const nameOf = rowNames(now);
  expect(["/One", "/One\n(topics)", "/One\n(topics)\n~Rye~", "/One/In\n[B.md]", "/One\n[A.md]"].map(nameOf)).toEqual([
    "/Uno",
    "/Uno\n(topics)",
    "/Uno\n(topics)\n~Rye~",
    "/Uno/In\n[B.md]",
    "/Uno/In\n[A.md]",
  ]);
  expect(["/Gone", "\n(topics)", ""].map(nameOf)).toEqual(["/Gone", "\n(topics)", ""]);
});

/** A line of a map, and a number by which a careful reader knows it again. */
interface Line {
  readonly number: number;
  /** Of a heading; 0 for an entry. */
  readonly level: number;
  readonly name: string;
}

type Edit =
  | { readonly kind: "rename" | "level" | "insert" | "delete" | "deleteSection" | "duplicate"; readonly at: number }
  | { readonly kind: "move" | "moveSection"; readonly at: number; readonly to: number };

const KINDS = ["rename", "level", "insert", "delete", "deleteSection", "duplicate", "move", "moveSection"] as const;

const edits = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(200), to: fc.nat(200) }).map((edit): Edit => edit),
  { minLength: 1, maxLength: 8 },
);
const shapes = fc.array(fc.constantFrom(0, 0, 0, 2, 3, 4), { minLength: 1, maxLength: 24 });

/** The index behind the lines that belong to the one at an index: all of a section, of an entry only itself. */
function endOf(lines: readonly Line[], at: number): number {
  const level = lines[at]?.level ?? 0;
  let end = at + 1;
  while (level > 0 && end < lines.length && (lines[end]?.level === 0 || (lines[end]?.level ?? 0) > level)) end++;
  return end;
}

/** A document that is edited, and names that were given before. */
class Document {
  lines: readonly Line[];
  private next = 0;

  constructor(
    shape: readonly number[],
    private readonly names: (number: number) => string,
  ) {
    this.lines = shape.map((level) => this.fresh(level));
  }

  get text(): string {
    return this.lines
      .map(({ level, name }) => (level === 0 ? `- [[${name}]]` : `${"#".repeat(level)} ${name}`))
      .join("\n");
  }

  private fresh(level: number): Line {
    const number = this.next++;
    return { number, level, name: this.names(number) };
  }

  private splice(at: number, end: number, ...lines: readonly Line[]): void {
    this.lines = [...this.lines.slice(0, at), ...lines, ...this.lines.slice(end)];
  }

  apply(edit: Edit): void {
    const at = edit.at % (this.lines.length + 1);
    const line = this.lines[at];
    if (edit.kind === "insert") return this.splice(at, at, this.fresh(edit.at % 3 === 0 ? 3 : 0));
    if (!line) return;
    const isHeading = line.level > 0;
    const end = endOf(this.lines, at);
    if (edit.kind === "rename" && isHeading) this.splice(at, at + 1, { ...line, name: this.fresh(0).name });
    else if (edit.kind === "level" && isHeading)
      this.splice(at, at + 1, { ...line, level: line.level === 2 ? 3 : line.level - 1 });
    else if (edit.kind === "delete") this.splice(at, at + 1);
    else if (edit.kind === "deleteSection") this.splice(at, end);
    else if (edit.kind === "duplicate")
      this.splice(end, end, ...this.lines.slice(at, end).map((one) => ({ ...this.fresh(one.level), name: one.name })));
    else if (edit.kind === "move") this.move(at, at + 1, edit.to);
    else if (edit.kind === "moveSection") this.move(at, end, edit.to);
  }

  private move(at: number, end: number, to: number): void {
    const moved = this.lines.slice(at, end);
    this.splice(at, end);
    const place = to % (this.lines.length + 1);
    this.splice(place, place, ...moved);
  }
}

/** The ids of a map's lines by their numbers. */
function idsOf(roadmap: Roadmap, lines: readonly Line[]): ReadonlyMap<number, string> {
  const [divisions, entries] = [[...divisionsOf(roadmap.chapters)], [...entriesOfRoadmap(roadmap)]];
  return new Map(lines.map(({ number, level }) => [number, (level > 0 ? divisions : entries).shift()?.id ?? "none"]));
}

/** Calls with the ids of a map's lines before and after each of some edits. */
function eachEdit(
  shape: readonly number[],
  some: readonly Edit[],
  names: (number: number) => string,
  check: (
    before: ReadonlyMap<number, string>,
    now: ReadonlyMap<number, string>,
    change: IdentityChange,
    edit: Edit,
  ) => void,
): void {
  const document = new Document(shape, names);
  let roadmap = readMap(document.text);
  let before = idsOf(roadmap, document.lines);
  for (const edit of some) {
    document.apply(edit);
    const { roadmap: now, change } = rereadMap(document.text, roadmap);
    const ids = idsOf(now, document.lines);
    if (change) check(before, ids, change, edit);
    [roadmap, before] = [now, ids];
  }
}

describe("whatever is edited", () => {
  it("all that a careful reader knows again keeps its id, and the change says what is gone and what is new", () => {
    fc.assert(
      fc.property(shapes, edits, (shape, some) => {
        const unlike = some.filter(({ kind }) => kind !== "duplicate");
        eachEdit(
          shape,
          unlike,
          (number) => `N${number}`,
          (before, now, { removed, added }, edit) => {
            const kept = [...now].filter(([number]) => before.has(number));
            expect(kept, edit.kind).toEqual(kept.map(([number]) => [number, before.get(number)]));
            expect([...removed].sort()).toEqual(
              [...before]
                .filter(([number]) => !now.has(number))
                .map(([, id]) => id)
                .sort(),
            );
            expect([...added].sort()).toEqual(
              [...now]
                .filter(([number]) => !before.has(number))
                .map(([, id]) => id)
                .sort(),
            );
          },
        );
      }),
    );
  });

  it("no two have the same id, however many are alike, and as many are gone or new as there are fewer or more", () => {
    fc.assert(
      fc.property(shapes, edits, (shape, some) => {
        eachEdit(
          shape,
          some,
          (number) => ["A", "B", "A#2"][number % 3] ?? "",
          (before, now, { removed, added }) => {
            const ids = new Set(now.values());
            expect(ids.size).toBe(now.size);
            expect(added.length - removed.length).toBe(now.size - before.size);
            expect(removed.filter((id) => ids.has(id))).toEqual([]);
          },
        );
      }),
    );
  });

  it("names that are kept over a restart are those that it gives anew", () => {
    fc.assert(
      fc.property(shapes, edits, (shape, some) => {
        const document = new Document(shape, (number) => ["A", "B", "A#2"][number % 3] ?? "");
        let roadmap = readMap(document.text);
        for (const edit of some) {
          document.apply(edit);
          ({ roadmap } = rereadMap(document.text, roadmap));
        }
        const names = [...idsOf(roadmap, document.lines).values()].map(rowNames(roadmap));
        expect(names).toEqual([...idsOf(readMap(document.text), document.lines).values()]);
      }),
    );
  });
});
