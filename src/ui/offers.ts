// Which chips a map can use. To count that, all that is said about every entry is read, so that no change waits for it:
// of a map that is shown already it is counted when the frame with the change has been drawn.
import { sameValue } from "../core/equal";
import type { Roadmap } from "../core/model";
import { oncePerFrame } from "./once-per-frame";
import type { Offered } from "./search-bar";

export class Offers {
  private roadmap: Roadmap | null = null;
  private offered: Offered | null = null;
  private readonly later: () => void;

  /** `el` is in the window that draws; `changed` is called when other chips are to be shown. */
  constructor(
    el: HTMLElement,
    private readonly offeredBy: (roadmap: Roadmap) => Offered,
    private readonly changed: () => void,
  ) {
    this.later = oncePerFrame(el, () => el.win.setTimeout(() => this.recount(), 0));
  }

  /** What is known of a map's chips now. */
  of(roadmap: Roadmap): Offered {
    const isShown = this.roadmap?.path === roadmap.path;
    this.roadmap = roadmap;
    if (isShown && this.offered) this.later();
    else this.offered = this.offeredBy(roadmap);
    return this.offered;
  }

  private recount(): void {
    const before = this.offered;
    this.offered = this.roadmap && this.offeredBy(this.roadmap);
    if (!sameValue(before, this.offered)) this.changed();
  }
}
