// Links of maps that lead nowhere, and what they are led to.
import { describe, expect, it } from "vitest";
import { found, mended, mendedMap, notesCalled, told, vaultOf } from "./check";
import { findingsIn } from "../../tools/vault-findings";

const FLOUR = { "Grain/Wheat flour.md": "# Flour\n" };

describe("a link that leads nowhere", () => {
  it.each([
    ["case", "[[wheat FLOUR]]", []],
    ["a folder", "[[Old/Wheat flour]]", ["certain Grain/Wheat flour.md"]],
    ["spaces", "[[Wheatflour]]", ["certain Grain/Wheat flour.md"]],
    ["width", "[[Ｗｈｅａｔ　ｆｌｏｕｒ]]", ["certain Grain/Wheat flour.md"]],
    ["a subpath", "[[Old/Wheat flour#Kinds]]", ["certain Grain/Wheat flour.md"]],
    ["a slip", "[[Wheat flowr]]", ["choose Grain/Wheat flour.md"]],
    ["a letter", "[[Wheat flours]]", ["choose Grain/Wheat flour.md"]],
    ["a number", "[[02-Wheat flour]]", ["choose Grain/Wheat flour.md"]],
    ["everything", "[[Rye]]", ["idea"]],
    ["a folder's name", "[[Grain]]", []],
    ["a web address in double brackets", "[[pdf]](https://example.org/a.pdf)", []],
    ["an own heading", "[[#Nothing]]", []],
    ["a comment", "%% [[Rye]] %%", []],
    ["code", "`[[Rye]]`", []],
  ])("differs by %s", async (_, link, expected) => {
    const all = await found("broken", { ...FLOUR, "Map MOC.md": `- ${link}\n` });
    const shown = all.map(({ class: sort, fixes }) => [sort, ...fixes.map(({ title }) => title)].join(" "));
    expect(shown).toEqual(expected);
  });

  it("is found wherever it stands, with its line", async () => {
    const text =
      '---\nup: "[[Gone up]]"\n---\nSee [[Gone prose]].\n\n> [[Gone quote]]\n\n## [[Gone head]]\n- a ![[gone.png]]\n';
    expect((await told("broken", text)).map((line) => line.replace(/ \(.*/, ""))).toEqual([
      "idea 2: [[Gone up]]",
      "idea 4: [[Gone prose]]",
      "idea 6: [[Gone quote]]",
      "idea 8: [[Gone head]]",
      "idea 9: ![[gone.png]]",
    ]);
  });

  it.each([
    ["- [[Old/Wheatflour#Kinds|my flour]] — 3 lines", "- [[Grain/Wheat flour#Kinds|my flour]] — 3 lines"],
    ["- ![[Wheatflour]]", "- ![[Wheat flour]]"],
    ["- [my](Old/Wheatflour.md)", "- [my](Grain/Wheat%20flour.md)"],
    ["- [my](<Wheatflour.md>)", "- [my](<Wheat flour.md>)"],
    ["| a |\n|--|\n| [[Wheatflour\\|my]] |", "| a |\n|--|\n| [[Wheat flour\\|my]] |"],
  ])("%s becomes %s", async (before, after) => {
    expect(await mendedMap("broken", before, FLOUR)).toBe(after);
  });

  it("keeps the byte order mark and the line ends around it", async () => {
    expect(await mendedMap("broken", "\uFEFF# Map\r\n\r\n- [[Wheatflour]]\r\n- [[Wheat flour]]\r\n", FLOUR)).toBe(
      "\uFEFF# Map\r\n\r\n- [[Wheat flour]]\r\n- [[Wheat flour]]\r\n",
    );
  });

  it("may have meant several notes of its name: those of its folder come first", async () => {
    const others = { "A/Flour.md": "", "B/Grain/Flour.md": "", "C/Flour.md": "" };
    expect(await told("broken", "- [[Grain/Fl our]]", others)).toEqual([
      "choose 1: [[Grain/Fl our]] (Leads nowhere; 3 notes have this name) -> " +
        "B/Grain/Flour.md | A/Flour.md | C/Flour.md",
    ]);
  });

  it.each([
    ["leads there", "- [[Grain/Flour|basics]]\n- [[Old/Flour|in depth]]", { "Flour-in-depth.md": "" }],
    ["leads nowhere either", "- [[Older/Flour]]\n- [[Old/Flour|in depth]]", {}],
  ])("is not certain where another link of the map names a note of its name, and %s", async (_, text, others) => {
    const all = await found("broken", { ...others, "Grain/Flour.md": "", "Map MOC.md": text });
    expect(all.at(-1)).toMatchObject({ class: "choose", reason: { code: "namedTwice", to: "Grain/Flour.md" } });
    expect(all.at(-1)?.fixes.map(({ title }) => title)).toEqual(["Grain/Flour.md"]);
  });

  it("is certain where the same link stands twice", async () => {
    const all = await found("broken", { ...FLOUR, "Map MOC.md": "- [[Old/Wheat flour]]\n- [[Old/Wheat flour|mine]]" });
    expect(all.map(({ class: sort }) => sort)).toEqual(["certain", "certain"]);
  });

  it("may have meant an alias, but hardly what stands beside it on its line", async () => {
    const others = { "Spelt.md": "---\naliases: [Dinkel]\n---\n", "Sourdough starter.md": "" };
    expect(await told("broken", "- [[Dinkel]]\n- [[Sourdough starter]]; see [[Sourdough starters]]", others)).toEqual([
      "choose 1: [[Dinkel]] (Perhaps “Spelt”; the link leads nowhere) -> Spelt.md",
      "idea 2: [[Sourdough starters]] (No note has this name) -> ",
    ]);
  });

  it("is not led to what a link cannot name, nor to its own map, nor to just any _MOC", async () => {
    const others = { "A/One #2 note.md": "", "B/_MOC.md": "" };
    const all = await told("broken", "- [[X/one#2note]]\n- [[Gone/_MOC]]\n- [[X/Map MOC]]", others);
    expect(all.map((line) => line.split(" (")[0])).toEqual([
      "idea 1: [[X/one#2note]]",
      "idea 2: [[Gone/_MOC]]",
      "idea 3: [[X/Map MOC]]",
    ]);
  });

  it("to a note that is to be written comes first if many links ask for it", async () => {
    const { findings } = await findingsIn(
      vaultOf({ "Map MOC.md": "- [[Rye]]\n- [[Oats]]\n- [[Fl our]]", "Other MOC.md": "- [[oats]]", "Flour.md": "" }),
    );
    expect(
      findings
        .of("Map MOC.md")
        .filter(({ kind }) => kind === "broken")
        .map(({ text, reason }) => [text, "count" in reason ? reason.count : reason.code]),
    ).toEqual([
      ["[[Fl our]]", "named"],
      ["[[Oats]]", 2],
      ["[[Rye]]", 1],
    ]);
  });

  it("is led to where the journal says", async () => {
    const line =
      '{"v":1,"id":"abcdefgh.s1.1","at":"2026-02-01T00:00:00Z","target":"New/Wheat.md","from":"Old/Flour.md"}';
    const mark = '{"v":1,"id":"abcdefgh.s1.0","at":"2026-01-01T00:00:00Z","target":"Old/Flour.md","state":"done"}';
    const texts = {
      ...{ "Map MOC.md": "- [[Old/Flour|my flour]]", "New/Wheat.md": "", "Third/Flour.md": "" },
      "MOC Path/Progress abcdefgh 2026-02.md": `---\nmoc-path-journal: "abcdefgh"\n---\n\`\`\`jsonl\n${mark}\n${line}\n`,
    };
    const [first] = await found("broken", texts);
    expect(first).toMatchObject({ class: "certain", reason: { code: "moved", to: "New/Wheat.md" } });
    expect(await mended(texts, first)).toEqual({ "Map MOC.md": "- [[New/Wheat|my flour]]" });
  });

  it("is not mended while the map holds an unsettled merge, which is said", async () => {
    const text = "<<<<<<< mine\n- [[Wheatflour]]\n=======\n- [[Rye]]\n>>>>>>> theirs\n";
    const all = await told("broken", text, { ...FLOUR, ...notesCalled("Barley") });
    expect(all[0]).toBe(
      "certain 2: [[Wheatflour]] (Leads nowhere; one note has this name: Grain/Wheat flour.md; " +
        "nothing is fixed while the map has an unresolved merge conflict) -> ",
    );
  });
});
