// The chips that a map can use. To count them, all that is said about every entry is read, so no change waits for it:
// for a map that is already shown, they are counted once changes have come to rest.
import { debounce } from "obsidian";
import { sameValue } from "../../core/base/equal";
import type { Roadmap } from "../../core/roadmap/model";
import type { Offered } from "./filter-chips";

/** Milliseconds without a change after which chips are counted anew. */
const REST = 300;

export class FacetCounts {
  private roadmap: Roadmap | null = null;
  private offered: Offered | null = null;
  private readonly later = debounce(() => this.recount(), REST, true);

  /** `changed` is called when other chips are to be shown. */
  constructor(
    private readonly offeredBy: (roadmap: Roadmap) => Offered,
    private readonly changed: () => void,
  ) {}

  /** Ends all work. */
  stop(): void {
    this.later.cancel();
  }

  /** The counts known now for a map's chips; the same ones until they change. */
  of(roadmap: Roadmap): Offered {
    const isShown = this.roadmap?.path === roadmap.path;
    this.roadmap = roadmap;
    if (isShown && this.offered) this.later();
    else this.offered = this.offeredBy(roadmap);
    return this.offered;
  }

  private recount(): void {
    const now = this.roadmap && this.offeredBy(this.roadmap);
    if (sameValue(now, this.offered)) return;
    this.offered = now;
    this.changed();
  }
}
