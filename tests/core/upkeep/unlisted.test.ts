// Notes that are a map's to list and that no map lists.
import { describe, expect, it } from "vitest";
import { en } from "../../../src/i18n/en";
import { found } from "./check";

/** `map: note` for each note in no map. */
async function unlisted(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await found("unlisted", texts, null)).map(({ map, target }) => `${map}: ${target}`);
}

describe("a note in no map", () => {
  it("belongs to the nearest map above it", async () => {
    const texts = {
      "A/_MOC.md": "- [[B/_MOC]]",
      "A/B/_MOC.md": "",
      "A/One.md": "",
      "A/B/C/Two.md": "",
      "D/Three.md": "",
    };
    expect(await unlisted(texts)).toEqual(["A/B/_MOC.md: A/B/C/Two.md", "A/_MOC.md: A/One.md"]);
  });

  it("belongs to that map of a folder which lists most beside it, else to the one above these maps", async () => {
    const texts = {
      "Home MOC.md": "- [[Bread MOC]]\n- [[Tea MOC]]",
      "Bread MOC.md": "- [[Rye]]\n- [[Wheat]]\n- [[Oat]]\n- [[Green]]",
      "Tea MOC.md": "- [[Green]]\n- [[Black]]",
      ...{ "Bread/Rye.md": "", "Bread/Wheat.md": "", "Bread/Oat.md": "", "Bread/Sour/New.md": "" },
      ...{ "Tea/Green.md": "", "Tea/Black.md": "", "Tea/White.md": "", "Tea/Pots/Clay.md": "" },
      ...{ "Sea/Salt.md": "", "Alone.md": "" },
    };
    expect(await unlisted(texts)).toEqual([
      "Bread MOC.md: Bread/Sour/New.md",
      "Home MOC.md: Alone.md",
      "Home MOC.md: Sea/Salt.md",
      "Tea MOC.md: Tea/Pots/Clay.md",
      "Tea MOC.md: Tea/White.md",
    ]);
  });

  it("belongs to that of several maps in its folder which lists most of it, however often that lists one", async () => {
    const texts = {
      ...{ "A MOC.md": "- [[One]]\n- [[One]]\n- [[One]]", "B MOC.md": "- [[Two]]\n- [[Three]]" },
      ...{ "One.md": "", "Two.md": "", "Three.md": "", "New.md": "" },
    };
    expect(await unlisted(texts)).toEqual(["B MOC.md: New.md"]);
  });

  it("belongs to the map that it names as the one above it", async () => {
    const texts = {
      "A/_MOC.md": "",
      "B/_MOC.md": "",
      "A/One.md": '---\nup: "[[B/_MOC]]"\n---\n',
      "Two.md": '---\nparent: "[[A/_MOC]]"\n---\n',
    };
    expect(await unlisted(texts)).toEqual(["A/_MOC.md: Two.md", "B/_MOC.md: A/One.md"]);
  });

  it("is listed wherever a map links to it: in prose, in a cut link, embedded, as a relation", async () => {
    const text =
      "See [[One]].\n\n| a | b |\n|---|---|\n| [[Two|2]] | [[Six]] |\n\n![[Three]]\n\n> 前置: [[Four]]\n\n- [[Five]]";
    const names = ["One", "Two", "Three", "Four", "Five", "Six"];
    expect(
      await unlisted({ "A/_MOC.md": text, ...Object.fromEntries(names.map((name) => [`A/${name}.md`, ""])) }),
    ).toEqual([]);
  });

  it.each([
    "A/Templates/One.md",
    "A/模板/One.md",
    "A/attachments/One.md",
    "A/Journal/One.md",
    "A/Daily notes/One.md",
    "A/2026-02-22.md",
    "A/2026-02-22 Monday.md",
    "A/picture.png",
    "A/Other MOC.md",
  ])("is none that is not to be listed: %s", async (path) => {
    expect(await unlisted({ "A/_MOC.md": "", [path]: "" })).toEqual([]);
  });

  it("is none that says no, is a journal, or is embedded in a listed note", async () => {
    const texts = {
      ...{ "A/_MOC.md": "- [[Listed]]", "A/Listed.md": "![[Part]]\n", "A/Part.md": "" },
      "A/No.md": "---\nmoc-path-listed: false\n---\n",
      "A/Progress abcdefgh 2026-02.md": '---\nmoc-path-journal: "abcdefgh"\n---\n',
      ...{ "A/Open.md": "![[Inner]]\n", "A/Inner.md": "" },
    };
    expect(await unlisted(texts)).toEqual(["A/_MOC.md: A/Inner.md", "A/_MOC.md: A/Open.md"]);
  });

  it("is none that a broken link of a map asks for by its name: that link is what is found", async () => {
    const texts = {
      ...{ "A/_MOC.md": "- [[B/_MOC]]\n- [[Old/One]]", "A/One.md": "", "A/Onset.md": "" },
      ...{ "A/B/_MOC.md": "- [[Older/Two]]", "A/Two.md": "" },
    };
    expect(await unlisted(texts)).toEqual(["A/_MOC.md: A/Onset.md"]);
  });

  it("that says it is not to be read any more comes last, with what it says", async () => {
    const texts = {
      "A/_MOC.md": "",
      "A/One.md": "---\nstatus: archived\n---\n",
      "A/Three.md": "---\nstatus: draft\n---\n",
      "Two.md": '---\ndeprecated: true\nup: "[[A/_MOC]]"\n---\n',
    };
    const reasons = (await found("unlisted", texts, null)).map((one) => en.findings.sentence(one));
    expect(reasons).toEqual([
      "In A",
      "In A; it says status: archived",
      "Names this map as the one above it, and is in no map; it says deprecated: true",
    ]);
  });

  it("belongs to the map that is called by the folder, else to the one that lists most", async () => {
    const bySize = { "A/Big MOC.md": "- [[One]]\n- [[Two]]", "A/One.md": "", "A/Two.md": "", "A/New.md": "" };
    const texts = { ...bySize, "A/_MOC.md": "" };
    expect(await unlisted(texts)).toEqual(["A/_MOC.md: A/New.md"]);
    expect(await unlisted({ ...texts, "A/_MOC.md": "", "A/Small MOC.md": "- [[One]]" })).toEqual([
      "A/_MOC.md: A/New.md",
    ]);
    expect(await unlisted({ ...bySize, "A/Also MOC.md": "- [[One]]" })).toEqual(["A/Big MOC.md: A/New.md"]);
  });
});
