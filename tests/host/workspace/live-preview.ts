// Live Preview's blocks: tables, callouts, embeds and fenced blocks of plugins, which the app shows as widgets in place
// of their lines. All but tables show their lines while the cursor is in them. A table's cell is written in an editor
// of its own, with the extensions of plugins in it (obsidian-helix/obsidian-helix#2, rvben/obsidian-rumdl#11). What
// widgets render runs through post processors (Aidurber/obsidian-plugin-dynamic-toc#34), which are not told where it
// stands.
import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { StateField, type EditorState, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import type { App } from "../app";
import { Component } from "../events/component";
import { dress } from "../markdown/dress";
import { toHtml } from "../markdown/html";
import { isRenderedLanguage } from "../markdown/post-processors";
import { renderInto } from "../markdown/renderer";
import { editorLivePreviewField, setLivePreview } from "./editor-fields";

/** The things a note's editor gives its widgets. */
export interface BlockOwner {
  readonly app: App;
  /** Path of the note; null while it has none. */
  path(): string | null;
  /** Makes an editor for a cell's text in an element. */
  cellEditor(parentEl: HTMLElement, text: string): EditorView;
}

type Kind = "table" | "callout" | "embed" | "code";

const CLASSES: Readonly<Record<Kind, string>> = {
  table: "cm-table-widget",
  callout: "cm-callout",
  embed: "cm-embed",
  code: "cm-preview-code-block",
};
const PARSE_MS = 100;

/** Anything that widgets have rendered ends with their elements. */
const rendered = new WeakMap<HTMLElement, Component>();

class BlockWidget extends WidgetType {
  constructor(
    readonly kind: Kind,
    readonly source: string,
    private readonly owner: BlockOwner,
  ) {
    super();
  }

  override eq(other: BlockWidget): boolean {
    return this.kind === other.kind && this.source === other.source;
  }

  override toDOM(view: EditorView): HTMLElement {
    const el = createDiv(`cm-embed-block markdown-rendered ${CLASSES[this.kind]}`);
    if (this.kind === "table") this.drawTable(el, view);
    else this.render(el);
    return el;
  }

  override destroy(el: HTMLElement): void {
    rendered.get(el)?.unload();
  }

  override ignoreEvent(): boolean {
    return true;
  }

  private render(el: HTMLElement): void {
    const owner = new Component();
    void owner.load();
    rendered.set(el, owner);
    renderInto(el, this.source, { app: this.owner.app, sourcePath: this.owner.path() ?? "", depth: 0 }, owner);
  }

  private drawTable(el: HTMLElement, view: EditorView): void {
    el.innerHTML = toHtml(this.source);
    dress(el);
    el.findAll("tr").forEach((rowEl, row) => {
      rowEl
        .findAll("th, td")
        .forEach((cellEl, column) => cellEl.addEventListener("click", () => this.edit(view, el, cellEl, row, column)));
    });
  }

  /** Opens a cell; what it says when it is left is written into the note. */
  private edit(view: EditorView, el: HTMLElement, cellEl: HTMLElement, row: number, column: number): void {
    if (cellEl.querySelector(".cm-editor")) return;
    const cell = cellIn(view.state, view.posAtDOM(el), row, column);
    if (!cell) return;
    const text = view.state.sliceDoc(cell.from, cell.to);
    cellEl.empty();
    const editor = this.owner.cellEditor(cellEl, text);
    editor.focus();
    editor.contentDOM.addEventListener("blur", () => {
      const insert = editor.state.doc.toString();
      const place = cellIn(view.state, view.posAtDOM(el), row, column);
      editor.destroy();
      cellEl.innerHTML = toHtml(insert).replace(/^<p>|<\/p>\s*$/g, "");
      if (place && insert !== text) view.dispatch({ changes: { ...place, insert } });
    });
  }
}

/** The place of a cell's text in the note; the row of delimiters counts for nothing. */
function cellIn({ doc }: EditorState, from: number, row: number, column: number): { from: number; to: number } | null {
  const line = doc.line(doc.lineAt(from).number + (row === 0 ? 0 : row + 1));
  let at = line.from + (/^\s*\|?/.exec(line.text)?.[0].length ?? 0);
  const cells = line.text
    .slice(at - line.from)
    .split(/(?<!\\)\|/u)
    .map((words) => {
      const start = at;
      at += words.length + 1;
      return { from: start + words.length - words.trimStart().length, to: start + words.trimEnd().length };
    });
  return cells[column] ?? null;
}

function kindOf(name: string, source: string): Kind | null {
  if (name === "Table") return "table";
  if (name === "Blockquote" && /^>\s*\[!/u.test(source)) return "callout";
  if (name === "FencedCode") return isRenderedLanguage(/^[`~]+\s*(\S*)/u.exec(source)?.[1] ?? "") ? "code" : null;
  return name === "Paragraph" && /^!\[\[[^\]]+\]\]$/u.test(source.trim()) ? "embed" : null;
}

function blocksIn(state: EditorState, owner: BlockOwner): DecorationSet {
  if (!state.field(editorLivePreviewField)) return Decoration.none;
  const blocks: Range<Decoration>[] = [];
  const tree = ensureSyntaxTree(state, state.doc.length, PARSE_MS) ?? syntaxTree(state);
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const [from, to] = [state.doc.lineAt(node.from).from, state.doc.lineAt(node.to).to];
    const source = state.sliceDoc(from, to);
    const kind = kindOf(node.name, source);
    const isWritten = kind !== "table" && state.selection.ranges.some((range) => range.from <= to && range.to >= from);
    if (kind && !isWritten)
      blocks.push(Decoration.replace({ widget: new BlockWidget(kind, source, owner), block: true }).range(from, to));
  }
  return Decoration.set(blocks);
}

/** Shows the blocks of Live Preview as widgets while it is on. */
export function livePreviewBlocks(owner: BlockOwner): Extension {
  return StateField.define<DecorationSet>({
    create: (state) => blocksIn(state, owner),
    update: (blocks, { docChanged, selection, effects, state }) =>
      docChanged || selection || effects.some((effect) => effect.is(setLivePreview)) ? blocksIn(state, owner) : blocks,
    provide: (field) => EditorView.decorations.from(field),
  });
}
