// The maps that name a note in a link:
// only when a note of such a name comes or goes can one of their links lead elsewhere.
import { basenameOf, folderOf } from "../core/read/detect";
import { linkpathOf } from "../core/read/links";
import type { WrittenMap } from "../core/read/written";
import { linksOfMap } from "../core/read/written-links";

const NONE: ReadonlySet<string> = new Set();

/** The name by which links ask for a path: its last part, without case and without `.md`. */
export function nameOf(path: string): string {
  return basenameOf(path).toLowerCase();
}

export class LinkNames {
  private readonly namesBy = new Map<string, ReadonlySet<string>>();
  private readonly mapsBy = new Map<string, Set<string>>();

  /** The maps that name a note or file of this name. */
  mapsNaming(name: string): ReadonlySet<string> {
    return this.mapsBy.get(name) ?? NONE;
  }

  /** The names that a map asks for. */
  namesIn(map: string): ReadonlySet<string> {
    return this.namesBy.get(map) ?? NONE;
  }

  /** A map says this now. */
  set(map: string, written: WrittenMap): void {
    const [before, now] = [this.namesIn(map), namesOf(written)];
    for (const name of before) if (!now.has(name)) this.remove(map, name);
    for (const name of now) if (!before.has(name)) this.add(map, name);
    this.namesBy.set(map, now);
  }

  /** A map is gone. */
  delete(map: string): void {
    for (const name of this.namesIn(map)) this.remove(map, name);
    this.namesBy.delete(map);
  }

  private add(map: string, name: string): void {
    const maps = this.mapsBy.get(name);
    if (maps) maps.add(map);
    else this.mapsBy.set(name, new Set([map]));
  }

  private remove(map: string, name: string): void {
    const maps = this.mapsBy.get(name);
    maps?.delete(map);
    if (maps?.size === 0) this.mapsBy.delete(name);
  }
}

function namesOf(written: WrittenMap): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { web, link } of linksOfMap(written)) {
    if (web) continue;
    names.add(nameOf(linkpathOf(link)));
    const folder = folderOf(linkpathOf(link));
    if (folder !== "") names.add(`${nameOf(folder)}/`);
  }
  return names;
}
