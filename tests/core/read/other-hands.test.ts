// The notations of other authors, in other languages and signs: a line or two of a map, and the drawing of what is
// read.
import { describe, expect, it } from "vitest";
import { drawn } from "../read-map";

const read = (text: string): readonly string[] => drawn(text, "A B C Up.md").split("\n");

describe("a length", () => {
  it.each([
    ["- [[A]] (1.400 Zeilen)", "1400 lines"],
    ["- [[A]] — 1 400 строк", "1400 lines"],
    ["- [[A]] (1.279 dòng)", "1279 lines"],
    ["- [[A]] (1,5 Std.)", "90 minutes"],
    ["- [[A]] — 1½ h", "90 minutes"],
    ["- [[A]] (1h30)", "90 minutes"],
    ["- [[A]] — etwa 20 Minuten", "20 minutes"],
    ["- [[A]] · 5-min read", "5 minutes"],
    ["- [[A]] (Lesezeit: 20 Min.)", "20 minutes"],
    ["- [[A]] [time:: 20 min]", "20 minutes"],
    ["- [[A]]（阅读时间：5分钟）", "5 minutes"],
    ["- [[A]] 20 phút", "20 minutes"],
    ["- [[A]]\n  - Durée : 1 h 30", "90 minutes"],
    ["- [[A]]\n  - Pages: 12", "12 pages"],
    ["| N | Zeit (min) |\n|---|---|\n| [[A]] | 20 |", "20 minutes"],
    ["| N | 用时（分钟） |\n|---|---|\n| [[A]] | 20 |", "20 minutes"],
    ["| N | 字数 |\n|---|---|\n| [[A]] | 3,000 |", "3000 chars"],
    ["| N | Seiten |\n|---|---|\n| [[A]] | 12 |", "12 pages"],
    ["| N | ⏱ |\n|---|---|\n| [[A]] | 20m |", "20 minutes"],
    ["| N | Dauer |\n|---|---|\n| [[A]] | 1:30 h |", "90 minutes"],
    ["| N | Dauer |\n|---|---|\n| [[A]] | 00:45:00 |", "45 minutes"],
  ])("is read: %s", (text, length) => expect(read(text)).toEqual([`- A {${length}}`]));

  it.each(["| N | Page |\n|---|---|\n| [[A]] | 12 |", "| N | Dauer |\n|---|---|\n| [[A]] | 12 |", "- [[A]] — 12"])(
    "is none without a unit: %s",
    (text) => expect(read(text)).toEqual(["- A | 12"]),
  );

  it("below a heading that is an entry may be a paragraph", () => {
    expect(read("## [[A]]\n**Time:** 40 min")).toEqual(["## A -> A.md", "  - A {40 minutes}"]);
  });
});

describe("a status", () => {
  it.each(["☑", "✔️", "🟩", "◐", "●●○", "❌"])("is the sign %s", (sign) => {
    expect(read(`- [[A]] ${sign}`)).toEqual([`- A {${sign}}`]);
  });

  it("may be a field of words", () => {
    expect(read("- [[A]]\n  - Status: draft")).toEqual(["- A {draft}"]);
  });

  it("is no lone circle, which is a bullet", () => expect(read("● [[A]]")).toEqual(["- A | ●"]));
});

describe("a topic", () => {
  const topics = (...lines: string[]): readonly string[] => read(["## T", "- [[A]]", ...lines].join("\n")).slice(2);

  it.each(["- 3 Tage", "- ca. 40 Minuten", "- 5 km", "- TBD", "- Coming soon", "- Hefe; Salz", "- 待补充"])(
    "is no figure, sum, list or word for what is to come: %s",
    (line) => expect(topics(line)).toEqual([]),
  );

  it.each(["Hefe 🆔 abc ⛔ def", "Hefe ✔ 2026-01-01", "Hefe #todo #food", "Hefe @2026-03-01", "Hefe ⭐"])(
    "is called without signs: %s",
    (line) => expect(topics(`- [ ] ${line}`)).toEqual(["  ~ Hefe"]),
  );

  it("in a table stands in the cell that names the row, which sums up nothing", () => {
    const rows = [
      "| **Hefe** | **never** |",
      "| Salz | **always** |",
      "| **Grand total** | 3 |",
      "| **총 시간** | 3 |",
    ];
    expect(read(["## T", "| N | x |", "|---|---|", "| [[A]] | y |", ...rows].join("\n"))).toEqual([
      "## T",
      "  - A | y",
      "  ~ Hefe",
    ]);
  });
});

