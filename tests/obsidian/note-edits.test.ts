// @vitest-environment happy-dom
// Edits of several notes at once: on disk and in an open editor, each note in one step, with what came of each edit.
import { OffSwitch } from "../../src/obsidian/off-switch";
import type { App } from "obsidian";
import { afterEach, describe, expect, it, vi } from "vitest";
import { lineEdit, linesIn } from "../../src/core/edit/lines";
import type { TextEdit } from "../../src/core/edit/text-edit";
import { NoteEdits } from "../../src/obsidian/note-edits";
import { MarkdownView } from "../host/obsidian";
import { startTestApp, type TestApp } from "../host/test-app";

const NOTES = {
  "A.md": "---\nrating: 2 # mine\n---\nA\n",
  "B.md": "\uFEFFx\r\ny\r\nx\r\ny 🍞",
  "C.md": "one\n",
};

const open: TestApp[] = [];

async function start(): Promise<{ readonly test: TestApp; readonly notes: NoteEdits }> {
  const test = await startTestApp(NOTES);
  open.push(test);
  return { test, notes: new NoteEdits(test.app as unknown as App, new OffSwitch()) };
}

function edit(path: keyof typeof NOTES, line: number, insert: string): TextEdit {
  return lineEdit(path, linesIn(NOTES[path])[line]!, insert);
}

const texts = ({ backend }: TestApp): readonly (string | undefined)[] =>
  Object.keys(NOTES).map((path) => backend.texts()[path]);

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of open.splice(0)) await app.close();
});

describe("edits of several notes", () => {
  it("are done in each, told one by one, and taken back to the byte", async () => {
    const { test, notes } = await start();
    const gone = { ...edit("C.md", 0, "gone"), path: "Gone.md" };
    const asked = [
      edit("B.md", 3, "y 🥖\r\nz"),
      edit("A.md", 1, "rating: 4 # mine"),
      edit("B.md", 2, "X"),
      gone,
      { ...edit("C.md", 0, "two"), expected: "other" },
    ];
    const { results, inverse, failures } = await notes.edit(asked);
    expect([results, failures.size]).toEqual([["written", "written", "written", "missing", "moved"], 0]);
    expect(texts(test)).toEqual(["---\nrating: 4 # mine\n---\nA\n", "\uFEFFx\r\ny\r\nX\r\ny 🥖\r\nz", "one\n"]);
    expect((await notes.edit(inverse)).results.every((result) => result === "written")).toBe(true);
    expect(texts(test)).toEqual(Object.values(NOTES));
  });

  it("fit a file with a byte order mark that the text they were made from had lost", async () => {
    const { test, notes } = await start();
    const stripped = NOTES["B.md"].slice(1);
    const lines = linesIn(stripped);
    const { results, inverse } = await notes.edit([0, 2].map((at) => lineEdit("B.md", lines[at]!, `X${at}`)));
    expect([results, texts(test)[1]]).toEqual([["written", "written"], "\uFEFFX0\r\ny\r\nX2\r\ny 🍞"]);
    expect((await notes.edit(inverse)).results.every((result) => result === "written")).toBe(true);
    expect(texts(test)).toEqual(Object.values(NOTES));
  });

  it("go on where one note cannot be written, and say why", async () => {
    const { test, notes } = await start();
    test.faults.fail("write", new Error("EACCES"), { path: /^A/u });
    const { results, failures } = await notes.edit([edit("A.md", 1, "rating: 4"), edit("C.md", 0, "two")]);
    expect([results, [...failures]]).toEqual([["failed", "written"], [["A.md", "EACCES"]]]);
    expect(texts(test)[2]).toBe("two\n");
  });

  it("reach the unsaved words of an open editor, whose line ends are others", async () => {
    const { test, notes } = await start();
    await test.app.workspace.openLinkText("B", "");
    const view = test.app.workspace.getActiveViewOfType(MarkdownView)!;
    view.editor.replaceRange("typed\n", { line: 1, ch: 0 });
    const { results, inverse } = await notes.edit([edit("B.md", 3, "y 🥖\r\nz"), edit("C.md", 0, "two")]);
    expect([results, view.editor.getValue()]).toEqual([
      ["written", "written"],
      expect.stringMatching(/x\ntyped\ny\nx\ny 🥖\nz$/u),
    ]);
    await notes.edit(inverse);
    expect(view.editor.getValue()).toMatch(/x\ntyped\ny\nx\ny 🍞$/u);
    expect(texts(test)[2]).toBe("one\n");
  });
});
