// Links that a reader leads elsewhere by hand: what is proposed first, and what is written.
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../src/core/edit/apply-edits";
import type { TextEdit } from "../../../src/core/edit/text-edit";
import { elsewhereFor, ledElsewhere, type ChosenLead, type Elsewhere } from "../../../src/core/upkeep/elsewhere";
import { findingsIn } from "../../tools/vault-findings";
import { vaultOf, type Texts } from "./check";

const MAP = "Map MOC.md";
const NOTES: Texts = {
  "Bread/lc4-04-Rye sourdough by hand.md": "# Rye\n\n## Feeding the starter\n\n## Baking (hot) bread\n\nx ^crumb\n",
  "Bread/Rye.md": "",
  "Sea/Salt.md": "",
  "Sea/picture.png": "",
};

async function asked(
  text: string,
  link: string,
  { line = 0, others = NOTES }: { line?: number; others?: Texts } = {},
): Promise<{ choices: Elsewhere | string | null; led: (to: ChosenLead) => Promise<string | null> }> {
  const { findings } = await findingsIn(vaultOf({ ...others, [MAP]: text }));
  const lost = { map: MAP, line, text: link };
  const written = (edit: TextEdit | null): string | null => edit && applyEdits(text, [edit]).text;
  return {
    choices: await findings.ask(MAP, (map, vault) => elsewhereFor(lost, map, vault)),
    led: async (to) => written(await findings.ask(MAP, (map, vault) => ledElsewhere(lost, to, map, vault))),
  };
}

describe("a link that leads nowhere", () => {
  it("is first led to what is called like its own words, whatever it asks for", async () => {
    for (const link of ["[[Old/x17|The salt]]", "[The salt](Old/x17.md)"])
      expect((await asked(`- ${link}`, link)).choices).toMatchObject({
        choices: ["Sea/Salt.md", "Bread/lc4-04-Rye sourdough by hand.md", "Bread/Rye.md"],
      });
  });

  it("may be led to any note but its own map, to those called most like it first", async () => {
    const { choices } = await asked(
      "- [[Old/lc8-Rye sourdough from scratch]]",
      "[[Old/lc8-Rye sourdough from scratch]]",
    );
    expect(choices).toEqual({
      kind: "note",
      choices: ["Bread/lc4-04-Rye sourdough by hand.md", "Bread/Rye.md", "Sea/Salt.md"],
    });
  });

  it("keeps the form of its path, its words and its subpath", async () => {
    const to = { kind: "note", choice: "Sea/Salt.md" } as const;
    for (const [before, after] of [
      ["[[Gone]]", "[[Salt]]"],
      ["[[Bread/Gone#Kinds|my words]]", "[[Sea/Salt#Kinds|my words]]"],
      ["[my words](Bread/Gone%20far.md)", "[my words](Sea/Salt.md)"],
      ["![[Gone]]", "![[Salt]]"],
    ] as const) {
      const { led } = await asked(`# A\r\n- ${before} — 3 lines\r\n`, before);
      expect(await led(to)).toBe(`# A\r\n- ${after} — 3 lines\r\n`);
    }
  });

  it("is found where it stands by now; of several alike it is the nearest", async () => {
    const text = "- [[Gone]]\n\nwords\n\n- [[Gone]] ★★\n";
    const { led } = await asked(text, "[[Gone]]", { line: 3 });
    expect(await led({ kind: "note", choice: "Bread/Rye.md" })).toBe("- [[Gone]]\n\nwords\n\n- [[Rye]] ★★\n");
  });

  it("is left alone once its note is there, the link is gone, or the map holds an unsettled merge", async () => {
    const to = { kind: "note", choice: "Bread/Rye.md" } as const;
    const there = await asked("- [[Salt]]", "[[Salt]]");
    const gone = await asked("- [[Other]]", "[[Gone]]");
    const merge = await asked("<<<<<<< a\n- [[Gone]]\n=======\n>>>>>>> b\n", "[[Gone]]");
    expect([there.choices, gone.choices, merge.choices]).toEqual(["gone", "gone", "conflict"]);
    expect(await Promise.all([there, gone, merge].map(({ led }) => led(to)))).toEqual([null, null, null]);
  });
});

describe("a link to a part that its note does not have", () => {
  const link = "[[Bread/lc4-04-Rye sourdough by hand#Starter feeding|feed it]]";

  it("may be led to any heading of the note, those most like it first", async () => {
    const { choices, led } = await asked(`- ${link}`, link);
    expect(choices).toEqual({ kind: "part", choices: ["Feeding the starter", "Baking (hot) bread", "Rye"] });
    expect(await led({ kind: "part", choice: "Baking (hot) bread" })).toBe(
      "- [[Bread/lc4-04-Rye sourdough by hand#Baking (hot) bread|feed it]]",
    );
    expect(await led({ kind: "part", choice: "Not there" })).toBeNull();
    expect(await led({ kind: "note", choice: "Sea/Salt.md" })).toBeNull();
  });

  it("may be led to any of its blocks", async () => {
    const { choices, led } = await asked(
      "- [[lc4-04-Rye sourdough by hand#^x1]]",
      "[[lc4-04-Rye sourdough by hand#^x1]]",
    );
    expect(choices).toEqual({ kind: "part", choices: ["^crumb"] });
    expect(await led({ kind: "part", choice: "^crumb" })).toBe("- [[lc4-04-Rye sourdough by hand#^crumb]]");
  });
});
