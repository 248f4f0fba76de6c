// The orders in which maps, and files in folders, stand beside each other.
import type { Roadmap } from "./model";

export interface MapOrders {
  sorted<T extends Pick<Roadmap, "path" | "title">>(maps: readonly T[]): T[];
  readonly compare: (one: string, other: string) => number;
}

/** The orders of a language; numbers in names count as numbers. */
export function ordersOf(locale: string): MapOrders {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return {
    compare,
    // Those nearest the root first, then by title.
    sorted: (maps) =>
      maps
        .map((map) => ({ map, depth: map.path.split("/").length }))
        .sort(
          ({ map: one, depth }, { map: other, depth: otherDepth }) =>
            depth - otherDepth || compare(one.title, other.title) || compare(one.path, other.path),
        )
        .map(({ map }) => map),
  };
}
