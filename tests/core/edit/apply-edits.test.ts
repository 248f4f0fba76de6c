// Checked edits of a text: what they change, what they leave alone, and what takes them back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../src/core/edit/apply-edits";
import { lineEdit, linesIn, linesOf } from "../../../src/core/edit/lines";
import type { EditResult, TextEdit } from "../../../src/core/edit/text-edit";

const PATH = "Map.md";

/** The edit of a line of a text. */
function edit(text: string, line: number, insert: string): TextEdit {
  return lineEdit(PATH, linesIn(text)[line]!, insert);
}

/** The edit of some lines of a text, both included. */
function editLines(text: string, first: number, last: number, insert: string): TextEdit {
  const [from, to] = [linesIn(text)[first]!.from, linesIn(text)[last]!.to];
  return { path: PATH, from, to, expected: text.slice(from, to), insert };
}

function applied(text: string, edits: readonly TextEdit[]): readonly [string, ...EditResult[]] {
  const { text: after, results } = applyEdits(text, edits);
  return [after, ...results];
}

describe("an edit of a line", () => {
  it("is done where the line stands as it was read, and nowhere else", () => {
    const text = "a\nb\na\n";
    expect(applied(text, [edit(text, 2, "A")])).toEqual(["a\nb\nA\n", "written"]);
  });

  it("follows the line when others came or went above it", () => {
    expect(applied("new\na\nb", [edit("a\nb", 1, "B")])).toEqual(["new\na\nB", "written"]);
    expect(applied("b", [edit("a\nb", 1, "B")])).toEqual(["B", "written"]);
  });

  it("is not done where the line is gone, stands in a longer one, or might be one of several", () => {
    expect(applied("a\nother\n", [edit("a\nb", 1, "B")])).toEqual(["a\nother\n", "moved"]);
    expect(applied("a\nbc\n", [edit("a\nb", 1, "B")])).toEqual(["a\nbc\n", "moved"]);
    expect(applied("x\nx\ny", [edit("1\n2\nx", 2, "X")])).toEqual(["x\nx\ny", "moved"]);
    expect(applied("a\n\nb", [edit("a\nb\n", 2, "B")])).toEqual(["a\n\nb", "moved"]);
  });

  it("says so where nothing needs to be done", () => {
    expect(applied("a\nB", [edit("a\nb", 1, "B"), edit("a\nb", 0, "a")])).toEqual(["a\nB", "unchanged", "unchanged"]);
  });

  it("keeps Windows line ends, a byte order mark, emoji, and a missing last line end", () => {
    const text = "\uFEFF# 🍞\r\n- [ ] [[A]] 😀\r\nend";
    const after = "\uFEFF# 🍞\r\n- [x] [[A]] 😁\r\nend";
    expect(applied(text, [edit(text, 1, "- [x] [[A]] 😁")])).toEqual([after, "written"]);
    expect(applyEdits(text, [edit(text, 1, "- [ ] [[A]] 😁")]).changes.map(({ words }) => words)).toEqual(["😁"]);
  });

  it("finds its line of several alike in an editor, whose line ends are of the other kind", () => {
    const [disk, editor] = ["x\r\na\r\nx\r\na\r\n", "x\na\nx\na\n"];
    expect(applied(editor, [edit(disk, 3, "A")])).toEqual(["x\na\nx\nA\n", "written"]);
    expect(applied(disk, [edit(editor, 3, "A")])).toEqual(["x\r\na\r\nx\r\nA\r\n", "written"]);
    expect(applied(editor, [editLines(disk, 2, 3, "x\r\nb\r\na")])).toEqual(["x\na\nx\nb\na\n", "written"]);
  });
});

