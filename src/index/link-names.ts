// The maps that name a note in a link:
// only when a note of such a name comes or goes can one of their links lead elsewhere.
import { SetMap } from "../core/base/set-map";
import { basenameOf, folderOf } from "../core/base/paths";
import { linkpathOf } from "../core/read/links";
import type { WrittenMap } from "../core/read/written";
import { linksOfMap } from "../core/read/written-links";

/** The names that each link of a map asks for, by the link as it is written. */
type Links = ReadonlyMap<string, readonly string[]>;

const NONE: Links = new Map();

/** The name by which links ask for a path: its last part, without case and without `.md`. */
export function nameOf(path: string): string {
  return basenameOf(path).toLowerCase();
}

export class LinkNames {
  private readonly linksBy = new Map<string, Links>();
  private readonly mapsBy = new SetMap<string, string>();

  /** The maps that name a note or file of this name. */
  mapsNaming(name: string): ReadonlySet<string> {
    return this.mapsBy.get(name);
  }

  /** The names that a map asks for, some of them more than once. */
  namesIn(map: string): Iterable<string> {
    return namesOf(this.linksBy.get(map) ?? NONE);
  }

  /** A map says this now. */
  set(map: string, written: WrittenMap): void {
    const before = this.linksBy.get(map) ?? NONE;
    const now = new Map<string, readonly string[]>();
    // An edit leaves nearly all links of a map as they were.
    for (const { web, link } of linksOfMap(written))
      if (!web && !now.has(link)) now.set(link, before.get(link) ?? namesOfLink(link));
    this.linksBy.set(map, now);
    this.forget(map, onlyIn(before, now), now);
    for (const names of onlyIn(now, before)) for (const name of names) this.mapsBy.add(name, map);
  }

  /** A map is gone. */
  delete(map: string): void {
    this.forget(map, (this.linksBy.get(map) ?? NONE).values(), NONE);
    this.linksBy.delete(map);
  }

  /** A map asks for these names no longer, unless links that are left do. */
  private forget(map: string, gone: Iterable<readonly string[]>, left: Links): void {
    let kept: ReadonlySet<string> | null = null;
    for (const names of gone) {
      kept ??= new Set(namesOf(left));
      for (const name of names) if (!kept.has(name)) this.mapsBy.delete(name, map);
    }
  }
}

function* namesOf(links: Links): Generator<string> {
  for (const names of links.values()) yield* names;
}

function* onlyIn(some: Links, others: Links): Generator<readonly string[]> {
  for (const [link, names] of some) if (!others.has(link)) yield names;
}

function namesOfLink(link: string): readonly string[] {
  const linkpath = linkpathOf(link);
  const folder = folderOf(linkpath);
  return folder === "" ? [nameOf(linkpath)] : [nameOf(linkpath), `${nameOf(folder)}/`];
}
