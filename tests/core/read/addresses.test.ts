// The name of an address that has no words of its own, or only `pdf`.
import { describe, expect, it } from "vitest";
import { readMap, sketch } from "../read-map";

const lines = (...all: string[]): string => all.join("\n");
const draw = (...all: string[]): string => sketch(readMap(lines(...all), ["A.md", "pdf.md"]));

describe("a title before an address", () => {
  it.each([
    ["- Кувшин из глины — https://example.org/k", "Кувшин из глины {web}"],
    ["- 拉坯入门：https://example.org/k，300行", "拉坯入门 {web, 300 lines}"],
    ["1. **Der Ton**: <https://example.org/k> (20 min)", "Der Ton {web, 20 minutes}"],
    ["- 도자기 [링크](https://example.org/k)", "도자기 {web}"],
    ["- Alfarería ★★★ [PDF](https://example.org/k) breve", "Alfarería {web, 3/5} | breve"],
  ])("is its title: %s", (line, entry) => {
    expect(draw(line)).toBe(lines("Map MOC", `  - ${entry}`));
  });

  it("is none where only signs stand before it", () => {
    expect(draw("- 🔗 https://example.org/k")).toContain("https://example.org/k {web}");
  });
});

describe("a numbered reference", () => {
  it("is an entry by its title, with the stars behind it", () => {
    expect(
      draw(
        '**[1]** Ann, Bo. "**On clay**." A journal. (2015). [[pdf]](https://example.org/1) **(read first)** :star::star::star:',
        "",
        "[2] Cem, D. **Wheels and hands**. (2016). [[pdf]](https://example.org/2)",
      ),
    ).toContain("On clay {web, 3/5}");
    expect(draw("[2] Cem, D. **Wheels and hands**. (2016). [[html]](https://example.org/2)")).toBe(
      lines("Map MOC", "  - Wheels and hands {web}"),
    );
  });

  it("leaves a note called so alone", () => {
    expect(draw("- [[pdf]] (https://example.org/1)")).toContain("- pdf");
  });
});

describe("an address in an item within an item", () => {
  it.each(["- > - [Oven](https://example.org/1)", "- [ ] > - [[Oven]](https://example.org/1)"])(
    "has one place: %s",
    (line) => {
      expect(draw(line).match(/\{web/g)).toHaveLength(1);
    },
  );
});
