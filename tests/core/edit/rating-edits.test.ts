// Writing ratings into maps: in the author's own style, and readable again as what was asked.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../src/core/edit/apply-edits";
import { entriesOfRoadmap, type Entry, type Roadmap } from "../../../src/core/roadmap/model";
import { ratingEdits } from "../../../src/core/edit/rating-edits";
import { readMap } from "../read-map";

const NOTES = ["A.md", "B.md", "C.md", "D.md"];
const MAPS = ["tests/fixtures/vault", "../shared/vaults/morpheus-2026-02-22", "../shared/vaults/morpheus-2026-02-26"];

/** The text once its first entry is rated; the refusal where it cannot be. */
function rated(text: string, value: number, index = 0): string {
  const roadmap = readMap(text, NOTES);
  const { edits, refused } = ratingEdits(roadmap, [[...entriesOfRoadmap(roadmap)][index]!], text, value);
  return refused[0] ?? applyEdits(text, edits).text;
}

describe("changing a rating", () => {
  it.each([
    ["- [[A]] ★★★★☆ — remark", 2, "- [[A]] ★★☆☆☆ — remark"],
    ["- [[A]] ★★★★☆ — remark", 5, "- [[A]] ★★★★★ — remark"],
    ["- [[A]] ★★★☆", 1, "- [[A]] ★☆☆☆"],
    ["- [[A]] ★★★✩✩", 4, "- [[A]] ★★★★✩"],
    ["- [[A]] ⭐⭐⭐, 9 lines", 5, "- [[A]] ⭐⭐⭐⭐⭐, 9 lines"],
    ["- [[A]] ⭐️⭐️⭐️", 2, "- [[A]] ⭐️⭐️"],
    ["- [[A]] ⭐⭐⭐", 1, "- [[A]] ⭐☆☆☆☆"],
    ["- [[A]] 🌟🌟🌟", 4, "- [[A]] 🌟🌟🌟🌟"],
    ["- [[A]] ★★★½", 3, "- [[A]] ★★★"],
    ["- [[A]] ★★★★★★", 3, "- [[A]] ★★★☆☆☆"],
    ["- [[A]] :star::star:", 4, "- [[A]] :star::star::star::star:"],
    ["- [[A]] 评分：4，很好", 3, "- [[A]] 评分：3，很好"],
    ["- [[A]] rating:: 4.5", 2, "- [[A]] rating:: 2"],
    ["- [[A]] rating: 4/10, words", 7, "- [[A]] rating: 7/10, words"],
    ["- [[A]] ⭐ 4/5, gut", 3, "- [[A]] ⭐ 3/5, gut"],
    ["- [[A]] (4,5/5 ★)", 2, "- [[A]] (2/5 ★)"],
    ["- [[A]]，我的评分：4分很高", 3, "- [[A]]，我的评分：3分很高"],
    ["- [[A]]\n  - **Rating:** ★★★★", 5, "- [[A]]\n  - **Rating:** ★★★★★"],
    ["- [[A|First ★★★]] — remark", 4, "- [[A|First ★★★★]] — remark"],
    ["- [[x/Kiln ★★★|Kiln ★★★]]", 4, "- [[x/Kiln ★★★|Kiln ★★★★]]"],
    ["- [Kiln ★★★](<Kiln ★★★.md>)", 4, "- [Kiln ★★★★](<Kiln ★★★.md>)"],
    ["| N | Rating |\n|--|--|\n| [[A]] | 4.7/5 |", 3, "| N | Rating |\n|--|--|\n| [[A]] | 3/5 |"],
    ["- [[A]] ★★★★★\n- [[B]] ★★☆☆☆\n- [[C]] ★★★☆☆", 4, "- [[A]] ★★★★☆\n- [[B]] ★★☆☆☆\n- [[C]] ★★★☆☆"],
  ])("%s as %i", (text, value, expected) => expect(rated(text, value)).toBe(expected));

  it("above the scale is refused", () => {
    expect([rated("- [[A]] ★★★☆", 5), rated("- [[A]]", 6)]).toEqual(["scale", "scale"]);
  });

  it("to what it is changes nothing", () => {
    expect([rated("- [[A]] ★★★", 3), rated("- [[A]]", 0)]).toEqual(["- [[A]] ★★★", "- [[A]]"]);
  });
});

