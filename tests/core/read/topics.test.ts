// Short words without a link: those that name something to study are topics, all else is prose.
import { describe, expect, it } from "vitest";
import { drawn } from "../read-map";

/** The topics among list items of a chapter. */
function topicsOf(...items: readonly string[]): readonly string[] {
  const map = `## One\n\n${items.map((item) => `- ${item}`).join("\n")}\n`;
  return [...drawn(map).matchAll(/~ (.*)/g)].map(([, title = ""]) => title);
}

describe("a bullet without a link", () => {
  it("is a topic by its name, without the signs and dates of Tasks", () => {
    expect(
      topicsOf(
        "[x] Integrales ✅ 2026-01-04",
        "[ ] Límites 🔁 every week 📅 2026-02-01",
        "[ ] Series ⏫",
        "Grenzwerte ⏳",
      ),
    ).toEqual(["Integrales", "Límites", "Series", "Grenzwerte"]);
  });

  it("is no topic where it is advice", () => {
    expect(
      topicsOf("先读这章，再做题", "Tipp: nicht zu heiß", "砂糖を加え、混ぜる", "Сначала полей, потом рыхли"),
    ).toEqual([]);
    expect(topicsOf("Do not skip this part.", "물을 먼저 끓여요!", "Stand: 2026")).toEqual([]);
  });

  it("is no topic where it is a figure or a value alone", () => {
    expect(topicsOf("2.044", "84 %", "3-4", "40 min", "★★★", "(1)", "300行")).toEqual([]);
  });

  it("is a topic with brackets, figures and signs in its name", () => {
    const names = [
      "Verb (Perfekt, Futur)",
      "数学（代数、概率）",
      "3D",
      "C++ 20",
      "Python 3.12",
      "A/B",
      "何ですか?",
      "C#",
      "Dr. Ho",
    ];
    expect(topicsOf(...names)).toEqual(names);
  });

  it("keeps no field of Dataview in its name, and is none where it is a label without anything below", () => {
    expect(topicsOf("Суп [due:: 2026-03-01]", "Салат (mins:: 5)", "Десерты:")).toEqual(["Суп", "Салат"]);
  });
});

describe("a row of a table without a link", () => {
  const table = (...rows: readonly string[]): string =>
    `## One\n\n| a | b |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;

  it("names topics in bold beside rows with links", () => {
    expect(drawn(table("[[Brot]] | 1", "**Brezel** | bald"), "Brot")).toBe("## One\n  - Brot | 1\n  ~ Brezel");
  });

  it("names none in code, and one with an underscore in it", () => {
    expect(drawn(table("[[Brot]] | 1", "`**fett**` | bald", "**ring_attn** | bald"), "Brot")).toBe(
      "## One\n  - Brot | 1\n  ~ ring_attn",
    );
  });

  it("names none in a table without any link", () => {
    expect(drawn(table("**米** | 二杯", "**豆** | 一杯"))).toBe("## One");
  });

  it("names none with a sum", () => {
    const sums = ["Total", "合计", "Summe", "ИТОГО:", "합계", "Suma", "合計"];
    expect(drawn(table("[[Pan]] | 1", ...sums.map((sum) => `**${sum}** | **12**`)), "Pan")).toBe("## One\n  - Pan | 1");
  });
});
