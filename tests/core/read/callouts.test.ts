// Callouts and quotes: lines that begin with a link are entries,
// titles and bold lines label them, other links are relations.
import { describe, expect, it } from "vitest";
import { drawn } from "../read-map";

describe("a callout", () => {
  it("holds entries in lines that begin with a link, under its title", () => {
    const map = "> [!tip] Lecturas ⭐\n> [[Ajo]] — crudo\n> **[[Col]]**, [[Haba]]\n> palabras y [[Sal]]\n";
    expect(drawn(map, "Ajo Col Haba Sal")).toBe(
      "related Sal\n- Lecturas: Ajo | crudo\n- Lecturas: Col\n- Lecturas: Haba",
    );
  });

  it("holds cards, each with its picture", () => {
    const map =
      "> [!cards|2]\n> **[[Holz]]**\n> ![[h.png]]\n>\n> **[Eisen](https://example.org/e)**\n> ![](https://example.org/e.png)\n";
    expect(drawn(map, "Holz")).toBe("- Holz\n- Eisen {web}\nunused (media) ![[h.png]]");
  });

  it("has labels in it, above lists and lines and before links", () => {
    const map =
      "> [!abstract]- 春\n>\n> **种：**\n> - [[豆]]\n>   - [[苗]]\n>\n> **收**（两周）\n> [[麦]]\n>\n> 工具：[[锄]] / [[镰]]\n";
    expect(drawn(map, "豆 苗 麦 锄 镰")).toBe(
      "- 春 › 种: 豆\n  - 苗\n- 春 › 收: 麦\n- 春 › 收 › 工具: 锄\n- 春 › 收 › 工具: 镰",
    );
  });

  it("within a callout keeps both titles", () => {
    const map =
      "> [!multi] 정원\n>> [!note] 왼쪽\n>> [[마늘]]\n>\n>> [!note] 오른쪽\n>> - [x] [[콩]]\n>\n> - [ ] [[물]]\n";
    expect(drawn(map, "마늘 콩 물")).toBe("- 정원 › 왼쪽: 마늘\n- 정원 › 오른쪽: 콩 {[x]}\n- 정원: 물 {[ ]}");
  });

  it("states relations where a line or its title does, to notes alone", () => {
    const map =
      "## Часть\n\n> [!info] Related\n> [[Лес]] · [[Поле]]\n> [[Карта.pdf]]\n\n> [!note]\n> Previous: [[Луг]], [[План.pdf]]\n> слова о [[Схема.pdf]] и [[Река]]\n";
    expect(drawn(map, "Лес Поле Луг Река Карта.pdf План.pdf Схема.pdf")).toContain("related Лес\n  related Поле\n");
    expect(drawn(map, "Лес Поле Луг Река Карта.pdf План.pdf Схема.pdf")).not.toContain("related Карта");
    expect(drawn(map, "Лес Поле Луг Река Карта.pdf План.pdf Схема.pdf")).not.toContain("related Схема");
  });
});

describe("a quote", () => {
  it("below a heading holds entries in lines that begin with a link", () => {
    expect(drawn("## 章\n\n> [[火]] — 強火\n> 詳しくは [[水]] へ\n", "火 水")).toBe(
      "## 章\n  related 水\n  - 火 | 強火",
    );
  });

  it("before the first heading only says where else to go", () => {
    expect(drawn("> [[Brot]] und [[Korn]]\n\n## Eins\n- [[Mehl]]\n", "Brot Korn Mehl")).toBe(
      "related Brot\nrelated Korn\n## Eins\n  - Mehl",
    );
  });
});
