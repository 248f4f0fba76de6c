// Links that a table's pipe has cut.
import { describe, expect, it } from "vitest";
import { found, mended, mendedMap, told } from "./check";

const TABLE = (row: string): string => `# Map\n\n| a | b |\n|---|---|\n${row}\n`;
const OTHERS = { "Flour.md": "", "Deep/Rye.md": "" };

describe("a link cut by a pipe", () => {
  it("is certain, and found once for each", async () => {
    expect(await told("cut", TABLE("| [[Flour|one]] | [[Rye|two]] and [[Flour\\|fine]] |"), OTHERS)).toEqual([
      "certain 5: [[Flour|one]] (The table ends the cell at its pipe) -> [[Flour\\|one]]",
      "certain 5: [[Rye|two]] (The table ends the cell at its pipe) -> [[Rye\\|two]]",
    ]);
  });

  it("gets its pipe escaped, two of one line one after the other", async () => {
    const text = TABLE("| [[Flour|one]] | [[Flour|one]] |");
    expect(await mendedMap("cut", text, OTHERS)).toBe(TABLE("| [[Flour\\|one]] | [[Flour|one]] |"));
    const texts = { ...OTHERS, "Map MOC.md": text };
    const [first, second] = await found("cut", texts);
    const both = {
      ...first!,
      fixes: [{ ...first!.fixes[0]!, edits: [...first!.fixes[0]!.edits, ...second!.fixes[0]!.edits] }],
    };
    expect(await mended(texts, both)).toEqual({ "Map MOC.md": TABLE("| [[Flour\\|one]] | [[Flour\\|one]] |") });
  });

  it("is led to its note as well where that is certain, and is no broken link besides", async () => {
    const text = TABLE("| [[Old/Fl our|one]] | [[Barley|two]] |");
    expect(await told("cut", text, OTHERS)).toEqual([
      "certain 5: [[Old/Fl our|one]] (The table ends the cell at its pipe) -> [[Flour\\|one]]",
      "certain 5: [[Barley|two]] (The table ends the cell at its pipe, and the link leads nowhere) -> [[Barley\\|two]]",
    ]);
    expect(await told("broken", text, OTHERS)).toEqual([]);
  });

  it("is none outside of tables, and none where the pipe is escaped", async () => {
    expect(await told("cut", "- [[Flour|one]]\n\n| a |\n|---|\n| [[Flour\\|one]] |", OTHERS)).toEqual([]);
  });
});
