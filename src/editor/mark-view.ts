// Draws the marks in view of one editor, and says which mark a gesture meant.
import type { Range } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, type PluginValue, type ViewUpdate } from "@codemirror/view";
import { editorLivePreviewField } from "obsidian";
import type { MapMark } from "../core/roadmap/map-marks";
import { startOfSigns } from "./hidden-signs";
import { drawAnew, isPartial, pathIn, placeAnew, type MarkField } from "./map-field";
import { MARK, MarkWidget } from "./mark-widget";
import { standsAt } from "./placing";
import type { MarkPort } from "./port";
import { widgetLines } from "./widget-blocks";

/** The time the text must rest before marks without a place are looked for again, in milliseconds. */
const REST = 300;
const NO_LINES: ReadonlySet<number> = new Set();

/** All that is needed to draw. */
export interface Drawing {
  readonly port: MarkPort;
  readonly field: MarkField;
  /** The editors that show marks now. */
  readonly views: Set<EditorView>;
}

export class MarkView implements PluginValue {
  decorations = Decoration.none;
  /** All that has been drawn of marks since their looks may have changed last. */
  private drawn = new Map<MapMark, Decoration | null>();
  private isLate = false;
  /** Ends the wait for a rest, in the window that it began in: a view may be in another by then. */
  private endRest = (): void => undefined;

  constructor(
    private readonly view: EditorView,
    private readonly drawing: Drawing,
  ) {
    drawing.views.add(view);
    this.decorations = this.build();
    this.awaitRest();
  }

  update(update: ViewUpdate): void {
    const { docChanged, viewportChanged, startState, state, view, transactions } = update;
    const { field } = this.drawing;
    const isFresh = transactions.some(({ effects }) =>
      effects.some((effect) => effect.is(placeAnew) || effect.is(drawAnew)),
    );
    const isOther =
      startState.field(field) !== state.field(field) || isLivePreview(startState) !== isLivePreview(state);
    if (isFresh) this.drawn = new Map();
    if (docChanged) this.awaitRest();
    this.isLate ||= isFresh || isOther || viewportChanged;
    if (!this.isLate) return;
    // An input method must find the nodes around its text as it left them.
    if (view.composing) this.decorations = this.decorations.map(update.changes);
    else this.decorations = this.build();
  }

  destroy(): void {
    this.drawing.views.delete(this.view);
    this.endRest();
  }

  /** The mark whose element this is; null for any other element. */
  markOf(target: EventTarget | null): MapMark | null {
    const el = target !== null && "closest" in target ? (target as Element).closest<HTMLElement>(`.${MARK}`) : null;
    if (!el) return null;
    const { state } = this.view;
    const at = this.view.posAtDOM(el);
    const line = state.doc.lineAt(at);
    const kind = el.hasClass("mod-division") ? "division" : "entry";
    let found: MapMark | null = null;
    state.field(this.drawing.field).placed.between(line.from, line.to, (start, _end, { mark }) => {
      if (start >= line.from && mark.kind === kind && drawnAt(state, start, mark) === at) found = mark;
    });
    return found;
  }

  private build(): DecorationSet {
    this.isLate = false;
    const ranges: Range<Decoration>[] = [];
    const { state, visibleRanges } = this.view;
    const path = pathIn(state) ?? "";
    const { placed } = state.field(this.drawing.field);
    for (const { from, to } of visibleRanges) {
      const hidden = isLivePreview(state) ? widgetLines(state.doc, from, to) : NO_LINES;
      placed.between(from, to, (start, end, { mark }) => {
        if (start < from || !standsAt(state.doc, start, mark)) return;
        if (isLivePreview(state) && (isEmbed(mark) || hidden.has(state.doc.lineAt(start).number))) return;
        const decoration = this.decorationOf(mark);
        if (decoration) ranges.push(decoration.range(drawnAt(state, start, mark)));
        const flaw = this.drawing.port.flaw(mark, path);
        if (flaw !== null) ranges.push(underline(flaw).range(start, end));
      });
    }
    return Decoration.set(ranges, true);
  }

  private decorationOf(mark: MapMark): Decoration | null {
    const known = this.drawn.get(mark);
    if (known !== undefined) return known;
    const { port } = this.drawing;
    const look = port.look(mark);
    const side = mark.kind === "entry" ? -1 : 1;
    const decoration = look === null ? null : Decoration.widget({ widget: new MarkWidget(mark, look, port), side });
    this.drawn.set(mark, decoration);
    return decoration;
  }

  /** Once the text rests, marks that have lost their place may be found where they were read. */
  private awaitRest(): void {
    this.endRest();
    if (!isPartial(this.view.state.field(this.drawing.field))) return;
    const { win } = this.view.dom;
    const timer = win.setTimeout(() => this.view.dispatch({ effects: placeAnew.of(null) }), REST);
    this.endRest = () => win.clearTimeout(timer);
  }

  /** A click or the menu on a mark. */
  handle(event: MouseEvent, act: (mark: MapMark, path: string) => void): boolean {
    const mark = this.markOf(event.target);
    const path = pathIn(this.view.state);
    if (!mark || path === null) return false;
    event.preventDefault();
    act(mark, path);
    return true;
  }
}

/** The app shows the words as a tooltip. */
function underline(flaw: string): Decoration {
  return Decoration.mark({ class: "moc-path-flaw", attributes: { "aria-label": flaw } });
}

function isLivePreview(state: EditorView["state"]): boolean {
  return state.field(editorLivePreviewField, false) ?? false;
}

/** The offset at which a mark is drawn: before its link and what Live Preview hides with it, or behind its heading. */
function drawnAt(state: EditorView["state"], start: number, mark: MapMark): number {
  const { from, to, text } = state.doc.lineAt(start);
  if (mark.kind === "division") return to;
  return isLivePreview(state) ? from + startOfSigns(text, start - from) : start;
}

function isEmbed(mark: MapMark): boolean {
  return mark.kind === "entry" && mark.entry.link.embed;
}
