// Links to headings and blocks that are not there.
import { describe, expect, it } from "vitest";
import { mendedMap, told } from "./check";

const NOTE = { "A.md": "# A\n\n## 3.2 RoPE encoding\n\n### Details\n\n## Other: things (more)\n\nWords. ^blk-one\n" };

describe("a part of a note", () => {
  it.each([
    "[[A#3.2 RoPE encoding]]",
    "[[A#3.2 rope ENCODING#Details]]",
    "[[A#Other things more]]",
    "[[A#^blk-one]]",
    "[[A#^BLK-ONE|x]]",
    "[[A]]",
    "[[Gone#Heading]]",
    "[x](A.md#3.2%20RoPE%20encoding)",
  ])("that is there, or in no note, is not told of: %s", async (link) => {
    expect(await told("part", `- ${link}`, NOTE)).toEqual([]);
  });

  it("that is not there may be one that is like it", async () => {
    expect(
      await told("part", "- [[A#3.1 RoPE encoding]]\n- [[A#Other#Details]]\n- [[A#^blk-ones]]\n- [[#Nowhere]]", NOTE),
    ).toEqual([
      "choose 1: [[A#3.1 RoPE encoding]] (The note has no heading “3.1 RoPE encoding”) -> #3.2 RoPE encoding",
      "choose 2: [[A#Other#Details]] (The note has no heading “Details”) -> ",
      "choose 3: [[A#^blk-ones]] (The note has no block ^blk-ones) -> #^blk-one",
      "choose 4: [[#Nowhere]] (The note has no heading “Nowhere”) -> ",
    ]);
  });

  it.each([
    ["- [[A#3.1 RoPE encoding|words]] ★★", "- [[A#3.2 RoPE encoding|words]] ★★"],
    ["| a |\n|---|\n| [[A#RoPE encodings\\|x]] |", "| a |\n|---|\n| [[A#3.2 RoPE encoding\\|x]] |"],
    ["- [x](A.md#3.1%20RoPE%20encoding)", "- [x](A.md#3.2%20RoPE%20encoding)"],
    ["- [x](<A.md#Other thing more>)", "- [x](<A.md#Other things (more)>)"],
  ])("%s becomes %s", async (before, after) => {
    expect(await mendedMap("part", before, NOTE)).toBe(after);
  });
});
