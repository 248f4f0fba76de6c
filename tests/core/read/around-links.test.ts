// The text around links: some of it is no remark, and some is one and stays whole.
import { describe, expect, it } from "vitest";
import { drawn } from "../read-map";

describe("the text around a link", () => {
  it("keeps the brackets that its author left empty, and loses those that a value emptied", () => {
    expect(drawn("- [[Puntero]] — `main()` y free() fn(x[], y) ()\n", "Puntero")).toContain(
      "`main()` y free() fn(x[], y) ()",
    );
    expect(drawn("- [[Zeiger]] (★★★) zählt[] (12 min)\n", "Zeiger")).toBe("- Zeiger {3/5, 12 minutes} | zählt[]");
  });

  it("loses the emphasis around a value with it", () => {
    const map = "- [[粥]] **★★★☆**：白粥\n- [[面]] (*15 分钟*) 手擀\n- [[饼]] ==✅== 葱油，__300行__，脆\n";
    expect(drawn(map, "粥 面 饼")).toBe("- 粥 {3/4} | 白粥\n- 面 {15 minutes} | 手擀\n- 饼 {300 lines, ✅} | 葱油，脆");
  });

  it("keeps the sign between what stands before a link and behind it", () => {
    const map = "- Lies [[Hefe]] — und verstehe sie\n- Lies [[Mehl]], dann weiter\n- Gesehen [[Salz]] im Mai\n";
    expect(drawn(map, "Hefe Mehl Salz")).toBe(
      "- Hefe | Lies — und verstehe sie\n- Mehl | Lies, dann weiter\n- Salz | Gesehen im Mai",
    );
  });

  it("ends with its line in a paragraph", () => {
    const map = "[[Глина]] — мягкая\nГлава вторая\n[[Песок]]\nслова и [[Камень]] в них\n";
    expect(drawn(map, "Глина Песок Камень")).toBe("- Глина | мягкая\n- Песок\nunused (prose) [[Камень]]");
  });

  it("says nothing with pictures, links without words, or a backslash at a line's end", () => {
    const map =
      "- ![[그림.png]] [[흙]] ![](https://example.org/b.svg) 붉은 [](https://example.org)\n- [[물]]\\\n  맑은\n";
    expect(drawn(map, "흙 물")).toBe("- 흙 | 붉은\n- 물 | 맑은\nunused (media) ![[그림.png]]");
  });

  it("says nothing with words and signs that only join links", () => {
    const map = "- [[水]] または [[油]] › [[塩]]\n- [[Agua]] o [[Sal]] y [[Pan]] > [[Miel]]\n▸ [[Fin]]\n";
    expect(drawn(map, "水 油 塩 Agua Sal Pan Miel Fin").replace(/\n/g, " ")).toBe(
      "- 水 - 油 - 塩 - Agua - Sal - Pan - Miel - Fin",
    );
  });

  it("loses the full stop behind the link, and separators behind brackets", () => {
    const map =
      "- [[Bread]]. Needs time.\n- [[C++]] (old)/ [[Rust]]（新）+ [[Go]] and C++\n- [[Salt]]...\n- [[茶]]。热的\n";
    expect(drawn(map, "Bread C++ Rust Go Salt 茶")).toBe(
      "- Bread | Needs time.\n- C++ | (old)\n- Rust | （新）\n- Go | and C++\n- Salt\n- 茶 | 热的",
    );
  });
});
