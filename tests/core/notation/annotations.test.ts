// The text that is left around a link, and the ranges of what was read;
// the ways to write each value are in reference.test.ts.
import { describe, expect, it } from "vitest";
import { sameValue } from "../../../src/core/base/equal";
import { parseMap } from "../../../src/core/read/parse";
import { parseMetadata } from "../../host/metadata/parse";
import { readEntries, readMap } from "../read-map";

const remark = (line: string): string | null | undefined => readEntries(line)[0]?.remark;

describe("remarks", () => {
  it.each([
    ["- [[A]] — 分词基础", "分词基础"],
    ["- [[A]]：说明", "说明"],
    ["- [[A]] - Performance analysis", "Performance analysis"],
    ["- [[A]] ⭐ — 面试终极武器，1617行，从数学到前沿 ★★★★★", "面试终极武器，从数学到前沿"],
    ["- [[A]] — 2183行全覆盖 ★★★★★", "2183行全覆盖"],
    ["- [[A]] — 2784行 ★★★★★", null],
    ["- [[A]]（830行，正式版）", "（正式版）"],
    ["- [[A]] — 概念（798行）", "概念"],
    ["- [[A]] — 研究（arXiv:2602.13477）★★★★★", "研究（arXiv:2602.13477）"],
    ["- [[A]] — 提升 +13.9%；★★★★（arXiv:2602.05281）", "提升 +13.9%（arXiv:2602.05281）"],
    ["- **[[A]]** — bold", "bold"],
    ["- [[A]] ← NEW", "← NEW"],
    ["- [[A]]", null],
    ["- [[A]] — first line\n  and its continuation", "first line and its continuation"],
    ["- [[A]] — costs $72 in 2026", "costs $72 in 2026"],
    ["- [[A]] see [x 300行](https://e.x/300行) ok", "see [x 300行](https://e.x/300行) ok"],
    ["- [[A]] — words - 300行 - more", "words - more"],
    ["- [[A]]，我的评分：4分很高", "我的评分：4分很高"],
    ["- [[A]]\n  ```sh\n  # ★★★ https://e.x\n  ```\n  and words", "and words"],
    ["- [[A]]\n\n      code ★★★\n\n  words", "words"],
    ["- [[A]]\n      no code", "no code"],
    ["> - [[A]]\n>   ~~~\n>   300行\n>   ~~~", null],
    ["- [ ] [[A]]\n\n      code ★★★", null],
    ["- [[A]]（[[B]]）", null],
    ["- [[A]] ([[B]], [[C]])", null],
    ["- 《[[A]]》", null],
    ['- "[[A]]" words', "words"],
    ["- [[A]]（配合 [[B]] 阅读）", "配合"],
    ["- [[A]] — 1) one, 2) two :)", "1) one, 2) two :)"],
    ['- [[A]] — x in [0, 1) and 15"', 'x in [0, 1) and 15"'],
    ["- **重点 [[A]]**", "重点"],
    ["- *see [[A]] for more*", "see for more"],
    ["- **[[A]]** **and** *[[B]]*", "**and**"],
    ["- [[A]] — 5*3, ring_attn, *", "5*3, ring_attn, *"],
    ["- [[A]] — H<sub>2</sub>O", "H2O"],
    ["- [[A]] see [[B]] ★★ words", "see [[B]] words"],
  ])("%s leaves %s", (line, expected) => expect(remark(line)).toBe(expected));
});

describe("summaries", () => {
  it("have no comments", () => {
    expect(readMap("%% not %% Words %% this %% shown.\n\n- [[A]]").summary).toBe("Words shown.");
    expect(readMap("%% only this %%\n\nWords.").summary).toBe("Words.");
  });
});

describe("equality", () => {
  it("does not see a space behind the last entry", () => {
    const written = (text: string) => parseMap(text, parseMetadata(text));
    expect(sameValue(written("- [[A]] words"), written("- [[A]] words "))).toBe(true);
    expect(sameValue(written("- [[A]] words"), written("- [[A]] word"))).toBe(false);
  });
});

describe("ranges", () => {
  it("name the characters that a value was read from", () => {
    const text = "- x\n- [[A]] ⭐ — 武器，1617行，到 ★★★★☆\n";
    const entry = readEntries(text)[0];
    const textAt = (range: { from: number; to: number } | undefined): string => text.slice(range?.from, range?.to);
    expect(textAt(entry?.rating?.range)).toBe("★★★★☆");
    expect(textAt(entry?.length?.range)).toBe("1617行");
    expect(textAt(entry?.link)).toBe("[[A]]");
  });
});
