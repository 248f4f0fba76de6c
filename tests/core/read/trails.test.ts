// The trail above a map's content, and paragraphs that do nothing but point to what is to be studied.
import { describe, expect, it } from "vitest";
import { readMap, sketch } from "../read-map";

const lines = (...all: string[]): string => all.join("\n");
const draw = (...all: string[]): string => sketch(readMap(lines(...all), ["A.md", "B.md", "Haus.md", "Garten MOC.md"]));

describe("a trail above the content", () => {
  it.each([
    "[[Haus]] > [[Garten MOC]] > Beete",
    "[[Haus]] › [[Garten MOC]]",
    "Haus hinten / [[Haus]] / [[Garten MOC]]",
    "*[[Haus]] » [[Garten MOC]] » Beete*",
    "<small>[[Haus]] \\ [[Garten MOC]]</small>",
    "> [[Haus]] / [[Garten MOC]] / Beete",
    "- 🏠 [[Haus]] > [[Garten MOC]]",
    "Breadcrumbs: [[Haus]] · [[Garten MOC]]",
    "当前位置：[[Haus]] > [[Garten MOC]] > 苗床",
  ])("leads up: %s", (trail) => {
    expect(draw(trail, "", "## Eins", "- [[A]]")).toBe(
      lines("Map MOC", "  up Haus", "  up Garten MOC", "  ## Eins", "    - A"),
    );
  });

  it("may stand above the title or below it, and before words", () => {
    const trail = "[Haus](Haus.md) / Beete";
    expect(draw(trail, "", "# Beete", "- [[A]]")).toBe(lines("Beete", "  up Haus", "  - A"));
    expect(draw("# Beete", trail, "Was hier wächst.", "", "- [[A]]")).toBe(lines("Beete", "  up Haus", "  - A"));
  });

  it("is related where it only lists other places above the title", () => {
    expect(draw("[[Haus]] | [[Garten MOC]]", "", "# Beete", "- [[A]]")).toBe(
      lines("Beete", "  related Haus", "  related Garten MOC", "  - A"),
    );
  });

  it.each([
    ["[[A]] / [[B]]", ""],
    ["[[A]] → [[B]]", ""],
    ["[[A]] → words", ""],
  ])("is none where nothing but study follows: %s", (line) => {
    expect(draw(line, "", "- [[Haus]]")).toMatch(/^ {2}- A/m);
  });

  it("is none below a heading, or beside other lines of links", () => {
    expect(draw("## Eins", "[[A]] / [[B]]")).toBe(lines("Map MOC", "  ## Eins", "    - A", "    - B"));
    expect(draw("[[A]] / [[B]]", "[[Haus]]", "", "## Eins")).toBe(
      lines("Map MOC", "  - A", "  - B", "  - Haus", "  ## Eins"),
    );
  });
});

describe("a section whose only links stand in sentences that point to them", () => {
  it.each([
    "→ See [A](A.md)",
    "See [[A]] for details.",
    "Stark muss er sein. Mehr in [[A]].",
    "→ 详见 [[A]]",
    "詳細は [[A]] を参照。",
    "**→ Смотри [[A]]**",
    "👉 Ver [[A]]",
    "(voir [[A]])",
  ])("has those as entries: %s", (sentence) => {
    expect(draw("## Eins", sentence)).toBe(lines("Map MOC", "  ## Eins", "    - A"));
  });

  it("has no summary of one that does nothing else", () => {
    const [section] = readMap(lines("## Eins", "→ See [[A]].")).chapters;
    expect(section?.summary).toBeNull();
    expect(readMap(lines("## Eins", "Words. See [[A]].")).chapters[0]?.summary).toBe("Words. See [[A]].");
  });

  it("has what sentences that begin so point to beside others, too", () => {
    expect(draw("## Eins", "- [[B]]", "", "See [[A]].")).toBe(lines("Map MOC", "  ## Eins", "    - B", "    - A"));
    expect(draw("## Eins", "Siehe [[A]] und [[B]] für alles Weitere.", "### Zwei", "- [[B]]")).toBe(
      lines("Map MOC", "  ## Eins", "    - A", "    - B", "    ### Zwei", "      - B"),
    );
    expect(draw("## Eins", "- [[B]]", "", "Voir aussi [[A]]")).toBe(
      lines("Map MOC", "  ## Eins", "    related A", "    - B"),
    );
  });

  it.each([
    "Tout ce que je lis en ce moment, et plus encore, se trouve ici => [[A]]",
    "Alles, was ich je über Brot geschrieben habe, auch das Dumme → [[A]].",
    "Мои заметки о море, о кораблях и обо всём, что с ними связано: 👉 [[A]]",
  ])("has what they end in an arrow to: %s", (sentence) => {
    expect(draw("## Eins", sentence, "", "- [[B]]")).toBe(lines("Map MOC", "  ## Eins", "    - A", "    - B"));
  });

  it("is none where others are listed in it or below it, or where the sentence says more", () => {
    const [entry, dropped] = ["    - B", "  unused (prose) [[A]]"];
    expect(draw("## Eins", "- [[B]]", "", "Words. See [[A]].")).toBe(lines("Map MOC", "  ## Eins", entry, dropped));
    expect(draw("See [[A]].", "", "## Eins", "- [[B]]")).toBe(lines("Map MOC", "  ## Eins", entry, dropped));
    expect(draw("## Eins", "Who has read all that is listed here goes on → [[A]] is the way.")).toBe(
      lines("Map MOC", "  ## Eins", dropped),
    );
    expect(draw("## Eins", "All of this is by [[A]].")).toBe(lines("Map MOC", "  ## Eins", dropped));
  });
});

describe("a table in a callout", () => {
  it("is read as one: rows, columns and labels", () => {
    const table = [
      "| Tag | Was | Zeilen | Status |",
      "|---|---|---|---|",
      "| Mo | [[A]] | 300 | ✅ |",
      "| Di | [[B]] | 40 | |",
    ];
    expect(draw(...["> [!info] Woche", "> > [!tip] Innen"].concat(table.map((row) => `> > ${row}`)))).toBe(
      lines("Map MOC", "  - Woche › Innen › Mo: A {300 lines, ✅}", "  - Woche › Innen › Di: B {40 lines}"),
    );
    expect(draw(...["> [!info] Related", ...table.map((row) => `> ${row}`)])).toBe(
      lines("Map MOC", "  related A", "  related B"),
    );
  });
});

describe("a list in a callout whose title is a relation", () => {
  it("is of that relation", () => {
    expect(draw("> [!info] 相关", "> - [[A]]", "> - [[Garten MOC]] words")).toBe(
      lines("Map MOC", "  related A", "  related Garten MOC"),
    );
  });
});
