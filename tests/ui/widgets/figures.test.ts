// Figures with what they count, in English: one line is no lines.
import { describe, expect, it } from "vitest";
import type { Length } from "../../../src/core/notation/length";
import { en } from "../../../src/i18n/en";
import { zh } from "../../../src/i18n/zh";
import { Figures } from "../../../src/ui/widgets/figures";

const figures = new Figures(en);
const length = (value: number, unit: Length["unit"]): Length => ({ value, unit }) as Length;

describe("a length in words", () => {
  it("has its noun in the number that fits", () => {
    expect((["lines", "words", "chars", "pages"] as const).map((unit) => figures.length(length(1, unit)))).toEqual([
      "1 line",
      "1 word",
      "1 character",
      "1 page",
    ]);
    expect([
      figures.length(length(1617, "lines")),
      figures.length(length(0, "pages")),
      figures.length(length(1, "minutes")),
    ]).toEqual(["1,617 lines", "0 pages", "1 min"]);
    expect(en.linesOf("0", "1")).toBe("0 of 1 line");
  });
});

it("a share is 1 % as soon as anything is done, and 100 % only where all is", () => {
  const percents = [0, 0.001, 0.019, 0.999, 1].map((share) => figures.percent(share));
  expect(percents).toEqual(["0%", "1%", "1%", "99%", "100%"]);
  expect(figures.percent(null)).toBe("–");
});

it("a number of findings is grouped as all figures are, in Chinese too", () => {
  const grouped = new Figures(zh).count(1617);
  expect(grouped).toBe("1,617");
  expect([zh.check.ignoredCount(1617), zh.check.toFix(1617), zh.check.someOf(1617, 2000)].join()).toBe(
    `已忽略 ${grouped} 项,${grouped} 处待修：检查此地图,${grouped}/2,000`,
  );
});