describe("edits of one batch", () => {
  const text = "- [[A]] (10 lines) ★★\n- [[B]]\n";

  it("of one line are both done where they change other characters", () => {
    const [length, rating] = ["- [[A]] (12 lines) ★★", "- [[A]] (10 lines) ★★★"].map((line) => edit(text, 0, line));
    const after = "- [[A]] (12 lines) ★★★\n- [[B]]\n";
    expect(applied(text, [length!, rating!])).toEqual([after, "written", "written"]);
    expect(applied(text, [rating!, length!])).toEqual([after, "written", "written"]);
  });

  it("are told apart from those that change the same characters, of which the first is done", () => {
    const [four, five] = ["- [[B]] ★★★★", "- [[B]] ★★★★★"].map((line) => edit(text, 1, line));
    expect(applied(text, [five!, four!])).toEqual([text.replace("[[B]]", "[[B]] ★★★★★"), "written", "moved"]);
    expect(applied(text, [four!, four!])).toEqual([text.replace("[[B]]", "[[B]] ★★★★"), "written", "unchanged"]);
  });

  it("keep what is added to a line apart from the line that comes behind it", () => {
    const [rating, line] = ["- [[B]] ★★★", "- [[B]]\n- [[C]]"].map((words) => edit(text, 1, words));
    for (const edits of [
      [rating!, line!],
      [line!, rating!],
    ])
      expect(applied(text, edits)[0]).toBe("- [[A]] (10 lines) ★★\n- [[B]] ★★★\n- [[C]]\n");
  });

  it("change no line that another one takes away", () => {
    const [gone, rating] = [editLines(text, 0, 1, "- [[A]] (10 lines) ★★"), edit(text, 1, "- [[B]] ★★★")];
    expect(applied(text, [gone, rating])).toEqual(["- [[A]] (10 lines) ★★\n", "written", "moved"]);
    expect(applied(text, [rating, gone])).toEqual([text.replace("[[B]]", "[[B]] ★★★"), "written", "moved"]);
  });
});

describe("a new line", () => {
  it.each([
    ["behind its neighbour", "a\r\nb", 0, "a\r\nnew", "a\r\nnew\r\nb"],
    ["behind a last line without end", "a\nb", 1, "b\nnew", "a\nb\nnew"],
    ["before its neighbour, which begins alike", "a\nb\n", 1, "b2\nb", "a\nb2\nb\n"],
    ["in a note without text", "", 0, "---\nrating: 4\n---\n", "---\nrating: 4\n---\n"],
  ])("stands %s, and goes again", (_, text, line, insert, after) => {
    const done = applyEdits(text, [edit(text, line, insert)]);
    expect([done.text, done.results]).toEqual([after, ["written"]]);
    expect(applied(after, done.inverse)).toEqual([text, "written"]);
  });

  it("comes beside others at the same place, in their order", () => {
    const text = "a\nb\n";
    const edits = ["a\n1", "a\n2"].map((insert) => edit(text, 0, insert));
    const { text: after, inverse } = applyEdits(text, edits);
    expect([after, inverse.length]).toEqual(["a\n1\n2\nb\n", 1]);
    expect(applied(after, inverse)).toEqual([text, "written"]);
  });
});

const pieces = ["a", "b", "ab", "- [[A]]", " ★★", "\n", "\n", "\r\n", "\r", "😀", "😁", "\uFEFF", "", " "];
const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(""));
const noBreak = fc
  .array(fc.constantFrom("a", "b", "★", "😀", "😁", " "), { maxLength: 6 })
  .map((parts) => parts.join(""));
const newLines = fc.array(noBreak, { minLength: 1, maxLength: 3 });
const asked = fc.record({ line: fc.nat(20), count: fc.integer({ min: 1, max: 3 }), words: newLines, keeps: fc.nat(3) });
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

/** An edit of some lines of a text: other words for one, or other lines before, behind or instead of them. */
function asEdit(text: string, { line, count, words, keeps }: Asked): TextEdit {
  const lines = linesIn(text);
  const first = line % lines.length;
  const whole = editLines(text, first, Math.min(first + count, lines.length) - 1, "");
  const end = /\r?\n/.exec(text)?.[0] ?? "\n";
  const added = words.join(end);
  const inserts = [added, whole.expected + end + added, added + end + whole.expected, lines[first]!.words];
  return { ...whole, insert: inserts[keeps] ?? added };
}

