// Following a link in the editor: Ctrl or Cmd with a click, as in source mode.
import { syntaxTree } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { Keymap } from "../events/keymap";
import type { MarkdownView } from "./markdown-view";

/** Opens what is clicked; with further modifiers in a new tab or beside. */
export function followLinks(view: MarkdownView): void {
  const { cm } = view.editor;
  cm.contentDOM.addEventListener("mousedown", (event) => {
    if (event.button !== 0 || !Keymap.isModifier(event, "Mod")) return;
    const link = linkAt(cm, event);
    if (link === null) return;
    event.preventDefault();
    open(view, link, event);
  });
}

function open(view: MarkdownView, link: string, event: MouseEvent): void {
  if (/^[a-z][a-z0-9+.-]*:/iu.test(link)) {
    window.open(link, "_blank", "noopener");
    return;
  }
  const pane = event.altKey || event.shiftKey ? Keymap.isModEvent(event) : false;
  void view.app.workspace.openLinkText(link, view.file?.path ?? "", pane);
}

/** The target of the link under the pointer, or null. */
function linkAt(cm: EditorView, { clientX, clientY }: MouseEvent): string | null {
  const pos = cm.posAtCoords({ x: clientX, y: clientY });
  if (pos === null) return null;
  for (let node = syntaxTree(cm.state).resolveInner(pos, 1); node.parent; node = node.parent) {
    if (node.name === "Wikilink") return wikilinkTarget(cm.state.sliceDoc(node.from + 2, node.to - 2));
    const url = node.name === "Link" ? node.getChild("URL") : null;
    if (url) return decodeURI(cm.state.sliceDoc(url.from, url.to));
  }
  return null;
}

function wikilinkTarget(inner: string): string {
  const bar = inner.indexOf("|");
  return (bar > 0 ? inner.slice(0, bar) : inner).replace(/\\$/u, "");
}
