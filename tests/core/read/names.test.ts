// The name of an entry: that of its note, whatever stands in its row, and whatever its link holds.
import { describe, expect, it } from "vitest";
import { readMap, sketch } from "../read-map";

const lines = (...all: string[]): string => all.join("\n");
const draw = (text: readonly string[], others: readonly string[] = [], path?: string): string =>
  sketch(readMap(lines(...text), others, path));

describe("a label in a table", () => {
  it("stands before the name of a note, and not for it", () => {
    expect(draw(["| Tag | Notiz |", "|---|---|", "| Mo | [[Sauerteig]] |", "| Di | [[Salz]] |"])).toBe(
      lines("Map MOC", "  - Mo: Sauerteig {missing}", "  - Di: Salz {missing}"),
    );
  });

  it("is the name where it says the same words", () => {
    const row = ["| 章 | 笔记 |", "|---|---|", "| t1 红茶 工艺 | [[t1-红茶-工艺-MOC]] |"];
    expect(draw(row, ["t1-红茶-工艺-MOC.md"])).toBe(lines("Map MOC", "  - t1 红茶 工艺: t1 红茶 工艺 {map}"));
    expect(draw(["| Tee | x |", "|---|---|", "| grüner tee | [[Grüner-Tee]] |"], ["Grüner-Tee.md"])).toContain(
      "- grüner tee: grüner tee",
    );
  });

  it("stands before each of several", () => {
    expect(draw(["| Неделя | Темы |", "|---|---|", "| Первая | [[Глина]], [[Вода]] |"])).toBe(
      lines("Map MOC", "  - Первая: Глина {missing}", "  - Первая: Вода {missing}"),
    );
  });
});

describe("a name", () => {
  it("may hold a slash where no such folder is", () => {
    expect(draw(["- [[TCP/IP]]", "- [[Wein / Bier]]", "- [[Käse/Brie]]"], ["Käse/Gouda.md"])).toBe(
      lines("Map MOC", "  - TCP/IP {missing}", "  - Wein / Bier {missing}", "  - Brie {missing}"),
    );
  });

  it("may end in .md", () => {
    expect(draw(["- [[Über README.md]]", "- [[AGENTS.md]]", "- [[Tee.md]]"], ["Über README.md.md", "Tee.md"])).toBe(
      lines("Map MOC", "  - Über README.md", "  - AGENTS.md {missing}", "  - Tee"),
    );
  });

  it("is the folder's for a note that is only called README or index", () => {
    expect(draw(["- [[README]]", "- [[도자기/index]]"], ["Ton/README.md", "도자기/index.md"])).toBe(
      lines("Map MOC", "  - Ton", "  - 도자기"),
    );
  });

  it("in a heading is that of what it leads to", () => {
    expect(draw(["## [[CI/CD]]", "- [[A]]"], ["A.md"])).toBe(
      lines("Map MOC", "  ## CI/CD -> nothing", "    - CI/CD {missing}", "    - A"),
    );
  });
});
