// The maps that name a note in a link:
// only when a note of such a name comes or goes can one of their links lead elsewhere.
import { SetMap } from "../core/base/set-map";
import { basenameOf, folderOf } from "../core/base/paths";
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
  private readonly mapsBy = new SetMap<string, string>();

  /** The maps that name a note or file of this name. */
  mapsNaming(name: string): ReadonlySet<string> {
    return this.mapsBy.get(name);
  }

  /** The names that a map asks for. */
  namesIn(map: string): ReadonlySet<string> {
    return this.namesBy.get(map) ?? NONE;
  }

  /** A map says this now. */
  set(map: string, written: WrittenMap): void {
    const [before, now] = [this.namesIn(map), namesOf(written)];
    for (const name of before) if (!now.has(name)) this.mapsBy.delete(name, map);
    for (const name of now) if (!before.has(name)) this.mapsBy.add(name, map);
    this.namesBy.set(map, now);
  }

  /** A map is gone. */
  delete(map: string): void {
    for (const name of this.namesIn(map)) this.mapsBy.delete(name, map);
    this.namesBy.delete(map);
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
