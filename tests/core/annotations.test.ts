// What is read from the text around a link: one row for each way of writing it.
import { describe, expect, it } from "vitest";
import { readEntries } from "./read-map";

const rating = (line: string): string | null => {
  const read = readEntries(line)[0]?.rating;
  return read ? `${read.value}/${read.of}` : null;
};
const length = (line: string): string | null => {
  const read = readEntries(line)[0]?.length;
  return read ? `${read.value} ${read.unit}` : null;
};
const remark = (line: string): string | null | undefined => readEntries(line)[0]?.remark;

describe("ratings", () => {
  it.each([
    ["- [[A]] ★★★★☆", "4/5"],
    ["- [[A]] ★★★☆", "3/4"],
    ["- [[A]] ★★★✩✩", "3/5"],
    ["- [[A]] ★★★★", "4/5"],
    ["- [[A]] ★★★★★★", "6/6"],
    ["- [[A]] ⭐⭐⭐", "3/5"],
    ["- [[A]] :star::star:", "2/5"],
    ["- [[A]] 🌟🌟🌟", "3/5"],
    ["- [[A]] ★★★½", "3.5/5"],
    ["- [[A]] （★★★★★）", "5/5"],
    ["- [[A]] — text；★★★★（arXiv:2602.05281）", "4/5"],
    ["- [[A|★★★ A]]", "3/5"],
    ["- [[A]] rating:: 4.5", "4.5/5"],
    ["- [[A]] 评分：4", "4/5"],
    ["- [[A]] ⭐", null],
    ["- [[A]] QA 8/10", null],
    ["- [[A]] ⭐ 4.7 (1308 reviews)", null],
    ["- [[A]] — 84.6% and $72", null],
  ])("%s is %s", (line, expected) => expect(rating(line)).toBe(expected));
});

describe("key flags", () => {
  it.each([
    ["- [[A]] ⭐", true],
    ["- [[A]] ⭐️ — text", true],
    ["- ⭐ [[A]]", true],
    ["- [[A]] ⭐新增", true],
    ["- [[A|A ⭐]]", true],
    ["- [[A]] ⭐ 4.7 (1308 reviews)", false],
    ["- [[A]] ★★★", false],
    ["- [[A]]", false],
  ])("%s: %s", (line, expected) => expect(readEntries(line)[0]?.key).toBe(expected));
});

describe("declared lengths", () => {
  it.each([
    ["- [[A]] — 1617行", "1617 lines"],
    ["- [[A]] — 终极武器，1,617 行，从头到尾", "1617 lines"],
    ["- [[A]]（830行，正式版）", "830 lines"],
    ["- [[A]] — 2183行全覆盖 ★★★★★", "2183 lines"],
    ["- [[A]] (1,484 lines)", "1484 lines"],
    ["- [[A]] (~1,670 lines)", "1670 lines"],
    ["- [[A]] — 530 LOC", "530 lines"],
    ["- [[A]]（１６１７行）", "1617 lines"],
    ["- [[A]] — 8千字", "8000 chars"],
    ["- [[A]] — 3.2万字", "32000 chars"],
    ["- [[A]] (1200 words)", "1200 words"],
    ["- [[A]] (12k words)", "12000 words"],
    ["- [[A]] (8 pp, one slide each)", "8 pages"],
    ["- [[A]] (3400 pages!)", "3400 pages"],
    ["- [[A]] — 40页", "40 pages"],
    ["- [[A]] — 15 min", "15 minutes"],
    ["- [[A]] — 30 分鐘", "30 minutes"],
    ["- [[A]] — 1.5小时", "90 minutes"],
    ["- [[A]] (1-2 hours)", "120 minutes"],
    ["- [[A]] — 2hr 32min", "152 minutes"],
    ["- [[A]] — 5357 篇论文趋势", null],
    ["- [[A]] — lines 800-1100", null],
    ["- [[A]] — Docker in 100 lines of bash", null],
    ["- [[A]] — 416 lines analyzed", null],
    ["- [[A]] — 100 个", null],
    ["- [[A]] — 4 Months", null],
    ["- [[A]] — ICLR 2026，100B", null],
    ["- [[A]]（arXiv:2602.06688）", null],
  ])("%s is %s", (line, expected) => expect(length(line)).toBe(expected));

  it("may stand in a bullet below the entry", () => {
    expect(length("- [[A]]\n  - **Size:** 1,400+ lines (24 KB)")).toBe("1400 lines");
    expect(length("- [[A]]\n  - **Time:** 1-2 hours")).toBe("120 minutes");
  });
});

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
  ])("%s leaves %s", (line, expected) => expect(remark(line)).toBe(expected));
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

describe("lines with several links", () => {
  it("give an entry for each, with the text behind it", () => {
    const entries = readEntries("- [[A|一]] / [[B|二]] ★★★ · [[C]] — 三");
    expect(entries.map(({ title, rating: stars, remark: text }) => [title, stars?.value ?? null, text])).toEqual([
      ["一", null, null],
      ["二", 3, null],
      ["C", null, "三"],
    ]);
  });

  it("only mention what stands behind a reference word or is a daily note", () => {
    expect(readEntries("- [[A]] — 详见 [[B]]（506行）").map(({ title, length: size }) => [title, size?.value])).toEqual([["A", 506]]);
    expect(readEntries("- [[A]]；see-also: [[B]]")).toHaveLength(1);
    expect(readEntries("- [[A]] on [[2026-01-11]]")).toHaveLength(1);
    expect(readEntries("- [[A]] 常见 [[B]]")).toHaveLength(2);
  });

  it("take a label before the first link", () => {
    expect(readEntries("- **生产**：[[A]] / [[B]]").map(({ label }) => label)).toEqual(["生产", "生产"]);
    expect(readEntries("全景综述：[[A]]").map(({ label, title }) => [label, title])).toEqual([["全景综述", "A"]]);
  });
});