describe("taking a rating away", () => {
  it.each([
    ["- [[A]] — remark ★★★★", "- [[A]] — remark"],
    ["- [[A]]（★★★★）", "- [[A]]"],
    ["- [[A]] (★★★★☆), later", "- [[A]], later"],
    ["- [[A]] — 必读，★★★★，40行", "- [[A]] — 必读，40行"],
    ["- [[A]] — ★★★★, 40 lines", "- [[A]] — 40 lines"],
    ["- [[A]] — 40 lines, ★★★★", "- [[A]] — 40 lines"],
    ["- ★★★★ [[A]]", "- [[A]]"],
    ["| N | ★ |\n|--|--|\n| [[A]] | ★★★★ |", "| N | ★ |\n|--|--|\n| [[A]] | |"],
    ["- [[A]] rating:: 4", "- [[A]]"],
    ["- [[A]] — ⭐ 4/5, gut", "- [[A]] — gut"],
    ["- [[A]]，评分：8/10，words", "- [[A]]，words"],
  ])("%s", (text, expected) => expect(rated(text, 0)).toBe(expected));
});

describe("adding a rating", () => {
  it.each([
    ["- [[A]] — remark", "- [[A]] — remark ★★★☆☆"],
    ["- [[A]]", "- [[A]] ★★★☆☆"],
    ["1. **[[A]]** (9 lines)  ", "1. **[[A]]** (9 lines) ★★★☆☆  "],
    ["- [[A]] ^block", "- [[A]] ★★★☆☆ ^block"],
    ["- [ ] [[A]] 📅 2026-03-21", "- [ ] [[A]] ★★★☆☆ 📅 2026-03-21"],
    ["- [[A]] %% mine %%", "- [[A]] ★★★☆☆ %% mine %%"],
    ["- [[A]] / [[B]]", "- [[A]] ★★★☆☆ / [[B]]"],
    ["- **[[A]]** · **[[B]]**", "- **[[A]]** ★★★☆☆ · **[[B]]**"],
    ["- [[A]]\r\n- [[B]] ⭐⭐\r\n", "- [[A]] ⭐⭐⭐\r\n- [[B]] ⭐⭐\r\n"],
    ["- [[A]]\n- [[B]] ★★☆\n- [[C]] ⭐⭐\n- [[D]] ★☆☆", "- [[A]] ★★★\n- [[B]] ★★☆\n- [[C]] ⭐⭐\n- [[D]] ★☆☆"],
    ["| N | ★ |\n|--|--|\n| [[A]] |  |\n| [[B]] | ★★ |", "| N | ★ |\n|--|--|\n| [[A]] | ★★★ |\n| [[B]] | ★★ |"],
    ["| N | ★ |\n|--|--|\n| [[A]] | - |\n| [[B]] | ★★ |", "| N | ★ |\n|--|--|\n| [[A]] | ★★★ |\n| [[B]] | ★★ |"],
    [
      "| N | Why |\n|--|--|\n| [[A\\|First]] | good |\n| [[B]] ★★ | better |",
      "| N | Why |\n|--|--|\n| [[A\\|First]] ★★★ | good |\n| [[B]] ★★ | better |",
    ],
    ["| N | 评分 |\n|--|--|\n| [[A]] | |", "| N | 评分 |\n|--|--|\n| [[A]] | ★★★☆☆ |"],
    ["[[A]] is where it begins.", "[[A]] is where it begins. ★★★☆☆"],
    ["- [[A]] — 见 [[★★★ list]]", "- [[A]] — 见 [[★★★ list]] ★★★☆☆"],
    ["- [[A]] — `★★★`", "- [[A]] — `★★★` ★★★☆☆"],
  ])("%s", (text, expected) => expect(rated(text, 3)).toBe(expected));

  it("is refused in a table without a column for it, and for another than the first of a row", () => {
    expect(rated("| N | Why |\n|--|--|\n| [[A]] | good |", 3)).toBe("column");
    expect(rated("| N | ★ |\n|--|--|\n| [[A]], [[B]] | |\n| [[C]] | ★★ |", 3, 1)).toBe("column");
  });

  it("is refused where the text is no longer the one that was read", () => {
    const roadmap = readMap("- [[A]]", NOTES);
    expect(ratingEdits(roadmap, [roadmap.entries[0]!], "- [[B]]", 3)).toEqual({ edits: [], refused: ["stale"] });
  });

  it("works for several entries at once, those of one line too", () => {
    const text = "- [[A]] / [[B]] ★★☆☆☆ / [[C]]\n- [[D]]";
    const roadmap = readMap(text, NOTES);
    const { edits } = ratingEdits(roadmap, roadmap.entries, text, 4);
    expect([edits.length, applyEdits(text, edits).text]).toEqual([
      2,
      "- [[A]] ★★★★☆ / [[B]] ★★★★☆ / [[C]] ★★★★☆\n- [[D]] ★★★★☆",
    ]);
  });
});

