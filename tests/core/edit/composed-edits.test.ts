// Edits made one after another, as edits of the first text: they do the same, together.
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../src/core/edit/apply-edits";
import { composedEdits } from "../../../src/core/edit/composed-edits";
import { linesIn } from "../../../src/core/edit/lines";
import type { TextEdit } from "../../../src/core/edit/text-edit";
import { randomOf } from "../../progress/random";

function changed(text: string, { from, to, insert }: TextEdit): string {
  return text.slice(0, from) + insert + text.slice(to);
}

/** An edit of a line of the text: other words, or a new line before or behind it. */
function edit(text: string, random: () => number, name: string): TextEdit {
  const lines = linesIn(text);
  const { from, to, words } = lines[Math.floor(random() * lines.length)]!;
  const insert = [`${words}${name}`, `${words}\n${name}`, `${name}\n${words}`][Math.floor(random() * 3)]!;
  return { path: "A.md", from, to, expected: words, insert };
}

describe("edits made one after another", () => {
  it("do together what they did in turn, whatever lines they are about", () => {
    const random = randomOf(7);
    for (let turn = 0; turn < 300; turn++) {
      const text = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, at) => `line ${at}`).join("\n");
      let now = text;
      const edits: TextEdit[] = [];
      for (let step = 0; step < 5; step++) {
        const one = edit(now, random, `+${step}`);
        edits.push(one);
        now = changed(now, one);
      }
      const parts = composedEdits(text, edits);
      expect(new Set(parts.flatMap(({ of }) => of))).toEqual(new Set(edits));
      const composed = parts.map((part) => part.edit);
      expect(applyEdits(text, composed).text).toBe(now);
      for (const { from, to, expected } of composed) expect(text.slice(from, to)).toBe(expected);
    }
  });

  it("stay apart where they touch other lines, so that each is checked by itself", () => {
    const text = "a\nb\nc\nd";
    const first = { path: "A.md", from: 0, to: 1, expected: "a", insert: "a\nnew" };
    const second = { path: "A.md", from: 10, to: 11, expected: "d", insert: "D" };
    expect(changed(changed(text, first), second)).toBe("a\nnew\nb\nc\nD");
    expect(composedEdits(text, [first, second])).toEqual([
      { edit: first, of: [first] },
      { edit: { ...second, from: 6, to: 7 }, of: [second] },
    ]);
    expect(composedEdits(text, [])).toEqual([]);
  });
});
