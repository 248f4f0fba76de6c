// Live Preview hides the signs of Markdown on lines without the cursor: brackets, emphasis, hashes. Whether the app
// hides signs that adjoin one by one or as one range is not known; a plugin's widget between two is lost in the latter.
import { syntaxTree } from "@codemirror/language";
import type { EditorState, Extension } from "@codemirror/state";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";
import { editorLivePreviewField } from "./editor-fields";

type SyntaxNode = ReturnType<typeof syntaxTree>["topNode"];

export type Concealing = "by token" | "merged";

interface Span {
  readonly from: number;
  readonly to: number;
}

let concealing: Concealing = "by token";

/** Makes all editors hide signs that way; before they are made. */
export function setConcealing(way: Concealing): void {
  concealing = way;
}

/** The signs that a node of the syntax tree hides. */
function signsOf({ name, from, to, parent }: SyntaxNode, { doc }: EditorState): readonly Span[] {
  switch (name) {
    case "EmphasisMark":
    case "StrikethroughMark":
    case "HighlightMark":
    case "WikilinkMark":
      return [{ from, to }];
    case "CodeMark":
      return parent?.name === "InlineCode" ? [{ from, to }] : [];
    case "LinkMark":
    case "URL":
      return parent?.name === "Link" ? [{ from, to }] : [];
    case "HeaderMark":
    case "QuoteMark":
      return [{ from, to: doc.sliceString(to, to + 1) === " " ? to + 1 : to }];
    case "Escape":
      return [{ from, to: from + 1 }];
    case "Wikilink": {
      const bar = doc.sliceString(from, to).indexOf("|");
      return bar < 0 ? [] : [{ from: from + 2, to: from + bar + 1 }];
    }
    default:
      return [];
  }
}

/** The spans in order; those that adjoin as one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last && last.to >= span.from) all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else all.push(span);
  }
  return all;
}

class ConcealedSyntax {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update({ view, docChanged, viewportChanged, selectionSet, startState, state }: ViewUpdate): void {
    const isOther = startState.field(editorLivePreviewField) !== state.field(editorLivePreviewField);
    if (docChanged || viewportChanged || selectionSet || isOther || syntaxTree(startState) !== syntaxTree(state))
      this.decorations = decorate(view);
  }
}

function decorate({ state, visibleRanges }: EditorView): DecorationSet {
  if (!state.field(editorLivePreviewField)) return Decoration.none;
  const isWritten = ({ from, to }: Span): boolean =>
    state.selection.ranges.some(
      (range) => range.from <= state.doc.lineAt(to).to && range.to >= state.doc.lineAt(from).from,
    );
  const spans: Span[] = [];
  for (const { from, to } of visibleRanges) {
    syntaxTree(state).iterate({ from, to, enter: ({ node }) => void spans.push(...signsOf(node, state)) });
  }
  const hidden = spans.filter((span) => !isWritten(span)).sort((a, b) => a.from - b.from || a.to - b.to);
  const ranges = concealing === "merged" ? merged(hidden) : hidden;
  return Decoration.set(ranges.map(({ from, to }) => Decoration.replace({}).range(from, to)));
}

export const concealedSyntax: Extension = ViewPlugin.fromClass(ConcealedSyntax, {
  decorations: (plugin) => plugin.decorations,
});