/** Each entry gets one of them; all five on each entry take a minute. */
const VALUES = [0, 1, 2, 4, 5];

/** All that is read of an entry but its rating. */
function rest({ target, title, label, task, key, hot, length, status, remark, mentions, details }: Entry): unknown {
  return {
    target,
    title,
    label,
    task,
    key,
    hot,
    length: length && [length.value, length.unit],
    status,
    remark,
    mentions: mentions.length,
    details,
  };
}

function mapsOf(folder: string): readonly string[] {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  return paths.filter((path) => /(?:MOC|目录|Overview)\.md$/.test(path)).map((path) => `${folder}/${path}`);
}

/** The fault of a map after one of its entries was rated; null where all is well. */
function faultOf(before: Roadmap, entry: Entry, text: string, value: number): string | null {
  const { edits, refused } = ratingEdits(before, [entry], text, value);
  if (edits.length === 0) return refused[0] === "stale" ? "stale" : null;
  const { text: after, results } = applyEdits(text, edits);
  const [was, now] = [[...entriesOfRoadmap(before)], [...entriesOfRoadmap(readMap(after))]];
  const at = was.indexOf(entry);
  if (results[0] !== "written" || now.length !== was.length) return "not written";
  if (now[at]?.rating?.value !== (value === 0 ? undefined : value)) return `read as ${now[at]?.rating?.value}`;
  const others = was.findIndex((one, index) => index !== at && one.rating?.value !== now[index]?.rating?.value);
  if (others >= 0) return `rates ${was[others]?.title} too`;
  const changed = was.findIndex((one, index) => JSON.stringify(rest(one)) !== JSON.stringify(rest(now[index]!)));
  return changed < 0
    ? null
    : `changes ${JSON.stringify(rest(was[changed]!))} to ${JSON.stringify(rest(now[changed]!))}`;
}

describe.each(MAPS)("every entry of every map of %s", (folder) => {
  it.skipIf(!existsSync(folder))(
    "is read as it was rated, and everything else as before (skipped where the vault is absent)",
    () => {
      const faults: string[] = [];
      let rated = 0;
      for (const path of mapsOf(folder)) {
        const text = readFileSync(path, "utf8");
        const roadmap = readMap(text);
        for (const entry of entriesOfRoadmap(roadmap)) {
          const value = VALUES[rated++ % VALUES.length] ?? 0;
          const fault = faultOf(roadmap, entry, text, value);
          if (fault !== null) faults.push(`${path}:${entry.link.line + 1} as ${value}: ${fault}`);
        }
      }
      expect(faults).toEqual([]);
      expect(rated).toBeGreaterThan(50);
    },
  );
});
