// A number behind a task's box, which the cache has as an item in an item.
import { describe, expect, it } from "vitest";
import { drawn } from "../read-map";

describe("a number behind the bullet of a task", () => {
  it("leaves the task its mark", () => {
    const map = "## Pan\n- [x] 1. [[Amasar]] — despacio\n- [ ] 2. [[Hornear]]\n";
    expect(drawn(map, "Amasar Hornear")).toBe("## Pan\n  - Amasar {[x]} | despacio\n  - Hornear {[ ]}");
  });

  it("leaves what is nested below it there", () => {
    const map = "- [/] 1) [[Löten]]\n    - zuerst kalt\n    - [ ] [[Zinn]]\n";
    expect(drawn(map, "Löten Zinn")).toBe("- Löten {[/]}\n  . zuerst kalt\n  - Zinn {[ ]}");
  });

  it("may stand before the box, or the box be that of a second bullet", () => {
    expect(drawn("- 1. [x] [[糊]]\n* - [-] [[釉]]\n- + [[土]]\n", "糊 釉 土")).toBe("- 糊 {[x]}\n- 釉 {[-]}\n- 土");
  });

  it("is no part of a topic's or a group's name", () => {
    const map = "## Дом\n- [ ] 1. Разметка\n- [x] 2. Пилы\n    - [[Ножовка]]\n";
    expect(drawn(map, "Ножовка")).toBe("## Дом\n  - Пилы: Ножовка\n  ~ Разметка");
  });

  it("is read so in a callout, with lines that go on and dates of Tasks", () => {
    const map = "> [!todo]\n> - [x] 1. [[물]] ✅ 2026-02-03\n>   — 먼저\n> - [ ] 2. [[빛]]\n";
    expect(drawn(map, "물 빛")).toBe("- 물 {[x]} | 먼저\n- 빛 {[ ]}");
  });
});
