// The structure that other authors give their maps: rows with numbers, labels above bare lines, groups by a sentence,
// links to other forms of a thing, pictures that lead somewhere.
import { describe, expect, it } from "vitest";
import { drawn, readMap, sketch } from "../read-map";

const lines = (...all: string[]): string => all.join("\n");
const read = (...all: string[]): string => drawn(lines(...all), "A B C D 01-Der-Teig Garten-MOC ordner/eins tief/_MOC");

describe("the label of a table's row", () => {
  it("may stand behind its number", () => {
    expect(
      read(
        "| Nr | Woche | Notiz | Stand |",
        "|---|---|---|---|",
        "| 1 | Aufgang | [[A]] / [[B]] | ✅ |",
        "| 2.1 | Backen | [[C]] | ⬜ |",
        "| 2026-05-01 | Ruhe | [[D]] | |",
      ),
    ).toBe(lines("- Aufgang: A {✅}", "- Aufgang: B", "- Backen: C {⬜}", "- Ruhe: D | 2026-05-01"));
  });

  it("names a link that says the same words but for its number", () => {
    expect(read("| # | Kapitel | Notiz |", "|---|---|---|", "| 1 | Der Teig | [[01-Der-Teig]] |")).toBe(
      "- Der Teig: Der Teig",
    );
    expect(read("| 步驟 | 項目 | 筆記 |", "|---|---|---|", "| 1 | 準備 | [[準備]] |")).toBe("- 準備: 準備 {missing}");
  });

  it("does not stand behind its link", () => {
    expect(read("| # | Notiz | Was |", "|---|---|---|", "| 1 | [[A]] | Mehl |")).toBe("- A | Mehl");
  });

  it("is no year", () => expect(read("| 2017 | [[A]] |", "|---|---|")).toBe("- A | 2017"));
});

describe("a label above bare lines of links", () => {
  it("labels those up to the next line without a link", () => {
    expect(read("## M", "**Module:**", "[[A]]", "[[B]] – mots", "Autres :", "[[C]]")).toBe(
      lines("## M", "  - Module: A", "  - Module: B | mots", "  - Autres: C"),
    );
  });

  it("may be a paragraph of its own", () => {
    expect(read("## M", "**Módulos**", "", "[[A]]", "[[B]]", "", "[[C]]")).toBe(
      lines("## M", "  - Módulos: A", "  - Módulos: B", "  - C"),
    );
  });

  it("is no sentence", () => {
    expect(read("## M", "Deux notes sur le pain.", "[[A]]")).toBe(lines("## M", "  - A"));
  });
});

describe("a lone link directly above a list", () => {
  it("labels the list", () => {
    expect(read("## M", "[[A]]", "- [[B]]", "- [[C]]", "", "**[Web](https://example.org/w)**", "", "- [[D]]")).toBe(
      lines("## M", "  - A", "  - A: B", "  - A: C", "  - Web {web}", "  - Web: D"),
    );
  });

  it("labels none with words beside it, beside others, or above everything", () => {
    expect(read("## M", "[[A]] – mots", "- [[B]]")).toBe(lines("## M", "  - A | mots", "  - B"));
    expect(read("## M", "[[A]]", "[[B]]", "- [[C]]")).toBe(lines("## M", "  - A", "  - B", "  - C"));
    expect(read("[[A]]", "", "- [[B]]")).toBe(lines("- A", "- B"));
  });
});

describe("an item with items below it", () => {
  const long =
    "En esta parte se trata de la masa madre, de la harina, del agua " +
    "y del tiempo que todo eso necesita para crecer bien";

  it("names no group by a sentence", () => {
    expect(read("## M", `- ${long}.`, "  - [[A]]", "  - [[B]]")).toBe(lines("## M", "  - A", "  - B"));
    expect(read("## M", "- [[D]]", `  - ${long}.`, "    - [[A]]")).toBe(
      lines("## M", "  - D", `    . ${long}.`, "    - A"),
    );
  });

  it("names one by the bold words before a sentence", () => {
    expect(read("## M", `- **Acción:** ${long}`, "  - *Harina:*", "    - [[A]]")).toBe(
      lines("## M", "  - Acción › Harina: A"),
    );
  });
});

describe("a link that only says what kind of thing it leads to", () => {
  const web = (words: string, number: number): string => `[${words}](https://example.org/${number})`;

  it("is another form of the one before it", () => {
    expect(read(`- [[A]] ${web("link", 1)} ${web("pdf", 2)} – mots`)).toBe("- A {mentions 2} | mots");
    expect(read(`- ${web("Curso", 1)} (${web("video", 2)}, ${web("slides", 3)})`)).toBe("- Curso {web, mentions 2}");
    expect(read(`- [[A]] | ${web("コード", 1)} | ${web("论文", 2)}`)).toBe("- A {mentions 2}");
  });

  it("is a thing of its own at the beginning, and where words stand between", () => {
    expect(read(`- ${web("Video", 1)}`)).toBe("- Video {web}");
    expect(read(`- [[A]] und dazu ${web("video", 1)}`)).toBe("- A | und dazu\n- video {web}");
  });
});

