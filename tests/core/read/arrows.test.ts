// Arrows between words and links: a joiner behind a link, a label's end before it.
import { describe, expect, it } from "vitest";
import { drawn } from "../read-map";

describe("an arrow", () => {
  it("ends a label before the first link of a line", () => {
    expect(drawn("- Dolor de muelas → [[Clavo]]\n- **Tos** ➜ [[Miel]]\n", "Clavo Miel")).toBe(
      "- Dolor de muelas: Clavo\n- Tos: Miel",
    );
  });

  it("ends a label that several links share", () => {
    expect(drawn("- Rost -> [[Essig]], [[Zitrone]]\n", "Essig Zitrone")).toBe("- Rost: Essig\n- Rost: Zitrone");
  });

  it("joins a remark to its link", () => {
    const map = "- [[火]] → 強火で三分\n- [[水]] ⇒ 弱火, 蓋をする\n- [[油]] => 中火\n";
    expect(drawn(map, "火 水 油")).toBe("- 火 | 強火で三分\n- 水 | 弱火, 蓋をする\n- 油 | 中火");
  });

  it("stays within a remark, and leads on between links", () => {
    expect(drawn("- [[Почва]] — песок → глина\n- [[Семя]] → [[Росток]] → плод\n", "Почва Семя Росток")).toBe(
      "- Почва | песок → глина\n- Семя\n- Росток | плод",
    );
  });

  it("labels a line of a paragraph and the link of a table's cell", () => {
    expect(
      drawn("두통 → [[박하]]\n\n| 때 | 할 일 |\n|---|---|\n| 아침 | 물 → [[주전자\\|큰 주전자]] |\n", "박하 주전자"),
    ).toBe("- 두통: 박하\n- 아침 › 물: 큰 주전자");
  });

  it("at the beginning of a line says where it leads, as does one behind a word for that", () => {
    const map = "- → [[Brot]]\n- Related -> [[Mehl]]\n- 下一步 → [[Hefe]]\n- Wege → [[Salz]]\n";
    expect(drawn(map, "Brot Mehl Hefe Salz")).toBe("next Brot\nrelated Mehl\nnext Hefe\n- Wege: Salz");
  });
});
