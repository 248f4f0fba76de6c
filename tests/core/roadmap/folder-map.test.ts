// A folder read as a map: folders are chapters and sections, files entries.
import { describe, expect, it } from "vitest";
import { folderMapOf } from "../../../src/core/roadmap/folder-map";
import { rowNames } from "../../../src/core/roadmap/row-names";
import { divisionsOf, entriesOfRoadmap, type Roadmap } from "../../../src/core/roadmap/model";
import { sketch } from "../read-map";

const compare = new Intl.Collator("en", { numeric: true }).compare;

function read(files: readonly string[], path = "Tea/"): Roadmap | null {
  return folderMapOf(path, files, { compare, isMap: (file) => file.endsWith("MOC.md") });
}

describe("a folder as a map", () => {
  it("has its folders as chapters and sections, and its files in the order of their names", () => {
    const roadmap = read([
      "Tea/10 Storage.md",
      "Tea/2 Water.md",
      "Tea/Green/Longjing.md",
      "Tea/Green/Zhejiang/West Lake.pdf",
      "Tea/Black/Keemun.md",
      "Tea/cup.png",
      "Tea/Pictures/leaf.jpg",
    ]);
    expect(sketch(roadmap!)).toBe(
      [
        "Tea",
        "  - 2 Water",
        "  - 10 Storage",
        "  ## Black",
        "    - Keemun",
        "  ## Green",
        "    - Longjing",
        "    ### Zhejiang",
        "      - West Lake.pdf {file}",
      ].join("\n"),
    );
  });

  it("has a folder's own note behind the heading, and as its first entry", () => {
    const roadmap = read(["Tea/Green/Anji.md", "Tea/Green/green.md", "Tea/Black/A.md", "Tea/Black/README.md"]);
    expect(sketch(roadmap!).split("\n")).toEqual([
      "Tea",
      "  ## Black -> Tea/Black/README.md",
      "    - Black",
      "    - A",
      "  ## Green -> Tea/Green/green.md",
      "    - green",
      "    - Anji",
    ]);
  });

  it("shows a map that lies in it as a map", () => {
    expect(read(["Tea/A.md", "Tea/Green/Green MOC.md"])?.chapters[0]?.entries[0]?.kind).toBe("map");
  });

  it("is none where nothing is to be read", () => {
    expect(read(["Tea/cup.png"])).toBeNull();
  });

  it("gives each row a place of its own, in order, and an id that is its name over a restart", () => {
    const roadmap = read(["Tea/A.md", "Tea/A/A.md", "Tea/A/B/A.md", "Tea/B/A.md"])!;
    const all = [...entriesOfRoadmap(roadmap), ...divisionsOf(roadmap.chapters)];
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map(rowNames(roadmap))).toEqual(ids);
    const lines = entriesOfRoadmap(roadmap).map(({ link }) => link.line);
    expect(lines).toEqual([...lines].sort((one, other) => one - other));
  });
});
