// A roadmap copied as Markdown.
import { describe, expect, it } from "vitest";
import { markdownOf } from "../../../src/core/roadmap/markdown";
import type { State } from "../../../src/core/base/state";
import { readMap } from "../read-map";

const states: Readonly<Record<string, State>> = { "A.md": "done", "B.md": "doing", "C.md": "skipped" };

function copy(text: string): string {
  return markdownOf(
    readMap(text, ["A.md", "B.md", "C.md", "D.md", "Sub MOC.md"]),
    (target) => states[target] ?? "todo",
  );
}

describe("a roadmap as Markdown", () => {
  it("has its headings, and its entries with the reader's states", () => {
    const text =
      "- [[D]]\n## One\n- [[A|Alpha]] ★★★☆ — a remark\n  - [[B]] ⭐\n### In\n- [[C]]\n## Two\n- [[D]] ★★★½\n";
    expect(copy(text).split("\n").slice(1)).toEqual([
      ...["", "- [ ] [[D]]"],
      ...["", "## One", "", "- [x] [[A|Alpha]] ★★★☆", "\t- [/] [[B]] ⭐"],
      ...["", "### In", "", "- [-] [[C]]"],
      ...["", "## Two", "", "- [ ] [[D]] ★★★½", ""],
    ]);
  });

  it("gives no box to maps and to notes not written yet, and keeps labels and web links", () => {
    expect(
      copy("## One\n- [[Sub MOC]]\n- [[Unwritten]]\n- **Talk**: [Bread](https://example.org/a)").split("\n").slice(4),
    ).toEqual(["- [[Sub MOC]]", "- [[Unwritten]]", "- [ ] Talk: [Bread](https://example.org/a)", ""]);
  });

  it("has ratings in figures where stars would not show them, as they are read again", () => {
    const text = "- [[A]] rating: 4.2/5\n- [[B]] | rating:: 95/100\n- [[D]] 3/5 ★★★\n";
    const copied = copy(text);
    expect(copied).toContain("rating: 4.2/5");
    expect(readMap(copied, ["A.md", "B.md", "D.md"]).entries.map(({ rating }) => rating?.value)).toEqual(
      readMap(text, ["A.md", "B.md", "D.md"]).entries.map(({ rating }) => rating?.value),
    );
  });

  it("goes no deeper than Markdown has headings", () => {
    const text = [2, 3, 4, 5, 6].map((level) => `${"#".repeat(level)} H${level}`).join("\n");
    expect(copy(`${text}\n- [[A]]`)).toContain("\n###### H6\n");
  });
});
