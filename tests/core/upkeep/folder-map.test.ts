// Maps written from folders, and read again: what is listed is what was there.
import { describe, expect, it } from "vitest";
import { basenameOf } from "../../../src/core/base/paths";
import { folderMapName, folderMapText, type FolderToMap } from "../../../src/core/upkeep/folder-map";
import { readMap, sketch } from "../read-map";

function textOf(notes: readonly string[], more: Partial<FolderToMap> = {}): string {
  return folderMapText({
    folder: "Bread",
    notes,
    mapOf: () => null,
    linkTo: (path, words) => `[[${path.replace(/\.md$/, "")}|${words}]]`,
    titleOf: (map) => basenameOf(map),
    up: null,
    needsType: false,
    ...more,
  });
}

describe("a map of a folder", () => {
  it("has entries in natural order, and chapters from the folders in it", () => {
    const notes = [
      "Bread/lc10.md",
      "Bread/lc2.md",
      "Bread/Dough/Old/Rye.md",
      "Bread/Dough/Mix.md",
      "Bread/Bake/Oven.md",
    ];
    expect(textOf(notes)).toBe(
      "# Bread\n\n- [[Bread/lc2|lc2]]\n- [[Bread/lc10|lc10]]\n\n## Bake\n\n- [[Bread/Bake/Oven|Oven]]\n\n" +
        "## Dough\n\n- [[Bread/Dough/Mix|Mix]]\n\n### Old\n\n- [[Bread/Dough/Old/Rye|Rye]]\n",
    );
    expect(sketch(readMap(textOf(notes), notes, "Bread/Bread MOC.md"))).toBe(
      "Bread\n  - lc2\n  - lc10\n  ## Bake\n    - Oven\n  ## Dough\n    - Mix\n    ### Old\n      - Rye",
    );
  });

  it("leads up to the map above, and down to those of the folders in it", () => {
    const notes = ["Bread/Salt.md", "Bread/Dough/Dough MOC.md", "Bread/Dough/Mix.md", "Home MOC.md"];
    const text = textOf(notes, {
      up: "Home MOC.md",
      mapOf: (folder) => (folder === "Bread/Dough" ? "Bread/Dough/Dough MOC.md" : null),
    });
    expect(text).toBe(
      '---\nup: "[[Home MOC|Home MOC]]"\n---\n\n# Bread\n\n- [[Bread/Salt|Salt]]\n\n## [[Bread/Dough/Dough MOC|Dough MOC]]\n',
    );
    const read = readMap(text, notes, "Bread/Bread MOC.md");
    expect(read.relations.map(({ kind, path }) => [kind, path])).toEqual([["up", "Home MOC.md"]]);
    expect(read.chapters.map(({ link }) => link?.path)).toEqual(["Bread/Dough/Dough MOC.md"]);
  });

  it("puts the note of a folder into its heading, and says that it is a map where its name does not", () => {
    const notes = ["Bread/Dough/Dough.md", "Bread/Dough/Mix.md"];
    const text = textOf(notes, { needsType: true });
    expect(text).toBe(
      "---\ntype: moc\n---\n\n# Bread\n\n## [[Bread/Dough/Dough|Dough]]\n\n- [[Bread/Dough/Mix|Mix]]\n",
    );
    expect(sketch(readMap(text, notes, "Bread/Bread MOC.md"))).toContain("- Dough\n    - Mix");
  });
});

describe("the name of a folder's map", () => {
  it.each([
    [["a/_MOC.md", "b/_MOC.md", "c/c MOC.md"], "_MOC"],
    [["a/目录.md"], "目录"],
    [["a/a-MOC.md", "Sea-MOC.md", "b/_MOC.md"], "Bread-MOC"],
    [["MOC Sea.md", "MOC Land.md"], "MOC Bread"],
    [["Sea (MOC).md"], "Bread (MOC)"],
    [["Overview.md"], "Bread MOC"],
    [[], "Bread MOC"],
  ])("beside %j is %s", (maps, name) => expect(folderMapName("Food/Bread", maps)).toBe(name));
});
