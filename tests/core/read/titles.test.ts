// The heading that is the title of a map, and those that are its chapters.
import { describe, expect, it } from "vitest";
import { readMap, sketch } from "../read-map";

const lines = (...all: string[]): string => all.join("\n");
const notes = ["A.md", "B.md", "C.md"];

describe("the title of a map", () => {
  it("is a lone heading of the first level", () => {
    const text = lines("Einleitung.", "# Käse selber machen", "1. [[A]]", "2. [[B]]");
    expect(sketch(readMap(text, notes))).toBe(lines("Käse selber machen", "  - A", "  - B"));
  });

  it("is the first of several where the later ones are chapters beside those it has", () => {
    const text = lines("# Huerta", "> Notas.", "## Riego", "- [[A]]", "# Anexos", "- [[B]]", "# Créditos", "Gracias.");
    expect(sketch(readMap(text, notes))).toBe(
      lines("Huerta", "  ## Riego", "    - A", "  # Anexos", "    - B", "  # Créditos"),
    );
  });

  it("is none of several that list entries before any deeper heading", () => {
    const text = lines("# Чай", "- [[A]]", "## Улун", "- [[B]]", "# Кофе", "[[C]]");
    expect(sketch(readMap(text, notes))).toBe(
      lines("Map MOC", "  # Чай", "    - A", "    ## Улун", "      - B", "  # Кофе", "    - C"),
    );
  });

  it("is none of several numbered parts", () => {
    const text = lines("# 第一部分 泥", "## 揉", "- [[A]]", "# 第二部分 火", "## 烧", "- [[B]]");
    expect(sketch(readMap(text, notes))).toBe(
      lines("Map MOC", "  # 第一部分 泥", "    ## 揉", "      - A", "  # 第二部分 火", "    ## 烧", "      - B"),
    );
  });

  it("is not taken from a heading without words, which divides nothing either", () => {
    const text = lines("#", "# 빵 굽기", "## 반죽", "- [[A]]", "###", "- [[B]]", "## ", "- [[C]]");
    expect(sketch(readMap(text, notes))).toBe(lines("빵 굽기", "  ## 반죽", "    - A", "    - B", "    - C"));
  });
});
