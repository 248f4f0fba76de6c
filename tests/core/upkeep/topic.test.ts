// Topics that name a note become links to it.
import { describe, expect, it } from "vitest";
import { mendedMap, told } from "./check";

const NOTES = { "Deep/Rye flour.md": "", "X/Salt.md": "---\naliases: [Sea salt]\n---\n", "Other.md": "" };

describe("a topic", () => {
  it("that names a note is told of, unless the map lists that note", async () => {
    const text = "## Grain\n- rye FLOUR\n- Sea salt\n- Yeast\n- Other\n- [[Other]]";
    expect(await told("topic", text, NOTES)).toEqual([
      "choose 2: rye FLOUR (A note has this name: Deep/Rye flour.md) -> Deep/Rye flour.md",
      "choose 3: Sea salt (A note has this name: X/Salt.md) -> X/Salt.md",
    ]);
  });

  it.each([
    ["- **rye FLOUR** ★★\n- [[Other]]", "- **[[Rye flour|rye FLOUR]]** ★★\n- [[Other]]"],
    ["- Rye flour", "- [[Rye flour]]"],
    [
      "| a | b |\n|---|---|\n| [[Other]] | 1 |\n| **rye flour** | 2 |",
      "| a | b |\n|---|---|\n| [[Other]] | 1 |\n| **[[Rye flour\\|rye flour]]** | 2 |",
    ],
  ])("%j becomes %j", async (before, after) => {
    expect(await mendedMap("topic", before, NOTES)).toBe(after);
  });

  it("gets the whole path where its name alone leads elsewhere", async () => {
    const others = { "A/Rye.md": "", "B/Rye.md": "" };
    expect(await told("topic", "- Rye", others)).toEqual([
      "choose 1: Rye (A note has this name: A/Rye.md) -> A/Rye.md | B/Rye.md",
    ]);
    expect(await mendedMap("topic", "- Rye", others, 1)).toBe("- [[B/Rye|Rye]]");
  });
});
