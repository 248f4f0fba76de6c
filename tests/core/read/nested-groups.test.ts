// Groups within groups: each keeps the path of labels that lead to it.
import { describe, expect, it } from "vitest";
import { drawn } from "../read-map";

describe("a group within a group", () => {
  it("keeps the words of both", () => {
    const map = "- Otoño\n  - Bancal izquierdo\n    - [[Ajo]]\n  - Bancal derecho:\n    - [[Haba]]\n  - [[Col]]\n";
    expect(drawn(map, "Ajo Haba Col")).toBe(
      "- Otoño › Bancal izquierdo: Ajo\n- Otoño › Bancal derecho: Haba\n- Otoño: Col",
    );
  });

  it("may be a line's label below a bold line", () => {
    const map = "**Werkzeug**\n- Holz: [[Säge]] / [[Hobel]]\n- [[Zange]]\n";
    expect(drawn(map, "Säge Hobel Zange")).toBe("- Werkzeug › Holz: Säge\n- Werkzeug › Holz: Hobel\n- Werkzeug: Zange");
  });

  it("may be a row of a table, and the words before a link in its cell", () => {
    const map = "**春**\n\n| 时 | 事 |\n|---|---|\n| 早 | 浇 → [[水\\|水壶]] |\n| 2 | [[土\\|土]] |\n";
    expect(drawn(map, "水 土")).toBe("- 春 › 早 › 浇: 水壶\n- 春: 土");
  });

  it("keeps the path as deep as it goes", () => {
    const map = "- 봄\n  - 밭\n    - 왼쪽\n      - [[마늘]]\n- 여름\n  - [[콩]]\n";
    expect(drawn(map, "마늘 콩")).toBe("- 봄 › 밭 › 왼쪽: 마늘\n- 여름: 콩");
  });

  it("is named by bold words, not by a sentence that introduces it", () => {
    expect(drawn("Сначала прочти это:\n- [[Ель]]\n- Поле: [[Рожь]]\n", "Ель Рожь")).toBe(
      "- Сначала прочти это: Ель\n- Поле: Рожь",
    );
  });

  it("may have an underscore in its bold words", () => {
    expect(drawn("**ring_attn** ★★★\n- [[Ель]]\n", "Ель")).toBe("- ring_attn: Ель");
  });

  it("begins anew below an entry, and is not said twice", () => {
    const map = "- Лес\n  - [[Ель]]\n    - Шишки\n      - [[Семя]]\n- Поле\n  - Поле: [[Рожь]]\n";
    expect(drawn(map, "Ель Семя Рожь")).toBe("- Лес: Ель\n  - Шишки: Семя\n- Поле: Рожь");
  });
});
