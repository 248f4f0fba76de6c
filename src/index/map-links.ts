// The links of all maps, and where they lead: the notes that some map lists, the maps that name a note anywhere, and
// the names that lead nowhere.
import { SetMap } from "../core/base/set-map";
import { cutLinksIn } from "../core/read/cut-link-pattern";
import { linkpathOf } from "../core/read/links";
import type { Roadmap } from "../core/roadmap/model";
import { pathKey } from "../core/upkeep/names";
import { nameOf } from "./link-names";
import type { NoteSource, Pace } from "./ports";

/** A link, and the vault path that it leads to; null for nothing. */
interface FollowedLink {
  readonly link: string;
  readonly path: string | null;
}

/** The links of one map. */
interface Links {
  readonly paths: ReadonlySet<string>;
  /** The names by which they ask for notes and files. */
  readonly names: ReadonlySet<string>;
  /** By the key of its name, how many links ask for what is not there. */
  readonly wanted: ReadonlyMap<string, number>;
}

const NONE: Links = { paths: new Set(), names: new Set(), wanted: new Map() };

/** The differences since a map has other links. */
interface LinkChange {
  /** Paths that it lists now and did not before, and those that it lists no more. */
  readonly paths: readonly string[];
  /** Maps that ask for something missing that it asks for more or less often now. */
  readonly maps: readonly string[];
  /** Keys of names that maps ask for more or less often now. */
  readonly names: readonly string[];
}

export class MapLinks {
  private readonly ofMap = new Map<string, Links>();
  /** The number of maps that list a path. */
  private readonly listed = new Map<string, number>();
  private readonly wanted = new Map<string, Map<string, number>>();
  private readonly mapsByName = new SetMap<string, string>();

  isListed(path: string): boolean {
    return this.listed.has(path);
  }

  /** The maps with a link that asks for a note or file of a path's name: no other links can lead to it. */
  mapsNaming(path: string): ReadonlySet<string> {
    return this.mapsByName.get(nameOf(path));
  }

  /** The number of links of all maps that ask for what a link asks for that leads nowhere. */
  timesWanted(linkpath: string): number {
    let times = 0;
    for (const count of this.wanted.get(pathKey(linkpath))?.values() ?? []) times += count;
    return times;
  }

  /** A map has these links, each with the path that it leads to, null for none; null if the map is gone. */
  set(map: string, links: readonly FollowedLink[] | null): LinkChange {
    const [before, now] = [this.ofMap.get(map) ?? NONE, links ? read(links) : NONE];
    const removed = [...before.paths].filter((path) => !now.paths.has(path));
    const added = [...now.paths].filter((path) => !before.paths.has(path));
    for (const path of added) this.count(path, 1);
    for (const path of removed) this.count(path, -1);
    for (const name of before.names) this.mapsByName.delete(name, map);
    for (const name of now.names) this.mapsByName.add(name, map);
    const keys = new Set([...before.wanted.keys(), ...now.wanted.keys()]);
    const changed = [...keys].filter((key) => before.wanted.get(key) !== now.wanted.get(key));
    for (const key of changed) this.want(map, key, now.wanted.get(key) ?? 0);
    if (links) this.ofMap.set(map, now);
    else this.ofMap.delete(map);
    const maps = new Set(changed.flatMap((key) => [...(this.wanted.get(key)?.keys() ?? [])]));
    return { paths: [...added, ...removed], maps: [...maps].filter((one) => one !== map), names: changed };
  }

  private count(path: string, by: number): void {
    const count = (this.listed.get(path) ?? 0) + by;
    if (count > 0) this.listed.set(path, count);
    else this.listed.delete(path);
  }

  private want(map: string, key: string, times: number): void {
    const maps = this.wanted.get(key) ?? new Map<string, number>();
    if (times > 0) maps.set(map, times);
    else maps.delete(map);
    if (maps.size > 0) this.wanted.set(key, maps);
    else this.wanted.delete(key);
  }
}

function read(links: readonly FollowedLink[]): Links {
  const [paths, names, wanted] = [new Set<string>(), new Set<string>(), new Map<string, number>()];
  for (const { link, path } of links) {
    const linkpath = linkpathOf(link);
    names.add(nameOf(linkpath));
    if (path !== null) paths.add(path);
    else if (linkpath !== "") wanted.set(pathKey(linkpath), (wanted.get(pathKey(linkpath)) ?? 0) + 1);
  }
  return { paths, names, wanted };
}

/** The links of a map, followed in slices, those of its properties and those that a pipe has cut among them. */
export async function linksOf(
  { path: map, unused }: Roadmap,
  source: Pick<NoteSource, "cacheOf" | "resolve">,
  pace: Pick<Pace, "isSpent" | "breathe">,
): Promise<readonly FollowedLink[]> {
  const { links = [], embeds = [], frontmatterLinks = [] } = source.cacheOf(map) ?? {};
  const cut = unused.flatMap(({ why, text }) => (why === "pipe" ? cutLinksIn(text).map(([link]) => link) : []));
  const inCut = cut.map((text) => text.replace(/^!?\[\[/, "").replace(/\|[^]*$/, ""));
  const all = [...[...links, ...embeds, ...frontmatterLinks].map(({ link }) => link), ...inCut];
  const followed: FollowedLink[] = [];
  for (const link of all) {
    followed.push({ link, path: source.resolve(linkpathOf(link), map) });
    if (pace.isSpent()) await pace.breathe();
  }
  return followed;
}
