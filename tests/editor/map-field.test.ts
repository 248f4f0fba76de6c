// @vitest-environment happy-dom
// Marks under any sequence of edits: each stands at its own link or heading, or is gone;
// and once the index has followed, all stand where a fresh reading of the text puts them.
import type { ChangeSpec } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf } from "../../src/core/roadmap/map-marks";
import { placeAnew } from "../../src/editor/map-field";
import { standsAt } from "../../src/editor/placing";
import { installDom } from "../host/dom/install";
import { FakePort, PATH, stateOf } from "./marked-editor";

installDom(window);

const PIECES = [
  "## One\n\n",
  "### Two [[A]]\n",
  "- [[A]]\n",
  "- [[B|b]] ★★★\n",
  "  - [[C]] see [[A]]\n",
  "| a | b |\n|---|---|\n| [[A\\|x]] | y |\n\n",
  "text [[A]]\n\n",
  "- ![[B]]\n",
  "```\n",
  "- [w](https://a.b/c)\n",
  "[[",
  "]]",
  "x",
  "\n",
  "# ",
  "> ",
];
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(""));
const anyEdit = fc.record({
  at: fc.nat(999),
  length: fc.oneof(fc.constant(0), fc.nat(12)),
  insert: fc.oneof(fc.constantFrom(...PIECES), fc.constant("")),
  isRead: fc.boolean(),
  isDelivered: fc.boolean(),
});

type Marked = ReturnType<typeof stateOf>;

function marksIn({ state, field }: Marked): readonly string[] {
  const marks: string[] = [];
  state.field(field).placed.between(0, state.doc.length, (from, _to, { mark }) => {
    if (standsAt(state.doc, from, mark)) marks.push(`${from} ${idOf(mark)}`);
  });
  return marks;
}

function change(length: number, edit: { at: number; length: number; insert: string }): ChangeSpec {
  const from = Math.min(edit.at, length);
  return { from, to: Math.min(from + edit.length, length), insert: edit.insert };
}

/** A heading that ends the text, before other headings of its name come: its mark is longer than what is left of it. */
const SHORTENED = "## One\n\n- [[B|b]] ★★★\n";
const still = { isRead: false, isDelivered: false };
const SHORTENING = [
  { at: 0, length: 0, insert: "[[", ...still },
  { at: 0, length: 0, insert: "- [[B|b]] ★★★\n", ...still },
  { at: 38, length: 0, insert: "]]", ...still },
  { at: 29, length: 8, insert: "", isRead: false, isDelivered: true },
  { at: 26, length: 0, insert: "## One\n\n", ...still },
];

describe("marks after any edits", () => {
  it("stand at what they mean or are gone, and once the index has followed stand where a fresh reading puts them", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyEdit, { maxLength: 8 }), (text, edits) => {
        const port = new FakePort();
        port.read(text);
        const marked = stateOf(port, text);
        for (const edit of edits) {
          marked.state = marked.state.update({ changes: change(marked.state.doc.length, edit) }).state;
          if (edit.isRead) port.read(marked.state.doc.toString());
          if (edit.isDelivered) marked.state = marked.state.update({ effects: placeAnew.of(null) }).state;
          const seen = marked.state.field(marked.field);
          seen.placed.between(0, marked.state.doc.length, (from, to, { mark }) => {
            if (mark.kind === "entry" && standsAt(marked.state.doc, from, mark))
              expect(marked.state.sliceDoc(from, to)).toContain(mark.entry.link.link);
          });
        }
        const now = marked.state.doc.toString();
        port.read(now);
        marked.state = marked.state.update({ effects: placeAnew.of(null) }).state;
        expect(marksIn(marked)).toEqual(marksIn(stateOf(port, now)));
        const whole = port.marks(PATH)?.filter(({ from, to }) => !now.slice(from, to).includes("\n")) ?? [];
        expect(marksIn(marked)).toEqual(expect.arrayContaining(whole.map((mark) => `${mark.from} ${idOf(mark)}`)));
      }),
      { numRuns: 400, examples: [[SHORTENED, SHORTENING]] },
    );
  });

  it("are where they were when the file has line ends of two characters", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const port = new FakePort();
        port.read(text);
        const plain = marksIn(stateOf(port, text));
        port.read(text.replaceAll("\n", "\r\n"));
        expect(marksIn(stateOf(port, text.replaceAll("\n", "\r\n")))).toEqual(plain);
      }),
      { numRuns: 200 },
    );
  });
});
