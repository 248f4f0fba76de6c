// @vitest-environment happy-dom
// Rendered links get their own marks, also while the rendering knows a block's lines from before an edit.
import type { MarkdownPostProcessorContext } from "obsidian";
import { expect, it } from "vitest";
import { marksOf } from "../../../src/core/roadmap/map-marks";
import { ShownLinks } from "../../../src/core/roadmap/shown-links";
import { marksIn } from "../../../src/ui/note/rendered-marks";
import { readMap } from "../../core/read-map";
import { installDom } from "../../host/dom/install";

installDom(window);

const MAP = "# M\n\n## One\n\n- [[Salt]]\n- [[Rye]]\n\nprose on [[Rye]]\n\n## Two\n\n- [[Oats]]\n";
const NAMES = ["Salt", "Rye", "Oats"];

/** The marks in a block with a heading and these links, which the rendering thinks to stand in some lines. */
function marked(heading: string, links: readonly string[], lineStart: number, text = MAP): readonly string[] {
  const roadmap = readMap(
    MAP,
    NAMES.map((name) => `${name}.md`),
  );
  const el = createDiv();
  el.createEl("h2", { text: heading, attr: { "data-heading": heading } });
  for (const link of links) el.createEl("a", { cls: "internal-link", text: link, attr: { "data-href": link } });
  const context = { getSectionInfo: () => ({ text, lineStart, lineEnd: lineStart + 2 }) };
  const marks = marksIn(
    el,
    new ShownLinks(roadmap, marksOf(roadmap)),
    context as unknown as MarkdownPostProcessorContext,
  );
  return [...marks.keys()].map((one) => one.textContent);
}

it("are those of the block's lines", () => {
  expect(marked("One", ["Salt"], 2)).toEqual(["Salt", "One"]);
});

it("stay with names that only entries have while the lines are those of before", () => {
  expect(marked("Two", ["Oats"], 3)).toEqual(["Oats", "Two"]);
  // It is named in prose as well: which of the two this is cannot be told.
  expect(marked("Two", ["Rye"], 9)).toEqual(["Two"]);
});

it("are none while the text is not the one that was read", () => {
  expect(marked("One", ["Salt"], 2, "quite other words")).toEqual([]);
});
