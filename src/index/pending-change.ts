// Everything that became different since listeners were told last.
import { joined, type IdentityChange } from "../core/roadmap/identity";
import type { IndexChange } from "./ports";

const nothing = (): { maps: Set<string>; identities: Map<string, IdentityChange>; list: boolean } => ({
  maps: new Set(),
  identities: new Map(),
  list: false,
});

export class PendingChange {
  private change = nothing();

  /** A map is new, different or gone; `identities` is null where it was not known before, or is not yet known now. */
  add(path: string, identities: IdentityChange | null): void {
    const { change } = this;
    change.maps.add(path);
    if (!identities || Object.values(identities).every((ids: readonly string[]) => ids.length === 0)) return;
    const earlier = change.identities.get(path);
    change.identities.set(path, earlier ? joined(earlier, identities) : identities);
  }

  /** The list of maps is another one, or looks different. */
  addList(): void {
    this.change.list = true;
  }

  /** All that was added since the last time; null for nothing. */
  take(): IndexChange | null {
    const { change } = this;
    this.change = nothing();
    return change.maps.size > 0 || change.list ? change : null;
  }
}
