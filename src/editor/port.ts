// The things that the marks in an editor need from the plugin around them.
import type { MapMark } from "../core/roadmap/map-marks";

export interface MarkPort {
  /**
   * The marks of a map, in the order of its text; null if no map is at the path. The same value until the map changes.
   */
  marks(path: string): readonly MapMark[] | null;
  /** All that a mark shows, as a text: marks of equal looks need not be drawn again. Null if it shows nothing. */
  look(mark: MapMark): string | null;
  /** The findings about a mark of the map at `path`, in words; null where nothing is to be underlined. */
  flaw(mark: MapMark, path: string): string | null;
  /** Makes the element that shows a mark. */
  draw(mark: MapMark): HTMLElement;
  /** A mark of the map at `path` was clicked. */
  click(mark: MapMark, path: string, event: MouseEvent): void;
  /** The context menu of a mark is asked for. */
  menu(mark: MapMark, path: string, event: MouseEvent): void;
}
