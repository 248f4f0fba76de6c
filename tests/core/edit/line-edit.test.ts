// Checked edits of lines: what they change, and what they leave alone.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editText, linesOf } from "../../../src/core/edit/line-edit";

const edit = (line: number, expected: string, text: string) => ({ line, expected, text });

describe("an edit of a line", () => {
  it("is done where the line stands as it was read, and nowhere else", () => {
    expect(editText("a\nb\na\n", [edit(2, "a", "A")])).toEqual({ text: "a\nb\nA\n", results: ["written"] });
  });

  it("follows the line when others came or went above it", () => {
    expect(editText("new\na\nb", [edit(1, "b", "B")])).toEqual({ text: "new\na\nB", results: ["written"] });
  });

  it("is not done where the line is gone, or might be one of several", () => {
    expect(editText("a\nother\n", [edit(1, "b", "B")])).toEqual({ text: "a\nother\n", results: ["moved"] });
    expect(editText("x\nx\ny", [edit(2, "x", "X")])).toEqual({ text: "x\nx\ny", results: ["moved"] });
  });

  it("says so where nothing needs to be done", () => {
    expect(editText("a\nB", [edit(1, "b", "B"), edit(0, "a", "a")]).results).toEqual(["unchanged", "unchanged"]);
  });

  it("keeps Windows line ends, a byte order mark, emoji, and a missing last line end", () => {
    expect(editText("\uFEFF# 🍞\r\n- [ ] [[A]]\r\nend", [edit(1, "- [ ] [[A]]", "- [x] [[A]]")]).text).toBe(
      "\uFEFF# 🍞\r\n- [x] [[A]]\r\nend",
    );
  });

  it("leaves every byte around it as it was, in any text", () => {
    const anyText = fc
      .array(fc.constantFrom("a", "b", "\n", "\r\n", "\r", "😀", "", " "), { maxLength: 40 })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(anyText, fc.nat(12), fc.string(), (text, line, words) => {
        const expected = linesOf(text)[line];
        fc.pre(expected !== undefined && !/[\r\n]/.test(words));
        const { text: after, results } = editText(text, [edit(line, expected, words)]);
        const ends = (one: string): readonly string[] => one.match(/\r?\n/g) ?? [];
        expect(ends(after)).toEqual(ends(text));
        expect(linesOf(after)).toEqual(linesOf(text).map((one, index) => (index === line ? words : one)));
        expect(results).toEqual([words === expected ? "unchanged" : "written"]);
        expect(editText(after, [edit(line, words, expected)]).text).toBe(text);
      }),
    );
  });
});
