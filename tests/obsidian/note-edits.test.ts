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

async function start(more: Readonly<Record<string, string>> = {}): Promise<{
  readonly test: TestApp;
  readonly notes: NoteEdits;
}> {
  const test = await startTestApp({ ...NOTES, ...more });
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

  it("never reach the text of another note, in an editor that is just opening theirs", async () => {
    const other = "two\n\nsecret\n";
    const { test, notes } = await start({ "D.md": other });
    await test.app.workspace.openLinkText("D", "");
    const release = test.faults.hold("read", { path: /^C/u, times: 1 });
    const opening = test.app.workspace.openLinkText("C", "");
    await vi.waitFor(() => expect(test.app.workspace.getActiveFile()?.path).toBe("C.md"));
    const { results } = await notes.edit([{ ...edit("C.md", 0, "three"), expected: "two" }, edit("C.md", 0, "four")]);
    expect([results, test.backend.texts()["C.md"]]).toEqual([["moved", "written"], "four\n"]);
    release();
    await opening;
    expect(test.app.workspace.getActiveViewOfType(MarkdownView)?.editor.getValue()).toBe("four\n");
    expect(test.backend.texts()["D.md"]).toBe(other);
  });

  it("wait for an editor that is saving, and leave what was typed there", async () => {
    const { test, notes } = await start();
    await test.app.workspace.openLinkText("C", "");
    const view = test.app.workspace.getActiveViewOfType(MarkdownView)!;
    const release = test.faults.hold("write", { path: /^C/u, times: 1 });
    view.editor.replaceRange("typed\n\n", { line: 0, ch: 0 });
    const saving = view.save();
    const editing = notes.edit([edit("C.md", 0, "two")]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    release();
    await saving;
    expect((await editing).results).toEqual(["written"]);
    await vi.waitFor(() => expect(view.editor.getValue()).toBe("typed\n\ntwo\n"));
    expect(texts(test)[2]).toBe("typed\n\ntwo\n");
  });

  it("are not done in an editor that cannot save, and say why", async () => {
    const { test, notes } = await start();
    await test.app.workspace.openLinkText("C", "");
    const view = test.app.workspace.getActiveViewOfType(MarkdownView)!;
    test.faults.fail("write", new Error("ENOSPC"), { path: /^C/u });
    view.editor.replaceRange("typed\n", { line: 0, ch: 0 });
    const { results, failures } = await notes.edit([edit("C.md", 0, "two")]);
    expect([results, [...failures], view.editor.getValue()]).toEqual([
      ["failed"],
      [["C.md", "ENOSPC"]],
      "typed\none\n",
    ]);
    test.faults.clear();
    expect((await notes.edit([edit("C.md", 0, "two")])).results).toEqual(["written"]);
    expect([view.editor.getValue(), texts(test)[2]]).toEqual(["typed\ntwo\n", "typed\ntwo\n"]);
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
