// The signs and words beside a link, as many authors write them: numbers, joiners, counts of stars, signs of tasks.
import { describe, expect, it } from "vitest";
import { drawn } from "../read-map";

const read = (text: string): string => drawn(text, "A B C D Haus.MOC Haus/Haus Garten");

describe("a number before a link", () => {
  it.each([
    "- 11.02 [[A]]",
    "- 11.02 - [[A]]",
    "- **03** [[A]]",
    "- `1.4` [[A]]",
    "- 1.2.3: [[A]]",
    "- ① [[A]]",
    "- 2️⃣ [[A]]",
    "- (4) [[A]]",
    "- a) [[A]]",
    "- iv. [[A]]",
    "- 【3】[[A]]",
    "**01** [[A]]",
    "12.03 [[A]]",
    "| 1.3.2 | [[A]] |\n|---|---|",
  ])("only counts: %s", (text) => expect(read(text)).toBe("- A"));

  it.each([
    ["- 2024 [[A]]", "- A | 2024"],
    ["- Teil 2: [[A]]", "- Teil 2: A"],
    ["- 2024-05-01: [[A]]", "- 2024-05-01: A"],
    ["- 3 Eier [[A]]", "- A | 3 Eier"],
    ["- A [[B]]", "- B | A"],
  ])("is more where it says more: %s", (text, drawing) => expect(read(text)).toBe(drawing));
});

describe("a sign that joins", () => {
  it.each([
    "- [[A]]・[[B]]",
    "- [[A]]／[[B]]",
    "- [[A]] ｜ [[B]]",
    "- [[A]] ＋ [[B]]",
    "- [[A]] = [[B]]",
    "- [[A]] ← [[B]]",
  ])("is no remark: %s", (text) => expect(read(text)).toBe("- A\n- B"));

  it("goes from before the words behind a link, but for an arrow that points back at it", () => {
    expect(read("- [[A]] = mots\n- [[B]] ・mots\n- [[C]] ← mots")).toBe("- A | mots\n- B | mots\n- C | ← mots");
    expect(read("- [[A]] <--\n- [[B]] mots ←")).toBe("- A\n- B | mots");
  });

  it("goes from behind the words before it", () => {
    expect(read("- Kuchen (Hefe, Rühr) = [[A]] [[B]]")).toBe("- A | Kuchen (Hefe, Rühr)\n- B");
  });
});

describe("a label", () => {
  it("is none if it is only a code for an emoji", () => {
    expect(read("- :book: [[A]]\n- :movie_camera: **[[B]]** - ein Film")).toBe(
      "- A | :book:\n- B | :movie_camera: ein Film",
    );
  });

  it("is none if it is only a value", () => {
    expect(read("- 15 min: [[A]]\n- ★★★: [[B]]\n- 40 Seiten → [[C]]")).toBe(
      "- A {15 minutes}\n- B {3/5}\n- C {40 pages}",
    );
  });
});

describe("a star beside a figure", () => {
  it.each(["(300K ⭐, MIT)", "12k⭐", "1.2k ⭐", "⭐ 12k"])("counts somebody's votes: %s", (words) => {
    expect(read(`- [[A]] ${words}`)).toBe(`- A | ${words}`);
  });

  it("is a flag beside words", () =>
    expect(read("- [[A]] Kapitel 3, wichtig ⭐")).toBe("- A {key} | Kapitel 3, wichtig"));
});

describe("a figure in bold", () => {
  it("within a sentence is part of it", () => {
    expect(read("- [[A]] — geschrieben in **100 Zeilen** Python")).toBe("- A | geschrieben in **100 Zeilen** Python");
  });

  it("at an end is a value", () => {
    expect(read("- [[A]] **100 Zeilen** Python\n- [[B]] in Python **20 min**")).toBe(
      "- A {100 lines} | Python\n- B {20 minutes} | in Python",
    );
  });
});

describe("what the Tasks plugin writes", () => {
  it.each([
    "🔁 every week",
    "⏫",
    "🔺 📅 2026-05-01",
    "🔁 every 2 weeks on Monday 🛫 2026-05-01 🔽",
    "🆔 k3x ⛔ abc,def",
    "🏁 delete",
  ])("is no remark: %s", (signs) => expect(read(`- [ ] [[A]] – mots ${signs}`)).toBe("- A {[ ]} | mots"));

  it("stays where the item is no task", () => expect(read("- [[A]] ⏫")).toBe("- A | ⏫"));
});

