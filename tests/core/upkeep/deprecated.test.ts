// Entries whose note is no longer to be read.
import { describe, expect, it } from "vitest";
import { mendedMap, told } from "./check";

const props = (lines: string): string => `---\n${lines}\n---\n# Note\n`;

describe("a note that is no longer to be read", () => {
  it.each([
    ["status: deprecated", "status: deprecated", ""],
    ["status: [x, Archived]", "status: Archived", ""],
    ["deprecated: true", "deprecated: true", ""],
    ['superseded_by: "[[New]]"', "superseded_by; its successor is Deep/New.md", "Deep/New.md"],
    ["status: superseded\nsuperseded_by: New", "status: superseded; its successor is Deep/New.md", "Deep/New.md"],
    ['superseded_by: ["[[New]]", "[[Other]]"]', "superseded_by", ""],
  ])("says so: %s", async (lines, said, fix) => {
    const others = { "Old.md": props(lines), "Deep/New.md": "", "Other.md": "" };
    expect(await told("deprecated", "- [[Old]]", others)).toEqual([
      `${fix === "" ? "idea" : "choose"} 1: [[Old]] (The note says ${said}) -> ${fix}`,
    ]);
  });

  it.each(["status: done", "deprecated: false", "superseded_by:", "status: [a]"])(
    "does not say so: %s",
    async (lines) => {
      expect(await told("deprecated", "- [[Old]]", { "Old.md": props(lines) })).toEqual([]);
    },
  );

  it("gives its place to its successor, with alias and subpath", async () => {
    const others = { "A/Old.md": props('superseded_by: "[[New]]"'), "A/New.md": "" };
    expect(await mendedMap("deprecated", "- [[A/Old#Part|words]] ★★", others)).toBe("- [[A/New#Part|words]] ★★");
  });
});
