// Classes for whole lines of a note: headings, quotes, code, lists, tables.
import { syntaxTree } from "@codemirror/language";
import { RangeSetBuilder, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";

const CLASS_OF_NODE: Readonly<Record<string, string>> = {
  FencedCode: "HyperMD-codeblock",
  Blockquote: "HyperMD-quote",
  Table: "HyperMD-table-row",
  Frontmatter: "cm-frontmatter-line",
  HorizontalRule: "HyperMD-hr",
};

class LineClasses {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate): void {
    if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state))
      this.decorations = decorate(view);
  }
}

function decorate(view: EditorView): DecorationSet {
  const classes = new Map<number, Set<string>>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => addLines(view.state, classes, node.name, node.from, node.to),
    });
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const [from, names] of [...classes].sort(([a], [b]) => a - b)) {
    builder.add(from, from, Decoration.line({ class: [...names].join(" ") }));
  }
  return builder.finish();
}

function addLines(state: EditorState, classes: Map<number, Set<string>>, name: string, from: number, to: number): void {
  const level = /^(?:ATX|Setext)Heading(\d)$/u.exec(name)?.[1];
  const cls = level === undefined ? CLASS_OF_NODE[name] : `HyperMD-header HyperMD-header-${level}`;
  if (cls === undefined) return;
  const last = state.doc.lineAt(to).number;
  for (let number = state.doc.lineAt(from).number; number <= last; number++) {
    const start = state.doc.line(number).from;
    classes.set(start, (classes.get(start) ?? new Set()).add(cls));
  }
}

export const markdownLines: Extension = ViewPlugin.fromClass(LineClasses, {
  decorations: (plugin) => plugin.decorations,
});