describe("a label", () => {
  it.each(["==Ofen==", "***Ofen***", "<b>Ofen</b>", "🔥 **Ofen**"])("may be written %s", (label) => {
    expect(read(`${label}\n- [[A]]`)).toEqual(["- Ofen: A"]);
  });

  it("may stand directly below a list, in a callout too", () => {
    expect(read("**Ofen**\n- [[A]]\n**Brett**\n- [[B]]\nZum Schluss:\n- [[C]]")).toEqual([
      "- Ofen: A",
      "- Brett: B",
      "- Zum Schluss: C",
    ]);
    expect(read("> [!tip] Küche\n> **Ofen**\n> - [[A]]\n> **Brett**\n> - [[B]]")).toEqual([
      "- Küche › Ofen: A",
      "- Küche › Brett: B",
    ]);
  });

  it("of a group leaves out its stars and brackets", () => {
    expect(read("- **Ofen** ⭐ (3 Wochen)\n  - [[A]]")).toEqual(["- Ofen: A"]);
  });

  it("of a row names an address without a name", () => {
    const rows = "| T | L |\n|---|---|\n| Ofen | https://example.org/o |\n| Brett | [🔗](https://example.org/b) |";
    expect(read(rows)).toEqual(["- Ofen {web}", "- Brett {web}"]);
  });
});

describe("words around links", () => {
  it.each([
    ["- [[A]] **★★★ must**", "- A {3/5} | **must**"],
    ["- [[A]] ⭐ ⭐ ⭐", "- A {3/5}"],
    ["- Why [[A]]?", "- A | Why"],
    ["- [[A]][^1] words", "- A | words"],
    ["- Leg 👉 [[A]]", "- Leg: A"],
    ["- Leg ~> [[A]]", "- Leg: A"],
    ["- **Clay** [[pdf]](https://example.org/1) [[code]](https://example.org/2) ★★", "- Clay {web, 2/5, mentions 1}"],
  ])("are read: %s", (text, entry) => expect(read(text)).toEqual([entry]));

  it.each(["vs.", "then", "oder", "bzw.", "en", "och", "ve", "↔", "然后"])("may only join two: %s", (word) => {
    expect(read(`- [[A]] ${word} [[B]]`)).toEqual(["- A", "- B"]);
  });
});

describe("a heading", () => {
  it("of signs alone divides nothing, and tags in one are not shown", () => {
    expect(read("## One\n- [[A]]\n## ---\n- [[B]]\n## <b>Two</b>\n- [[C]]")).toEqual([
      "## One",
      "  - A",
      "  - B",
      "## Two",
      "  - C",
    ]);
  });
});

describe("a relation", () => {
  it.each([
    ["Voraussetzungen: [[A]]", "prerequisite A"],
    ["先修：[[A]]", "prerequisite A"],
    ["Siehe auch: [[A]]", "related A"],
    ["См. также: [[A]]", "related A"],
    ["関連：[[A]]", "related A"],
    ["Nästa: [[A]]", "next A"],
    ["Poprzedni: [[A]]", "prerequisite A"],
    ["⬅️ [[A]]", "prerequisite A"],
  ])("is named in many languages: %s", (line, relation) => {
    expect(read(`- ${line}\n\n## One\n- [[B]]`)).toEqual([relation, "## One", "  - B"]);
  });
});