describe("a column of what else there is", () => {
  it.each(["Prerequisites", "Discussion", "前置知识", "Voraussetzungen", "Requisitos", "Forum"])(
    "holds mentions: %s",
    (header) => {
      expect(read(`| Kurs | ${header} |`, "|---|---|", "| [[A]] | [[B]], [chat](https://example.org/c) |")).toBe(
        "- A {mentions 2}",
      );
    },
  );
});

describe("a link whose words are a picture", () => {
  it("is called by the picture's words, else by its address", () => {
    expect(read("[![Erste Stunde](b.png)](https://example.org/v)", "", "- [![](c.png)](https://example.org/w)")).toBe(
      lines(
        "- Erste Stunde {web}",
        "- https://example.org/w {web}",
        "unused (media) ![Erste Stunde](b.png)",
        "unused (media) ![](c.png)",
      ),
    );
  });

  it("is no word of a heading", () => {
    expect(
      sketch(readMap("# Kurse [![Plakette](https://example.org/p.svg)](https://example.org/a)\n\n- [[A]]", ["A.md"])),
    ).toContain("Kurse\n");
  });
});

it("a heading's link to a folder is neither an entry nor missing", () => {
  expect(read("## [Eins](ordner/)", "- [[A]]", "## [[tief|Zwei]]", "- [[B]]")).toBe(
    lines(
      "## Eins",
      "  - A",
      "## Zwei",
      "  - B",
      "unused (elsewhere) [Eins](ordner/)",
      "unused (elsewhere) [[tief|Zwei]]",
    ),
  );
});

describe("words before a link that lead back or on", () => {
  it.each([
    "Back to [[Garten-MOC]]",
    "- Back to [[Garten-MOC]]",
    "Return to the [[Garten-MOC]]",
    "Voltar pro [[Garten-MOC]]",
    "Zurück zum [[Garten-MOC]]",
    "Volver al [[Garten-MOC]]",
    "Retour au [[Garten-MOC]]",
    "Назад к [[Garten-MOC]]",
    "返回 [[Garten-MOC]]",
  ])("are a relation: %s", (line) => {
    expect(read(line, "", "## Eins", "- [[A]]")).toBe(lines("up Garten-MOC", "## Eins", "  - A"));
  });

  it.each([
    "Next module",
    "Próximo módulo",
    "Capítulo siguiente",
    "Nächste Lektion",
    "Следующий урок",
    "Leçon suivante",
  ])("may name what comes next: %s", (words) =>
    expect(read(`${words}: [[A]]`, "", "## Eins", "- [[B]]")).toBe(lines("next A", "## Eins", "  - B")),
  );

  it("stand for each link of a line", () => {
    expect(read("Voltar pro [[Garten-MOC]] · Próximo módulo: [[A]]", "", "## Um", "- [[B]]")).toBe(
      lines("up Garten-MOC", "next A", "## Um", "  - B"),
    );
  });

  it.each(["- Back to basics: [[A]]", "- Next generation: [[A]]", "- Home baking with [[A]]"])(
    "are words where they say more: %s",
    (line) => expect(read(line)).toMatch(/^- .*A/),
  );
});

it("an arrow before a paragraph of a section points to what is to be read there", () => {
  expect(read("## Bilder", "→ **[[A|Zeichnungen]]** — die drei Säulen")).toBe(
    lines("## Bilder", "  - Zeichnungen | die drei Säulen"),
  );
  expect(read("→ [[A]]", "", "## Eins", "- [[B]]")).toBe(lines("next A", "## Eins", "  - B"));
});

it("a chapter of related maps may say so in the plural", () => {
  expect(read("## 🔗 Related MOCs", "- [[Garten-MOC]]", "## Eins", "- [[A]]")).toContain("related Garten-MOC");
});

it.each(["决策状态", "學習狀態", "Reading status", "Lesestatus", "진행 상태"])(
  "a column %s holds a status",
  (header) => {
    expect(read(`| N | ${header} |`, "|---|---|", "| [[A]] | fertig |")).toBe("- A {fertig}");
  },
);

it("the marks of columns are no topics", () => {
  expect(read("## M", "- [[A]]", "- ", "--- column-break ---", "", "- [[B]]")).toBe(lines("## M", "  - A", "  - B"));
});

it("a link that ends in a slash leads to a folder, though there is none", () => {
  expect(read("- [[wochen/]]", "- [[A]]")).toBe(lines("- A", "unused (elsewhere) [[wochen/]]"));
});

it("a number in bold before a row's words is no topic", () => {
  expect(read("## M", "| Teil | Notiz |", "|---|---|", "| **II** Fragen | |", "| **Hefe** | |", "| x | [[A]] |")).toBe(
    lines("## M", "  - x: A", "  ~ Hefe"),
  );
});
