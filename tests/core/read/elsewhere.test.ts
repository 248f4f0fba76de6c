// Links that lead elsewhere than to study: back, on, to the map itself, to folders, to who made a thing.
import { describe, expect, it } from "vitest";
import { readMap, sketch } from "../read-map";

const lines = (...all: string[]): string => all.join("\n");
const notes = ["A.md", "B.md", "C.md", "Garten MOC.md", "Haus MOC.md", "lager/kiste.md"];
const draw = (...all: string[]): string => sketch(readMap(lines(...all), notes, "Beet MOC.md"));

describe("a link to a map by words that say which way it leads", () => {
  it.each([
    ["[[Garten MOC|← Zurück zum Garten]]", "up"],
    ["[[Garten MOC|返回]]", "up"],
    ["[[Garten MOC|庭に戻る]]", "up"],
    ["[[Garten MOC|‹ volver]]", "up"],
    ["- [[Garten MOC|🔙]]", "up"],
    ["- 🔙 [[Garten MOC]]", "up"],
    ["[[Garten MOC|Назад к саду]]", "up"],
    ["[[Garten MOC|<< Garden]]", "up"],
    ["[[Garten MOC|이전]]", "prerequisite"],
    ["[[Garten MOC|Siguiente: el jardín]]", "next"],
    ["[[Garten MOC|→ 次へ]]", "next"],
    ["- **Предыдущая**: [[Garten MOC]]", "prerequisite"],
    ["> 下一章：[[Garten MOC]]", "next"],
  ])("is a relation: %s", (line, kind) => {
    expect(draw(line, "", "## Erde", "- [[A]]")).toBe(
      lines("Beet MOC", `  ${kind} Garten MOC`, "  ## Erde", "    - A"),
    );
  });

  it("leads to neighbours where one arrow leads back and one on", () => {
    expect(draw("[[Haus MOC|← Haus]] | [[Garten MOC|Garten →]]", "", "## Erde", "- [[A]]")).toContain(
      "  prerequisite Haus MOC",
    );
  });

  it.each(["Backofen", "Home automation", "Nextcloud", "基础数学", "Up and running", "Weiterbildung"])(
    "is an entry where these only begin like such words: %s",
    (words) => {
      expect(draw(`- [[Garten MOC|${words}]]`)).toBe(lines("Beet MOC", `  - ${words} {map}`));
    },
  );

  it("is an entry where it leads to a note", () => {
    expect(draw("- [[A|← volver]]")).toBe(lines("Beet MOC", "  - ← volver"));
  });
});

describe("a link that is nothing to study", () => {
  it("leads to the map itself, and what is nested in it stays", () => {
    expect(draw("- [[Beet MOC|Oben]]", "  - [[A]]", "- [[Beet MOC#Erde]]", "- [[B]]")).toBe(
      lines("Beet MOC", "  - A", "  - B", "  unused (jump) [[Beet MOC|Oben]]", "  unused (jump) [[Beet MOC#Erde]]"),
    );
  });

  it("leads to a folder", () => {
    expect(draw("- [Lager](lager)", "- [[lager/]]", "- [[lager/kiste]]", "- [[keller]]")).toBe(
      lines(
        "Beet MOC",
        "  - kiste",
        "  - keller {missing}",
        "  unused (elsewhere) [Lager](lager)",
        "  unused (elsewhere) [[lager/]]",
      ),
    );
  });

  it("leads to a folder or to the map itself, in a quote too", () => {
    expect(draw("> In [[lager/]], [[Beet MOC]] und [[A]]", "", "- [[B]]")).toBe(
      lines("Beet MOC", "  related A", "  - B", "  unused (elsewhere) [[lager/]]", "  unused (jump) [[Beet MOC]]"),
    );
  });

  it.each(["Autor", "Источник", "来源", "提供者", "출처", "Credits", "Fuente"])("stands in a column %s", (header) => {
    const table = [`| ${header} | Was |`, "|---|---|", "| [Ann](https://example.org/ann) | [[A]] |", "| Bo | [[B]] |"];
    expect(draw(...table)).toBe(lines("Beet MOC", "  - A {mentions 1}", "  - Bo: B"));
  });

  it("is one where its table names nothing else", () => {
    expect(draw("| Topic | Source |", "|---|---|", "| Soil | [[A]] |")).toBe(lines("Beet MOC", "  - Soil: A"));
  });
});