describe("a rating in words", () => {
  it.each([
    ["Bewertung: 4", "4/5"],
    ["評価：4", "4/5"],
    ["평점: 4.5", "4.5/5"],
    ["оценка: 8/10", "8/10"],
    ["(puntuación: 3/5)", "3/5"],
    ["nota: 9/10", "9/10"],
    ["[score:: 7/10]", "7/10"],
  ])("is read in other languages: %s", (words, rating) => expect(read(`- [[A]] ${words}`)).toBe(`- A {${rating}}`));

  it.each(["nota: 4", "Note: 4 Seiten", "переоценка: 4"])("is none: %s", (words) => {
    expect(read(`- [[A]] — ${words}`)).toBe(`- A | ${words}`);
  });

  it("may be a bare figure below a header that tells the scale", () => {
    expect(read("| N | Rating (1-10) |\n|---|---|\n| [[A]] | 8 |\n| [[B]] | 9.5 |\n| [[C]] | 11 |")).toBe(
      "- A {8/10}\n- B {9.5/10}\n- C | 11",
    );
    expect(read("| N | Rating |\n|---|---|\n| [[A]] | 8 |")).toBe("- A | 8");
  });
});

it("a link that is written twice, as a wikilink and as an address in the vault, is one", () => {
  expect(read("- [x] [[A]](A.md)\n- [[B]](notes/B.md#Teil) — mots\n- [[C]](mots)")).toBe(
    "- A {[x]}\n- B | mots\n- C | (mots)",
  );
});

describe("a link that a sentence about the one before it runs into", () => {
  it.each([
    "- [[A]] — the paradigm behind [[B]], *merge* sort",
    "- [[A]] - Grundlage für die [[B]].",
    "- **[[A]]**: una variante de [[B]] que ahorra",
    "- [[A]] – utile avant de lire [[B]], [[C]]",
    "- [[A]] — продолжение заметки [[B]]",
    "- [[A]] — przykład (także dla [[B]])",
  ])("is only mentioned: %s", (text) => expect(read(text)).toMatch(/^- A \{mentions [12]\} [^\n]*$/));

  it.each([
    "- [[A]] — words, [[B]] — words",
    "- [[A]] — words of [[B]] — words",
    "- [[A]] — more of them: [[B]]",
    "- [[A]] — the first part / [[B]]",
    "- [[A]] — the first one and [[B]]",
    "- [[A]] — forever [[B]]",
    "- [[A]] — all of it ([[B]])",
    "- [[A]] of the first [[B]]",
  ])("is an entry of its own: %s", (text) => expect(read(text)).toMatch(/\n- B/));
});

describe("a word that joins links", () => {
  it("is dropped between them and before the first", () => {
    expect(read("- and [[A]]\n- ou [[B]], puis [[C]]\n- [[A]] of [[B]]")).toBe("- A\n- B\n- C\n- A\n- B");
  });

  it("stays where it belongs to the words", () => {
    expect(read("- [[A]] — un caso especial en [[B]]\n- [[C]] — the mirror of [[D]]")).toBe(
      "- A {mentions 1} | un caso especial en [[B]]\n- C {mentions 1} | the mirror of [[D]]",
    );
  });
});

it("who made a thing is only mentioned", () => {
  expect(read("- [[A]] – by [[B]]\n- [[A]], von [[C]] (2020)\n- [[B]] gefolgt von [[D]]")).toBe(
    "- A {mentions 1} | by [[B]]\n- A {mentions 1} | von [[C]] (2020)\n- B | gefolgt von\n- D",
  );
});

describe("brackets and emphasis that hold several values", () => {
  it.each(["*(20 Min., ★★★)*", "(★★★, 20 Min.)", "**20 Min. · ★★★**", "[20 Min. | ★★★]"])(
    "go with them: %s",
    (words) => {
      expect(read(`- [[A]] ${words} – mots`)).toBe("- A {3/5, 20 minutes} | mots");
    },
  );
});

describe("a status", () => {
  it.each(["(status:: entwurf)", "[status:: entwurf]", "[estado:: entwurf]", "[状态:: entwurf]"])(
    "may be an inline field: %s",
    (field) => expect(read(`- [[A]] ${field} – mots`)).toBe("- A {entwurf} | mots"),
  );

  it.each(["Done", "完成", "Erledigt", "Hecho", "Готово", "완료"])("is what stands in a column %s", (header) => {
    expect(read(`| N | ${header} |\n|---|---|\n| [[A]] | [x] |\n| [[B]] | |`)).toBe("- A {[x]}\n- B");
  });
});

describe("Arabic", () => {
  it("has units, digits and separators of its own", () => {
    expect(read("- [[A]] — ٢٠ دقيقة\n- [[B]] (3 ساعات)، كلمات\n- [[C]]، [[D]]")).toBe(
      "- A {20 minutes}\n- B {180 minutes} | كلمات\n- C\n- D",
    );
    expect(read("| الملاحظة | المدة | الحالة |\n|---|---|---|\n| [[A]] | 20 دقيقة | مسودة |")).toBe(
      "- A {20 minutes, مسودة}",
    );
  });

  it("has words for relations", () => {
    expect(read("- السابق: [[A]]\n- التالي: [[B]]\n- انظر أيضا: [[C]]\n- رجوع: [[D]]")).toBe(
      "prerequisite A\nnext B\nrelated C\nup D",
    );
  });
});

it("a count of thousands in Chinese figures is no length of its last part", () => {
  expect(read("- [[A]] 1万2千字")).toBe("- A | 1万2千字");
});
