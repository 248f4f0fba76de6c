// The lines that a reader is shown around a new entry: as they will be, in plain words.
import { describe, expect, it } from "vitest";
import { insertAt, openSection } from "../../../src/core/upkeep/insertion";
import { sectionsOf } from "../../../src/core/upkeep/map-sections";
import { insertSection } from "../../../src/core/upkeep/new-section";
import { previewOf, type PreviewLine } from "../../../src/core/upkeep/preview";
import { readMap } from "../read-map";

const NOTES = ["Wheat.md", "Barley.md", "Oats.md", "Rye.md", "Water.md"];
const ANSWERS = { resolve: (linkpath: string) => `${linkpath}.md`, titleOf: () => null };
const RYE = { path: "Rye.md", title: null, brief: null };

const drawn = (lines: readonly PreviewLine[]): readonly string[] =>
  lines.map(({ marker, indent, text, isNew }) =>
    [isNew ? "+" : " ", " ".repeat(indent), marker && `${marker} `, text].join(""),
  );

/** The preview of Rye at a slot of the section that has `sibling`. */
function preview(text: string, sibling: string, slot: number): readonly string[] {
  const roadmap = readMap(text, NOTES);
  const section = sectionsOf(roadmap).find(({ entries }) => entries.some(({ title }) => title === sibling))!;
  const open = openSection({ roadmap, text }, section);
  const { edit, after, line } = insertAt(open, open.slots[slot]!, RYE, ANSWERS);
  return drawn(previewOf(text, { edit, after, lines: [line] }));
}

describe("the preview of a new entry", () => {
  it("has the lines next to it in its section, without their signs", () => {
    const text =
      "# A\n\n## B\n\n- **[[Wheat]]** ★★★\n\n---\n\n- [[Barley|of barley]]\n  - [[Oats]]\n\n## C\n\n- [[Water]]\n";
    expect(preview(text, "Wheat", 1)).toEqual([" • Wheat ★★★", "+• Rye", " • of barley", "   • Oats"]);
    expect(preview(text, "Wheat", 3)).toEqual([" • Wheat ★★★", " • of barley", "   • Oats", "+  • Rye"]);
  });

  it("shows links with paths by the names of their notes", () => {
    const text = "- [[Grain/Old/Wheat]] of [[x/Y#Part]], [[a/B|b/c]]\n";
    const edit = { path: "A.md", from: 0, to: 0, expected: "", insert: "" };
    expect(drawn(previewOf(text, { edit, after: -1, lines: [text.trim()] }))).toEqual(["+• Wheat of Y#Part, b/c"]);
  });

  it("shows numbers as they will be", () => {
    expect(preview("1. [[Wheat]]\n2. [[Barley]]\n3. [[Oats]]\n", "Wheat", 1)).toEqual([
      " 1. Wheat",
      "+2. Rye",
      " 3. Barley",
      " 4. Oats",
    ]);
  });

  it("shows rows of tables by their cells, and lines with several links whole", () => {
    const table = "| Note | Stars |\r\n|---|---|\r\n| [[Wheat\\|W]] | ★★ |\r\n| [[Barley]] | ★ |\r\n";
    expect(preview(table, "W", 1)).toEqual([" Note · Stars", " W · ★★", "+Rye", " Barley · ★"]);
    expect(preview("- [[Wheat]] / [[Barley]] / [[Oats]]\n- [[Water]]\n", "Wheat", 2)).toEqual([
      "+• Wheat / Barley / Rye / Oats",
      " • Water",
    ]);
  });

  it("shows a new section with its heading, below what is before it", () => {
    const text = "## B\n\n- [[Wheat]]\n\n## C\n\n- [[Water]]\n";
    const roadmap = readMap(text, NOTES);
    const open = openSection({ roadmap, text }, sectionsOf(roadmap)[0]!);
    const { edit, after, heading, lines } = insertSection(open, "Grain", [RYE], ANSWERS);
    expect(drawn(previewOf(text, { edit, after, lines: [heading, ...lines] }))).toEqual([
      " • Water",
      "+Grain",
      "+• Rye",
    ]);
  });
});