describe("on any text, edits in any order", () => {
  const texts = fc.tuple(anyText, fc.array(asked, { maxLength: 6 }));

  it("are taken back to the same bytes, and done again to the same bytes", () => {
    fc.assert(
      fc.property(texts, ([text, all]) => {
        const done = applyEdits(
          text,
          all.map((one) => asEdit(text, one)),
        );
        const undone = applyEdits(done.text, done.inverse);
        expect(undone.results.every((result) => result === "written")).toBe(true);
        expect(undone.text).toBe(text);
        expect(applyEdits(text, undone.inverse).text).toBe(done.text);
      }),
      { numRuns: 2000 },
    );
  });

  it("change no byte outside of what they expect and insert, and lose none that is said to be written", () => {
    fc.assert(
      fc.property(texts, ([text, all]) => {
        const edits = all.map((one) => asEdit(text, one));
        const { text: after, results, changes } = applyEdits(text, edits);
        let [rest, end] = ["", 0];
        for (const { from, to, words } of changes) {
          expect(from).toBeGreaterThanOrEqual(end);
          rest += text.slice(end, from) + words;
          end = to;
        }
        expect(after).toBe(rest + text.slice(end));
        edits.forEach((one, index) => {
          const alone = applyEdits(text, [one]);
          if (results[index] === "written") for (const change of alone.changes) expect(changes).toContainEqual(change);
          expect(alone.text).toBe(
            alone.results[0] === "written" ? text.slice(0, one.from) + one.insert + text.slice(one.to) : text,
          );
        });
        const used = changes.every((change) =>
          edits.some(
            (one, index) => results[index] === "written" && one.from <= change.from && change.to <= one.to + 2,
          ),
        );
        expect(used).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("find their lines after edits by others, or say that they did not", () => {
    const numbered = fc
      .integer({ min: 1, max: 12 })
      .map((count) => Array.from({ length: count }, (_, at) => `line ${at}`));
    const foreign = fc.array(fc.tuple(fc.nat(12), fc.constantFrom("add", "drop", "change")), { maxLength: 4 });
    fc.assert(
      fc.property(
        numbered,
        fc.constantFrom("\n", "\r\n"),
        foreign,
        fc.array(fc.nat(11)),
        (lines, end, others, wanted) => {
          const text = lines.join(end);
          const now = [...lines];
          for (const [at, kind] of others)
            if (kind === "add") now.splice(at, 0, `other ${at}`);
            else if (kind === "drop") now.splice(at, 1);
            else if (at < now.length) now[at] = `${now[at]} by another`;
          const edits = [...new Set(wanted.map((at) => at % lines.length))].map((at) => edit(text, at, `mine ${at}`));
          const { text: after, results } = applyEdits(now.join(end), edits);
          const mine = new Map(edits.map(({ expected, insert }) => [expected, insert]));
          expect(linesOf(after)).toEqual((now.length === 0 ? [""] : now).map((line) => mine.get(line) ?? line));
          expect(results).toEqual(edits.map(({ expected }) => (now.includes(expected) ? "written" : "moved")));
        },
      ),
    );
  });

  it("are taken back after edits by others elsewhere, to the bytes that would be there without them", () => {
    fc.assert(
      fc.property(anyText, asked, newLines, (text, one, above) => {
        const done = applyEdits(text, [asEdit(text, one)]);
        const added = above.map((line, at) => `${at} by another ${line}\n`).join("");
        const undone = applyEdits(added + done.text, done.inverse);
        if (undone.results[0] === "written") expect(undone.text).toBe(added + text);
        else expect(undone.text).toBe(added + done.text);
      }),
    );
  });
});
