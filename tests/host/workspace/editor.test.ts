// @vitest-environment happy-dom
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { Editor } from "./editor";

function editorOf(text: string): Editor {
  return new Editor(
    new EditorView({
      state: EditorState.create({ doc: text, extensions: [EditorState.allowMultipleSelections.of(true)] }),
    }),
  );
}

test("positions outside the text are its nearest ends", () => {
  const editor = editorOf("ab\ncd");
  expect([
    editor.posToOffset({ line: 9, ch: 0 }),
    editor.posToOffset({ line: 0, ch: 9 }),
    editor.posToOffset({ line: -1, ch: 1 }),
  ]).toEqual([5, 2, 0]);
  expect(editor.offsetToPos(99)).toEqual({ line: 1, ch: 2 });
  expect(editor.getLine(7)).toBe("");
});

test("all changes of a transaction name positions of the text before", () => {
  const editor = editorOf("one\ntwo");
  editor.transaction({
    changes: [
      { from: { line: 0, ch: 0 }, text: "> " },
      { from: { line: 1, ch: 0 }, to: { line: 1, ch: 3 }, text: "2" },
    ],
    selection: { from: { line: 1, ch: 1 } },
  });
  expect(editor.getValue()).toBe("> one\n2");
  expect(editor.getCursor()).toEqual({ line: 1, ch: 1 });
});

test("several selections are kept apart", () => {
  const editor = editorOf("one\ntwo");
  const wanted = [
    { anchor: { line: 0, ch: 0 }, head: { line: 0, ch: 3 } },
    { anchor: { line: 1, ch: 1 }, head: { line: 1, ch: 2 } },
  ];
  editor.setSelections(wanted);
  expect(editor.listSelections()).toEqual(wanted);
  expect(editor.somethingSelected()).toBe(true);
});

test("lines are processed once read, empty ones left out", () => {
  const editor = editorOf("a\n\nb");
  editor.setSelection({ line: 0, ch: 0 }, { line: 2, ch: 1 });
  editor.processLines(
    (line) => line,
    (line, text, value) => ({ from: { line, ch: 0 }, to: { line, ch: text.length }, text: `${String(value)}:${text}` }),
  );
  expect(editor.getValue()).toBe("0:a\n\n2:b");
});
