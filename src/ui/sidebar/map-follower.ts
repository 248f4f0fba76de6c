// Finds the map for a roadmap to show, from the note in front of the reader and what was shown last.
import type { Context } from "../../actions/context";
import type { MapSession } from "./map-session";
import type { ViewMemory } from "./view-memory";

export class MapFollower {
  /** The note that came to the front before the index was complete: it may turn out to be a map. */
  private unread: string | null = null;

  constructor(
    private readonly context: Pick<Context, "index" | "navigation" | "roadmaps" | "totals">,
    private readonly memory: ViewMemory,
    private readonly shown: MapSession,
  ) {}

  /** Shows the map in front of the reader; false if it is no other map. */
  adoptActiveMap(): boolean {
    const { index, navigation } = this.context;
    const path = navigation.activePath();
    this.unread = index.isComplete ? null : path;
    if (path === null || path === this.shown.path || !index.isMap(path)) return false;
    this.shown.show(path);
    return true;
  }

  /** True if the note in front of the reader was to be shown if it is a map, which was not known yet. */
  get isAwaiting(): boolean {
    return this.unread !== null && this.unread === this.context.navigation.activePath();
  }

  /** If no map is shown, shows one that lists the note in front of the reader, else the one that was shown last. */
  adoptUsualMap(): void {
    const { index, navigation, totals } = this.context;
    if (this.shown.path !== null || !index.isComplete) return;
    const active = navigation.activePath();
    const listing = active === null ? [] : totals.mapsListing(active);
    const last = this.memory.lastMap;
    const path = last !== null && listing.includes(last) ? last : (listing[0] ?? last);
    if (path !== null && this.context.roadmaps.at(path)) this.shown.show(path);
  }
}
