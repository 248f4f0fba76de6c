// A mark as it stands in the editor's lines.
import { WidgetType } from "@codemirror/view";
import type { MapMark } from "../core/roadmap/map-marks";
import type { MarkPort } from "./port";

export const MARK = "moc-path-mark";

export class MarkWidget extends WidgetType {
  constructor(
    private readonly mark: MapMark,
    private readonly look: string,
    private readonly port: MarkPort,
  ) {
    super();
  }

  override eq(other: MarkWidget): boolean {
    return this.look === other.look;
  }

  override toDOM(): HTMLElement {
    return this.port.draw(this.mark);
  }

  // The editor hands on what happens here to the handlers of map-editors.ts; whatever else comes does no harm.
  override ignoreEvent(): boolean {
    return false;
  }
}
