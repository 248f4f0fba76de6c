// @vitest-environment happy-dom
// The marks of a map while it is written.
import { undo, undoDepth } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import { afterEach, describe, expect, it, vi } from "vitest";
import { installDom } from "../host/dom/install";
import { openEditor, PATH, seen, type MarkedEditor } from "./marked-editor";

installDom(window);

const TEXT = "# Map\n\n## One\n\n- [[A]] ★★★\n- [[B|b]]\n\n## Two\n\n- [[C]]";
const MARKED = "# Map\n\n## One 0/2\n\n- •[[A]] ★★★\n- •[[B|b]]\n\n## Two 0/1\n\n- •[[C]]";

const open: EditorView[] = [];
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  vi.useRealTimers();
});

function edit(text: string, options: Parameters<typeof openEditor>[1] = {}): MarkedEditor {
  const editor = openEditor(text, options);
  open.push(editor.view);
  return editor;
}

function type(view: EditorView, before: string, insert: string): void {
  const from = view.state.doc.toString().indexOf(before);
  view.dispatch({ changes: { from, insert }, userEvent: "input.type" });
}

function markEl(view: EditorView, index: number): Element {
  const el = view.contentDOM.querySelectorAll(".moc-path-mark.mod-entry")[index];
  if (!el) throw new Error("There is no such mark.");
  return el;
}

describe("the editor of a map", () => {
  it("shows a mark before each entry and behind each heading", () => {
    expect(seen(edit(TEXT).view)).toBe(MARKED);
  });

  it("underlines the links that something is wrong with, and says what", () => {
    const { port, editors, view } = edit(TEXT);
    const underlined = (): readonly (readonly (string | null)[])[] =>
      [...view.contentDOM.querySelectorAll(".moc-path-flaw")].map((el) => [
        el.textContent,
        el.getAttribute("aria-label"),
      ]);
    expect(underlined()).toEqual([]);
    port.flawed.add("B.md");
    editors.progressChanged();
    expect(underlined()).toEqual([["[[B|b]]", "Wrong: b"]]);
    type(view, "[[B", "x ");
    expect(underlined()).toEqual([["[[B|b]]", "Wrong: b"]]);
    expect(seen(view)).toBe(MARKED.replace("•[[B|b]]", "x •[[B|b]]"));
  });

  it("shows none in a note that is no map", () => {
    expect(seen(edit(TEXT, { path: "Note.md" }).view)).toBe(TEXT);
  });

  it("shows them in a map whose file has line ends of two characters", () => {
    const { port, editors, view } = edit(TEXT);
    port.read(TEXT.replaceAll("\n", "\r\n"));
    editors.mapsChanged(new Set([PATH]));
    expect(seen(view)).toBe(MARKED);
  });

  it("keeps each mark at its link while text is typed before, in front of and behind it", () => {
    const { view } = edit(TEXT);
    type(view, "## One", "new line\n");
    type(view, "[[A]]", "x ");
    type(view, " ★★★", " y");
    expect(seen(view)).toBe(MARKED.replace("## One", "new line\n## One").replace("•[[A]]", "x •[[A]] y"));
  });

  it("shows no mark at a link that is being changed, and shows it again once that is undone", () => {
    const { view } = edit(TEXT);
    type(view, "]] ★★★", "x");
    expect(seen(view)).toBe(MARKED.replace("•[[A]]", "[[Ax]]"));
    undo(view);
    expect(seen(view)).toBe(MARKED);
  });

  it("takes over what the index has read meanwhile, even if the text is ahead of it", () => {
    const { port, editors, view } = edit(TEXT);
    type(view, "- [[B|b]]", "- [[C]]\n");
    port.read(view.state.doc.toString());
    type(view, "## One", "ahead of the index ");
    type(view, "# Map", "- \n");
    editors.mapsChanged(new Set([PATH]));
    expect(seen(view)).toBe(
      `- \n${MARKED.replace("## One 0/2", "ahead of the index ## One").replace("- •[[B", "- [[C]]\n- •[[B")}`,
    );
  });

  it("finds marks again that an outside change took away, once the text rests", () => {
    vi.useFakeTimers();
    const { view } = edit(TEXT);
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: TEXT } });
    expect(seen(view)).toBe(TEXT);
    vi.advanceTimersByTime(1000);
    expect(seen(view)).toBe(MARKED);
  });

  it("draws only what looks different", () => {
    const { port, editors, view } = edit(TEXT);
    expect(port.drawn).toBe(5);
    editors.progressChanged();
    port.read(`${TEXT}\n`);
    editors.mapsChanged(new Set([PATH]));
    type(view, "## Two", "more\n\n");
    expect(port.drawn).toBe(5);
    port.states.set("B.md", "done");
    editors.progressChanged();
    expect(port.drawn).toBe(8);
  });

  it("leaves nothing to undo but what was typed", () => {
    const { port, editors, view } = edit(TEXT);
    type(view, "[[A]]", "x");
    port.states.set("A.md", "done");
    editors.progressChanged();
    editors.mapsChanged(new Set([PATH]));
    expect(undoDepth(view.state)).toBe(1);
    undo(view);
    expect(seen(view)).toBe(MARKED.replaceAll("0/", "1/"));
    expect(undoDepth(view.state)).toBe(0);
  });

  it("says which mark was clicked, without moving the cursor, and leaves other clicks alone", () => {
    const { port, view } = edit(TEXT);
    view.dispatch({ selection: { anchor: 3 } });
    for (const name of ["mousedown", "click"])
      markEl(view, 1).dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true }));
    expect(port.clicks).toEqual(["/One\n[B.md]"]);
    expect(view.state.selection.main.head).toBe(3);
    view.contentDOM.children[0]?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(port.clicks).toHaveLength(1);
  });

  it("is the same in two panes of one map", () => {
    const first = edit(TEXT);
    const second = edit(TEXT, { port: first.port });
    first.port.states.set("A.md", "done");
    for (const { editors } of [first, second]) editors.progressChanged();
    expect(seen(second.view)).toBe(seen(first.view));
  });

  it("shows nothing any more once it is switched off", () => {
    const { editors } = edit(TEXT);
    expect(editors.setShown(false)).toBe(true);
    expect(editors.extension).toEqual([]);
    expect(editors.setShown(false)).toBe(false);
  });
});

describe("Live Preview", () => {
  it.each([
    ["a table", "| a | b |\n|---|---|\n| [[A]] | x |\n\n- [[B]]", "| a | b |\n|---|---|\n| [[A]] | x |\n\n- •[[B]]"],
    ["a callout", "> [!tip] x\n> - [[A]]\n\n- [[B]]", "> [!tip] x\n> - [[A]]\n\n- •[[B]]"],
    ["an embed", "- ![[A]]\n- [[B]]", "- ![[A]]\n- •[[B]]"],
  ])("shows none in %s", (_what, text, shown) => {
    expect(seen(edit(text, { isLivePreview: true }).view)).toBe(shown);
  });

  it("shows them in a plain quote and behind a line with a bar", () => {
    const text = "> - [[A]]\n\na | b\n\n- [[B]]";
    expect(seen(edit(text, { isLivePreview: true }).view)).toBe(text.replaceAll("[[", "•[["));
  });

  it("shows in source mode what it does not", () => {
    expect(seen(edit("| a |\n|---|\n| [[A]] |\n\n- ![[B]]").view)).toBe("| a |\n|---|\n| •[[A]] |\n\n- •![[B]]");
  });
});
