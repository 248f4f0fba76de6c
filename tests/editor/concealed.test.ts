// @vitest-environment happy-dom
// Live Preview hides the signs of Markdown around links; marks are seen wherever it hides them, and however.
import { forceParsing } from "@codemirror/language";
import type { EditorView } from "@codemirror/view";
import { afterEach, describe, expect, it } from "vitest";
import { installDom } from "../host/dom/install";
import { concealedSyntax, setConcealing } from "../host/workspace/concealed-syntax";
import { markdownSyntax } from "../host/workspace/markdown-syntax";
import { openEditor, seen, type MarkedEditor } from "./marked-editor";

installDom(window);

let open: EditorView | null = null;
afterEach(() => {
  open?.destroy();
  setConcealing("by token");
});

/** An editor with its cursor in the first line, above which the others hide their signs. */
function preview(text: string): MarkedEditor {
  const editor = openEditor(`here\n\n${text}`, { isLivePreview: true, beside: [markdownSyntax(), concealedSyntax] });
  open = editor.view;
  // A busy machine may not get to the end in the time that the editor gives the parser at once.
  forceParsing(editor.view, editor.view.state.doc.length, 5000);
  return editor;
}

/** The lines below the first, as they are seen. */
function lines({ view }: MarkedEditor): string {
  return seen(view).slice("here\n\n".length);
}

const CASES: readonly (readonly [source: string, seen: string])[] = [
  ["- [[A]]", "- •A"],
  ["- [[A|a]] x", "- •a x"],
  ["- **[[A]]** x", "- •A x"],
  ["- *[[A]]*, __[[B]]__", "- •A, •B"],
  ["- ==[[A]]==", "- •A"],
  ["- ~~[[A]]~~", "- •A"],
  ["- ==**[[A]]**==", "- •A"],
  ["- ***[[A]]***", "- •A"],
  ["- [a](A.md) and **[b](B.md)**", "- •a and •b"],
  ["- [[A]][[B]]", "- •A•B"],
  ["- **[[A]]**[[B]]", "- •A•B"],
  ["- [a](A.md)[[B]]", "- •a•B"],
  ["- `x`[[A]]", "- x•A"],
  ["## [[A]]", "•A 0/1"],
  ["## **[[A]]**", "•A 0/1"],
  ["## One\n\n> [[A]]", "One 0/1\n\n•A"],
  ["## One\n\n> > **[[A]]**", "One 0/1\n\n•A"],
];

describe.each(["by token", "merged"] as const)("signs that are hidden %s", (way) => {
  it.each(CASES)("leave marks in sight: %s", (source, shown) => {
    setConcealing(way);
    expect(lines(preview(source))).toBe(shown);
  });

  it("leave each mark its own gestures", () => {
    setConcealing(way);
    const { view, port } = preview("- **[[A]]**[[B]]\n\n## *[[C]]*");
    for (const el of view.contentDOM.querySelectorAll(".moc-path-mark.mod-entry"))
      el.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    expect(port.clicks.map((id) => id.replace(/^.*\[/s, "["))).toEqual(["[A.md]", "[B.md]", "[C.md]"]);
  });
});
