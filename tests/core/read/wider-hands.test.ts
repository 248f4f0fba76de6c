// Maps by authors of other languages and tools, each with the drawing of what it means.
import { describe, expect, it } from "vitest";
import { drawn } from "../read-map";

const read = (text: string): string => drawn(text, "A B C One-MOC Two-MOC Book-MOC");
const lines = (...all: string[]): string => all.join("\n");

describe("bold words before links", () => {
  it.each([
    ["**Boden** — [[A]], [[B]]", "- Boden: A\n- Boden: B"],
    ["**Boden** [[A]]", "- Boden: A"],
    ["- **Boden** [[A]] · [[B]]", "- Boden: A\n- Boden: B"],
    ["- 🌱 **Boden** – [[A]] for all", "- 🌱 Boden: A | for all"],
    ["> [!info] Start\n> **Boden** [[A]]", "- Start › Boden: A"],
    ["> [!map] Karte\n> ## Norden\n> - [[A]]\n> ## Süden\n> - [[B]]", "- Karte › Norden: A\n- Karte › Süden: B"],
    ["> [!map]+ ### Karte\n> - [[A]]", "- Karte: A"],
  ])("label them: %s", (text, drawing) => expect(read(text)).toBe(drawing));

  it.each([
    ["**Boden** [[A]] is what grows.", "unused (prose) [[A]]"],
    ["**What grows here?** [[A]]", "unused (prose) [[A]]"],
    ["- **Boden** [[A]] is good", "- A | **Boden** is good"],
  ])("are words of a sentence: %s", (text, drawing) => expect(read(text)).toBe(drawing));
});

describe("words that point", () => {
  it.each([
    "- [[A]] (siehe [[B]])",
    "- [[A]], vgl. [[B]]",
    "- [[A]] — voir [[B]]",
    "- [[A]] (véase [[B]])",
    "- [[A]] (ver también [[B]])",
    "- [[A]] — см. [[B]]",
    "- [[A]] – zob. [[B]]",
    "- [[A]] — 參見 [[B]]",
    "- [[A]]（参照：[[B]]）",
  ])("mention what they point to: %s", (text) => expect(read(text)).toMatch(/^- A \{mentions 1\}/));

  it.each(["- [[A]] 意見 [[B]]", "- [[A]] — forever [[B]]", "- [[A]] laver [[B]]"])("are other words: %s", (text) =>
    expect(read(text)).toMatch(/\n- B$/),
  );

  it("name nothing before a link", () => expect(read("See: [[A]]\n\n- 詳見：[[B]]")).toBe("- A\n- B"));

  it("end a heading's title", () => expect(read("## Öfen, siehe [[A]]\n- [[B]]")).toBe("## Öfen\n  related A\n  - B"));

  it.each(["See also [[A]]", "Siehe auch [[A]]", "参见 [[A]]"])("relate: %s", (text) =>
    expect(read(`- ${text}`)).toBe("related A"),
  );
});

describe("links to the maps around", () => {
  it("stand on both sides of the way up", () => {
    expect(read("## X\n- [[A]]\n\n[[One-MOC|← Eins]] | [[Book-MOC]] | [[Two-MOC|Zwei →]]")).toBe(
      lines("up Book-MOC", "next Zwei →", "## X", "  prerequisite One-MOC", "  - A"),
    );
  });

  it("say their way above the title, too", () => {
    expect(read("[[One-MOC|⬅ Zurück]] | [[Two-MOC|Weiter ➡]]\n# Karte\n- [[A]]")).toBe(
      lines("up One-MOC", "next Two-MOC", "- A"),
    );
  });
});

describe("a value", () => {
  it.each([
    ["- [[A]] — words\n  300 lines", "- A {300 lines} | words"],
    ["- [[A]] words\n  Length: 300 lines\n  more", "- A {300 lines} | words more"],
    ["- [[A]]\n  rating:: 4\n  status:: draft", "- A {4/5, draft}"],
    ["- [[A]] takes\n  about 20 minutes, then go", "- A | takes about 20 minutes, then go"],
    ["- [[A]]\n  Status: [[B]]", "- A | Status\n- B"],
  ])("may fill a line of its own: %s", (text, drawing) => expect(read(text)).toBe(drawing));

  it.each([
    ["- [[A]]（难度：★★★）", "- A {3/5 难度}"],
    ["- [[A]] — Schwierigkeit: ★★☆, gut", "- A {2/3 Schwierigkeit} | gut"],
    ["- [[A]]\n  - 难度：★★★", "- A {3/5 难度}"],
    ["- [[A]] 推荐度：★★★★", "- A {4/5}"],
    ["- [[A]] ★ ★ ★ ☆ ☆", "- A {3/5}"],
  ])("of stars may be named: %s", (text, drawing) => expect(read(text)).toBe(drawing));

  it.each([
    ["- [[A]] (90 Minuten Lesezeit)", "- A {90 minutes}"],
    ["- [[A]] (30 min de lecture)", "- A {30 minutes}"],
    ["- [[A]]（読了時間：10分）", "- A {10 minutes}"],
    ["- [[A]]\n  - 📄 12 pages", "- A {12 pages}"],
  ])("of time or pages: %s", (text, drawing) => expect(read(text)).toBe(drawing));
});

describe("a table", () => {
  it("names what is still to be written where other rows have their links", () => {
    const table = "| Note | Level |\n|---|---|\n| [[A]] | 1 |\n| Kiln | 2 |\n| [[B]] | 3 |\n| Total | 6 |\n| TBD | 7 |";
    expect(read(`## X\n${table}`)).toBe(lines("## X", "  - A | 1", "  - B | 3", "  ~ Kiln"));
  });

  it("is not named by its dates", () => {
    expect(read("| Week | Date | Topic | Note |\n|---|---|---|---|\n| 1 | Sep 3 | Clay | [[A]] |")).toBe(
      "- Clay: A | Sep 3",
    );
  });
});

describe("a lone link above a list", () => {
  it("labels it, but at the end of a run of such links", () => {
    expect(read("## X\n[[A]]\n\n- [[B]]")).toBe("## X\n  - A\n  - A: B");
    expect(read("## X\n[[A]]\n\n[[B]]\n\n- [[C]]")).toBe("## X\n  - A\n  - B\n  - C");
  });
});

describe("a line that ends in a colon", () => {
  it("labels what is below it unless it is a sentence", () => {
    expect(read("*Zuerst:*\n- [[A]]")).toBe("- Zuerst: A");
    expect(read("Wer hier neu ist, liest das zuerst:\n- [[A]]")).toBe("- A");
  });
});

describe("a picture without words", () => {
  it("is named by the words beside it", () => {
    const picture = "[![](https://example.org/1.jpg)](https://example.org/v)";
    expect(read(`- ${picture} Lesson two\n- Lesson three ${picture}`)).toBe("- Lesson two {web}\n- Lesson three {web}");
  });
});

describe("a topic", () => {
  it.each(["（待补充）", "等等", "usw.", "共 12 篇", "更新于 2024-01-02", "Kiln (deprecated)"])(
    "is none: %s",
    (words) => expect(read(`## X\n- [[A]]\n- ${words}`)).toBe("## X\n  - A"),
  );
});
