// The places of a map's text that are marked, and when a text no longer bears a mark out.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../default-rules";
import { RoadmapIndex } from "../../../src/index/roadmap-index";
import { fail } from "../../logs";
import { NO_HURRY } from "../../tools/no-hurry";
import { openVault } from "../../tools/disk-vault";
import { bearsOut, marksOf, type MapMark } from "../../../src/core/roadmap/map-marks";
import { readMap } from "../read-map";

const NOTES = ["A.md", "B c.md", "Sub MOC.md"];

function markedIn(text: string): readonly MapMark[] {
  return marksOf(readMap(text, NOTES));
}

/** The text of a map with a dot where each mark stands. */
function drawn(text: string): string {
  return [...markedIn(text)]
    .reverse()
    .reduce((marked, { from }) => `${marked.slice(0, from)}•${marked.slice(from)}`, text);
}

describe("the marks of a map", () => {
  it("stand before the links to study and at the headings, in the order of the text", () => {
    expect(
      drawn(
        "# Map\n\n- [[A]]\n\n## One\n\n- [[B c|b]] ★★★ see [[A]]\n- [w](https://a.b)\n\n### [[A]]\n\n> ↑ [[Sub MOC]]\n",
      ),
    ).toBe(
      "# Map\n\n- •[[A]]\n\n•## One\n\n- •[[B c|b]] ★★★ see [[A]]\n- •[w](https://a.b)\n\n•### •[[A]]\n\n> ↑ [[Sub MOC]]\n",
    );
  });
});

function textOf(text: string, { from, to, kind }: MapMark): string {
  return kind === "entry" ? text.slice(from, to) : text.slice(from);
}

describe("a mark", () => {
  it.each([
    "- [[A]]",
    "- [[B c|b]]",
    "- ![[A]]",
    "| [[B c\\|b]] |\n|---|\n| [[A]] |",
    "- [a](B%20c.md)",
    "- [a](<B c.md>)",
    "- [[A#x|y]]",
    "- https://a.b/c",
    "- [x](https://a.b/c)",
    "- <https://a.b>",
    "## One\n\n[[A]]",
    "One\n---\n\n- [[A]]",
    "## 第二章 **模型** ⭐\n- [[A]]",
  ])("is borne out by the text it was read from: %s", (text) => {
    const marks = markedIn(text);
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) expect(bearsOut(textOf(text, mark), mark)).toBe(true);
  });

  it.each([
    ["- [[A]]", "[[B]]"],
    ["- [[A]]", "[[A]x"],
    ["- [[A]]", "- [[A"],
    ["- ![[A]]", "[[A]] "],
    ["- [a](B%20c.md)", "[a](A%20c.md)"],
    ["- https://a.b", "https://a.c"],
    ["## One", "### One"],
    ["## One", "## Two"],
    ["## One", "One\ntext"],
    ["- [x](https://a.b)", "[x](h\nttps://a."],
  ])("of %s is not borne out by %s", (text, other) => {
    const mark = markedIn(text)[0];
    expect(mark && bearsOut(other, mark)).toBe(false);
  });
});

const VAULTS = ["tests/fixtures/vault", "../shared/vaults/morpheus-2026-02-22", "../shared/vaults/morpheus-2026-02-26"];

describe.each(VAULTS.filter((folder) => existsSync(folder)))("the vault %s", (folder) => {
  it("bears out every mark of its maps", async () => {
    const index = new RoadmapIndex(await openVault(folder), NO_HURRY, DEFAULT_RULES, fail);
    await index.build();
    for (const path of index.maps()) {
      const [text, roadmap] = [readFileSync(`${folder}/${path}`, "utf8"), index.roadmap(path)];
      const wrong = roadmap ? marksOf(roadmap).filter((mark) => !bearsOut(textOf(text, mark), mark)) : [];
      expect(
        wrong.map((mark) => textOf(text, mark).slice(0, 80)),
        path,
      ).toEqual([]);
    }
  });
});
