// Lengths and ratings that stand beside an entry: behind it, below its heading, in a column, behind a clock.
import { describe, expect, it } from "vitest";
import { readMap, sketch } from "../read-map";

const lines = (...all: string[]): string => all.join("\n");
const draw = (...all: string[]): string => sketch(readMap(lines(...all), ["A.md", "B.md"]));

describe("a field", () => {
  it("behind an entry speaks about it", () => {
    expect(draw("- [[A]]", "- **Dauer:** 90 Minuten", "- Umfang: 300 Zeilen", "- [[B]]", "- Tiempo: 2 horas")).toBe(
      lines("Map MOC", "  - A {90 minutes}", "  - B {120 minutes}"),
    );
  });

  it("first below a heading that is an entry speaks about that", () => {
    expect(draw("## [[A]]", "- Время: 40 мин", "- 评分：4", "- [[B]]", "## Two", "- Time: 5 min")).toContain(
      lines("  ## A -> A.md", "    - A {4/5, 40 minutes}", "    - B"),
    );
  });

  it("is none behind a bullet that states nothing", () => {
    expect(draw("- [[A]]", "- Glasuren", "- Dauer: 20 min")).not.toContain("minutes");
  });

  it("may be a mere letter where a time is due", () => {
    expect(draw("- [[A]]", "  - 소요 시간: 20m", "- [[B]]", "  - Size: 20m")).toBe(
      lines("Map MOC", "  - A {20 minutes}", "  - B", "    . Size: 20m"),
    );
  });
});

describe("a time", () => {
  it.each(["Время", "Zeit", "Tiempo", "時間", "소요 시간", "预计时间", "Est. time", "⏱ Time"])(
    "is minutes by a letter in a column %s",
    (header) => {
      expect(draw(`| Note | ${header} |`, "|---|---|", "| [[A]] | 20m |", "| [[B]] | 1h 30m |")).toBe(
        lines("Map MOC", "  - A {20 minutes}", "  - B {90 minutes}"),
      );
    },
  );

  it("is minutes by a letter behind a clock", () => {
    expect(draw("- [[A]] ⏱ 20m", "- [[B]] — Worte · ⏱️ 1.5h")).toBe(
      lines("Map MOC", "  - A {20 minutes}", "  - B {90 minutes} | Worte"),
    );
  });

  it("is no letter anywhere else", () => {
    expect(draw("- [[A]] (20m)", "", "| Note | Depth |", "|---|---|", "| [[B]] | 20m |")).toBe(
      lines("Map MOC", "  - A | (20m)", "  - B | 20m"),
    );
  });

  it.each([
    ["45 minutos", 45],
    ["2 Std.", 120],
    ["30 минут", 30],
    ["2시간", 120],
    ["1h 15min", 75],
    ["1-2 heures", 120],
  ])("is told in other languages: %s", (words, minutes) => {
    expect(draw(`- [[A]] (${words})`)).toBe(lines("Map MOC", `  - A {${minutes} minutes}`));
  });
});
