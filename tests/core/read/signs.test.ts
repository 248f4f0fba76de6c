// Signs of status, stars in columns, and what only looks like them.
import { describe, expect, it } from "vitest";
import { readMap, sketch } from "../read-map";

const lines = (...all: string[]): string => all.join("\n");
const notes = ["A.md", "B.md", "C.md", "D.md"];
const draw = (...all: string[]): string => sketch(readMap(lines(...all), notes));

describe("a sign of status", () => {
  it("is any coloured circle and any run of signs", () => {
    expect(draw("- [[A]] 🟣", "- [[B]] 🟢🟢🟢 fertig", "- [[C]] ⚪", "- [[D]] ✅🚧")).toBe(
      lines("Map MOC", "  - A {🟣}", "  - B {🟢🟢🟢} | fertig", "  - C {⚪}", "  - D {✅🚧}"),
    );
  });

  it("is none where it decorates every item of a list", () => {
    expect(draw("- 📝 [[A]]", "- 🎯 [[B]]", "- 🏠 [[C]] ✅")).toBe(
      lines("Map MOC", "  - A | 📝", "  - B | 🎯", "  - C {✅} | 🏠"),
    );
  });

  it("is one where the list has no other signs", () => {
    expect(draw("1. ✅ [[A]]", "2. 🟡 [[B]]")).toBe(lines("Map MOC", "  - A {✅}", "  - B {🟡}"));
  });

  it.each(["상태", "Статус", "Estado", "Stand", "状況", "Status (2026)"])("may be a word in a column %s", (header) => {
    expect(draw(`| Nota | ${header} |`, "|---|---|", "| [[A]] | ⬜ a medias |")).toBe(
      lines("Map MOC", "  - A {⬜ a medias}"),
    );
  });
});

describe("a column of stars", () => {
  const table = (...stars: string[]): string =>
    draw("| Note | 티어 |", "|---|---|", ...stars.map((run, at) => `| [[${"ABCD".charAt(at)}]] | ${run} |`));

  it("has a scale of three where four rows or more never go beyond it", () => {
    expect(table("★★★", "★", "★★", "★★★")).toBe(
      lines("Map MOC", "  - A {3/3 티어}", "  - B {1/3 티어}", "  - C {2/3 티어}", "  - D {3/3 티어}"),
    );
  });

  it("has the usual scale with fewer rows, longer or shorter runs", () => {
    expect(table("★★★", "★", "★★")).toContain("A {3/5 티어}");
    expect(table("★★★★", "★", "★★", "★★★")).toContain("D {3/5 티어}");
    expect(table("★★", "★", "★★", "★")).toContain("A {2/5 티어}");
    expect(table("★★★☆", "★", "★★", "★★★")).toContain("D {3/5 티어}");
  });
});
