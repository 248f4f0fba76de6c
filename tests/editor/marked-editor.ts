// An editor with the marks of a map that is read only when told to, as the index follows typing a moment later.
import { history } from "@codemirror/commands";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { idOf, marksOf, type MapMark } from "../../src/core/roadmap/map-marks";
import { markField, type MarkField } from "../../src/editor/map-field";
import { MapEditors } from "../../src/editor/map-editors";
import type { MarkPort } from "../../src/editor/port";
import { readMap } from "../core/read-map";
import { editorInfoField, editorLivePreviewField } from "../host/obsidian";

export const PATH = "Map MOC.md";
const NOTES = ["A.md", "B.md", "C.md", "Sub MOC.md"];

/** All that the plugin around the editor knows and is asked for. */
export class FakePort implements MarkPort {
  private known: readonly MapMark[] | null = null;
  readonly states = new Map<string, string>();
  readonly flawed = new Set<string>();
  readonly clicks: string[] = [];
  drawn = 0;

  /** The index has read this text. */
  read(text: string): void {
    this.known = marksOf(readMap(text, NOTES));
  }

  marks(path: string): readonly MapMark[] | null {
    return path === PATH ? this.known : null;
  }

  look(mark: MapMark): string | null {
    return mark.kind === "entry"
      ? (this.states.get(mark.entry.target) ?? "todo")
      : `${this.states.size}/${mark.division.entries.length}`;
  }

  flaw(mark: MapMark): string | null {
    return mark.kind === "entry" && this.flawed.has(mark.entry.target) ? `Wrong: ${mark.entry.title}` : null;
  }

  draw(mark: MapMark): HTMLElement {
    this.drawn++;
    return createSpan({
      cls: ["moc-path-mark", `mod-${mark.kind}`],
      text: mark.kind === "entry" ? "•" : ` ${this.look(mark) ?? ""}`,
    });
  }

  click(mark: MapMark): void {
    this.clicks.push(idOf(mark));
  }

  menu(): void {
    // Not looked at.
  }
}

function fields(path: string, isLivePreview: boolean): Extension {
  const file = { path };
  return [editorInfoField.init(() => ({ file }) as never), editorLivePreviewField.init(() => isLivePreview)];
}

/** A state without a view: where the marks are, whatever is drawn of them. */
export function stateOf(port: FakePort, text: string, path = PATH): { state: EditorState; field: MarkField } {
  const field = markField(port);
  return { state: EditorState.create({ doc: text, extensions: [fields(path, false), field] }), field };
}

export interface MarkedEditor {
  readonly port: FakePort;
  readonly editors: MapEditors;
  readonly view: EditorView;
}

export function openEditor(
  text: string,
  { isLivePreview = false, path = PATH, port = new FakePort(), beside = [] as Extension } = {},
): MarkedEditor {
  port.read(text);
  const editors = new MapEditors(port);
  editors.setShown(true);
  const extensions = [fields(path, isLivePreview), history(), beside, editors.extension];
  return {
    port,
    editors,
    view: new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: document.body }),
  };
}

/** The text as it is seen, marks among it. */
export function seen(view: EditorView): string {
  return [...view.contentDOM.children].map((line) => line.textContent).join("\n");
}
