// The surroundings of entries in other authors' maps: properties of the note, notices, footnotes, dates of cards.
import { describe, expect, it } from "vitest";
import { readMap, sketch } from "../read-map";

const notes = ["A.md", "B.md", "C.md", "Garten MOC.md"];
const draw = (...all: string[]): string => sketch(readMap(all.join("\n"), notes, "Beet MOC.md"));
const meant = (...all: string[]): string => ["Beet MOC", ...all].join("\n  ");

describe("a property of a map written as a line", () => {
  it.each([
    "Area: [[A]]",
    "**Thema:** [[A]]",
    "Main MOC: [[A]]",
    "Matière : [[A]]",
    "*Tema*: [[A]]",
    "Предмет: [[A]]",
    "Nota padre: [[A]]",
    "area:: [[A]]",
  ])("leads up at its head: %s", (line) => {
    expect(draw("Created: 2024-05-01", line, "", "## Erde", "- [[B]]")).toBe(meant("up A", "## Erde", "  - B"));
  });

  it("is any beside a line of tags, above the title or at the end", () => {
    const fields = ["tags: #tee", "Siehe: [[A]], [[Beet MOC]]"];
    const jump = "unused (jump) [[Beet MOC]]";
    expect(draw(...fields, "# Beet", "- [[B]]")).toBe("Beet\n  related A\n  - B\n  " + jump);
    expect(draw("## Erde", "- [[B]]", "", "---", "Referenzen: [[A]]", "Tags: #tee")).toBe(
      meant("## Erde", "  related A", "  - B"),
    );
  });

  it.each([
    ["- **Área:** [[A]]", "- **Estado:** en curso"],
    ["* Erstellt: 2024-05-01", "* Bereich: [[A]]"],
    ["- status:: open", "- Category: [[A]]", "- Week 1: words"],
  ])("may be an item of a list of them: %s", (...items) => {
    expect(draw(...items, "", "## Erde", "- [[B]]")).toBe(meant("up A", "## Erde", "  - B"));
  });

  it("is an entry's label anywhere else", () => {
    expect(draw("## Erde", "- Tema: [[A]]", "", "Area: [[B]]")).toBe(meant("## Erde", "  - Tema: A", "  - Area: B"));
    expect(draw("Kochen: [[A]]", "", "- Area: [[B]]")).toBe(meant("- Kochen: A", "- Area: B"));
    expect(draw("- Course: [[A]]", "- Topic: [[B]]")).toBe(meant("- Course: A", "- Topic: B"));
    expect(draw("- Course: [[A]]", "- Rest")).toBe(meant("- Course: A"));
  });
});

describe("an inline field with a link", () => {
  it.each(["- [[A]] (autor:: [[B]])", "- [[A]] [area:: [[B]]]", "- [[A]]\n  - fuente:: [[B]]"])(
    "says something of the entry before it: %s",
    (text) => expect(draw(text)).toMatch(/^ {2}- A \{mentions 1\}[^\n]*$/m),
  );
});

describe("a bold line above a list", () => {
  it.each([
    "**Hinweis: noch ein Entwurf**",
    "==NOTE: most of them are only begun==",
    "**Важно! Не для начинающих**",
    "**90 minutes · 40 % of all marks · bring a pen and paper · each part is compulsory**",
  ])("is no label where it is a notice: %s", (line) => {
    expect(draw("## Erde", line, "- [[A]]")).toBe(meant("## Erde", "  - A"));
  });

  it("is one with words in brackets, however long these are", () => {
    const label = "**Bases de datos (SQL, modelos, transacciones, índices, vistas, copias, réplicas)**";
    expect(draw("## Erde", label, "- [[A]]")).toContain("- Bases de datos (SQL");
    expect(draw("## Erde", `- ${label.replace("SQL", "SQL, claves, reglas")}`, "  - [[A]]")).toContain(
      "- Bases de datos: A",
    );
  });
});

describe("a footnote in its place", () => {
  it.each([
    "- [[A]]^[so sagt [[B]]] – Worte",
    "- [[A]] – Worte^[voir [ici](https://example.org)]",
    "- [[A]] — Worte ^[sin enlace]",
  ])("is no part of what is said: %s", (text) => expect(draw(text)).toContain("- A | Worte"));

  it("is none in code", () => expect(draw("- [[A]] `^[x]` Worte")).toContain("- A | `^[x]` Worte"));
});

it("a link that is written twice is one, also where its address is none", () => {
  expect(draw("[[A]] [A](sub/A b (c).md)", "[[B]] [see](https://example.org/x.md)")).toBe(
    meant("- A", "- B", "- see {web}"),
  );
});

it("a column of areas or of related notes mentions them", () => {
  const rows = ["| Nota | Área | Related |", "|---|---|---|", "| [[A]] | [[B]] | [[C]] |"];
  expect(draw(...rows)).toBe(meant("- A {mentions 2}"));
});

it("the dates on a board of cards are left out", () => {
  expect(draw("## Todo", "- [ ] [[A]] @{2024-05-01} @@{12:00}", "- [ ] Säen @{2024-06-01}")).toBe(
    meant("## Todo", "  - A {[ ]}", "  ~ Säen"),
  );
});

it("a chapter of connections to other maps is no study", () => {
  expect(draw("## Erde", "- [[A]]", "## Conexiones", "- [[Garten MOC]]")).toBe(
    meant("related Garten MOC", "## Erde", "  - A"),
  );
});

describe("a figure beside a star", () => {
  it.each([
    ["- [[A]] ⭐ 4/5", "- A {4/5}"],
    ["- [[A]] — ⭐️ 4,5/5, gut", "- A {4.5/5} | gut"],
    ["- [[A]] (8/10 ★) mots", "- A {8/10} | mots"],
    ["- 🌟5/5 [[A]]", "- A {5/5}"],
    ["| Libro | Rating |\n|---|---|\n| [[A]] | ⭐ 3/5 |", "- A {3/5}"],
  ])("is a rating: %s", (text, drawing) => expect(draw(text)).toContain(drawing));

  it.each(["- [[A]] ⭐ 4.7/5 (1,308)", "- [[A]] — part 3/5", "- [[A]] 12/5 ⭐ done"])("is none: %s", (text) =>
    expect(draw(text)).not.toMatch(/\{[\d.]+\/5/),
  );
});

it("a sign that adds to a status goes with it", () => {
  expect(draw("- [[A]] ✔️➕", "- [[B]] 🟢➖ Worte")).toBe(meant("- A {✔️➕}", "- B {🟢➖} | Worte"));
});

it("a line of links may be set in by codes of HTML", () => {
  expect(draw("## Erde", "&nbsp;&nbsp;[[A]]", "&emsp;[[B]] – Worte", "<br>[[C]]")).toMatch(
    /- A\n {4}- B \| Worte\n {4}- C$/,
  );
});
