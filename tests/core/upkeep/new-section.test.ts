// Sections that are made for a note: their titles, numbers and places.
import { describe, expect, it } from "vitest";
import { openSection } from "../../../src/core/upkeep/insertion";
import { sectionsOf } from "../../../src/core/upkeep/map-sections";
import { insertSection, newSectionTitle } from "../../../src/core/upkeep/new-section";
import { continuedNumber } from "../../../src/core/upkeep/numbering";
import { readMap } from "../read-map";

const VAULT = ["Bread/Wheat.md", "Bread/Barley.md", "Bread/Oven/Steam.md", "Rye.md"];

/** The title proposed beside the section that holds `sibling`, and the text with that section. */
function added(text: string, sibling: string, path: string, title: string | null = null): readonly [string, string] {
  const roadmap = readMap(text, VAULT, "Bread/Bread MOC.md");
  const section = sectionsOf(roadmap).find(({ entries }) => entries.some((entry) => entry.title === sibling));
  if (!section) throw new Error(`No section has ${sibling}.`);
  const open = openSection({ roadmap, text }, section);
  const note = { path, title, brief: null };
  const proposed = newSectionTitle(open, note);
  const { edit } = insertSection(open, proposed, [note], { resolve: () => path, titleOf: () => null });
  expect(text.slice(edit.from, edit.to)).toBe(edit.expected);
  return [proposed, text.slice(0, edit.from) + edit.insert + text.slice(edit.to)];
}

describe("the number of a new section", () => {
  it.each([
    ["5.6 解码加速", "5.7 "],
    ["3. Into the oven", "4. "],
    ["9 Tea", "10 "],
    ["第五章 推理部署", "第六章 "],
    ["第十章 应用", "第十一章 "],
    ["第十九节 应用", "第二十节 "],
    ["第3章 应用", "第4章 "],
    ["一、基础", "二、"],
    ["Chapter 3: Dough", "Chapter 4: "],
    ["附录 A 训练基础设施", "附录 B "],
    ["📚 2. Dough", "📚 3. "],
    ["Dough", ""],
    ["2026 年", ""],
    ["100B", ""],
  ])("behind %s is “%s”", (title, number) => expect(continuedNumber(title)).toBe(number));
});

describe("a new section", () => {
  it("stands behind the last of those beside it, at their level, above the rule that ends the chapter", () => {
    const text = "# Bread\n\n## 1 Dough\n\n### 1.1 Grain\n\n- [[Bread/Wheat|Wheat]]\n\n---\n\n## 2 Oven\n\n- [[Rye]]\n";
    expect(added(text, "Wheat", "Bread/Oven/Steam.md", "On steam")).toEqual([
      "1.2 On steam",
      "# Bread\n\n## 1 Dough\n\n### 1.1 Grain\n\n- [[Bread/Wheat|Wheat]]\n\n### 1.2 On steam\n\n- [[Bread/Oven/Steam|Steam]]\n\n---\n\n## 2 Oven\n\n- [[Rye]]\n",
    ]);
  });

  it("is called by the folder of the note where no heading is", () => {
    const text = "# Bread\n## Grain\n* [[Wheat]]\n## Flour\n* [[Barley]]";
    expect(added(text, "Wheat", "Bread/Oven/Steam.md")).toEqual([
      "Oven",
      "# Bread\n## Grain\n* [[Wheat]]\n## Flour\n* [[Barley]]\n\n## Oven\n* [[Steam]]",
    ]);
  });

  it("begins a map that has no headings", () => {
    expect(added("- [[Wheat]]\n", "Wheat", "Rye.md")).toEqual(["Rye", "- [[Wheat]]\n\n## Rye\n\n- [[Rye]]\n"]);
  });
});
