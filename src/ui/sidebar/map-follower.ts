// Finds the map for a roadmap to show, from the note in front of the reader and what was shown last.
import type { Context } from "../../actions/context";
import { ALL_MAPS } from "../../core/roadmap/unwritten";
import type { MapSession } from "./map-session";
import type { ViewMemory } from "./view-memory";

export class MapFollower {
  /** A note that came to the front before the index was complete, and may be a map; and what was shown then. */
  private unread: { readonly path: string; readonly shown: string | null } | null = null;
  /** True if all maps were shown because no other was known: they give way to a map that lists the open note. */
  private isFallback = false;

  constructor(
    private readonly context: Pick<Context, "index" | "navigation" | "roadmaps" | "totals">,
    private readonly memory: ViewMemory,
    private readonly shown: MapSession,
  ) {}

  /** Shows the map in front of the reader; false if it is no other map. */
  adoptActiveMap(): boolean {
    const { index, navigation } = this.context;
    const path = navigation.activePath();
    this.unread = index.isComplete || path === null ? null : { path, shown: this.shown.path };
    if (path === null || path === this.shown.path || !index.isMap(path)) return false;
    this.shown.show(path);
    return true;
  }

  /** True if the note in front of the reader was to be shown if it is a map, and no other map was chosen since. */
  get isAwaiting(): boolean {
    const { unread, shown } = this;
    return unread !== null && unread.path === this.context.navigation.activePath() && unread.shown === shown.path;
  }

  /**
   * If the reader has chosen no map, shows one that lists the note in front of them, else the one that was shown last,
   * else all maps, or the only one.
   */
  adoptUsualMap(): void {
    const { index, navigation, totals, roadmaps } = this.context;
    const isChosen = this.shown.path !== null && !(this.isFallback && this.shown.path === ALL_MAPS);
    if (isChosen || !index.isComplete) return;
    const active = navigation.activePath();
    const listing = active === null ? [] : totals.mapsListing(active);
    const last = this.memory.lastMap;
    const [first, ...others] = index.maps();
    const usual = last !== null && (listing.length === 0 || listing.includes(last)) && roadmaps.at(last) ? last : null;
    const path = usual ?? listing[0] ?? (others.length > 0 ? ALL_MAPS : first);
    if (path === undefined || path === this.shown.path || !roadmaps.at(path)) return;
    this.isFallback = path === ALL_MAPS;
    this.shown.show(path);
  }
}
