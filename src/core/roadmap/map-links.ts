// The links of one map, followed into the vault: what each leads to, and what it goes by.
import { basenameOf, folderOf, foldersMeant } from "../base/paths";
import { isMarkerName, titleOfMap } from "../read/detect";
import { linkpathOf, nameOfLink, subpathOf, titleOfLink } from "../read/links";
import { entriesOfRoadmap, type Destination, type Entry, type EntryKind, type Roadmap } from "./model";
import { directionOfWords } from "../notation/words";
import { targetOf } from "./relations";
import type { WrittenHeading, WrittenLink } from "../read/written";

/** The vault's answers about links and the notes they lead to. */
export interface LinkTargets {
  readonly vault: {
    /** The vault path a link leads to from a note, as Obsidian resolves it; null if to nothing. */
    resolve(linkpath: string, sourcePath: string): string | null;
    /** True if there is a folder at a vault path. */
    isFolder(path: string): boolean;
  };
  readonly moved: {
    /** The path now of the note that a link once led to, when that link leads to nothing; null if it is not known. */
    movedTo(linkpath: string, sourcePath: string): string | null;
  };
  readonly maps: {
    isMap(path: string): boolean;
    /** The title of a map; null for any other path. */
    titleOfMap(path: string): string | null;
  };
}

/** A path from the map's own folder: written in a Markdown link, and no part of a name. */
const RELATIVE = /^\.{1,2}\//;

/** The place that a link leads to, and as what. */
export type ResolvedTarget = Pick<Entry, "path" | "kind" | "target" | "isMoved">;
function keyOf({ link, web }: WrittenLink): string {
  return web ? `\n${link}` : link;
}

/** By link, where a roadmap's links lead: following one costs more than finding it. */
function targetsIn(roadmap: Roadmap): ReadonlyMap<string, ResolvedTarget> {
  return new Map(entriesOfRoadmap(roadmap).map((entry) => [keyOf(entry.link), entry]));
}

export class MapLinks {
  private readonly known: ReadonlyMap<string, ResolvedTarget> | null;

  /** `before` is an earlier roadmap of the map whose links lead where they did; null where there is none. */
  constructor(
    private readonly path: string,
    private readonly targets: LinkTargets,
    before: Roadmap | null,
  ) {
    this.known = before && targetsIn(before);
  }

  destination(link: WrittenLink): Destination {
    return { link, path: this.resolved(link) ?? this.movedTo(link) };
  }

  private resolved(link: WrittenLink): string | null {
    return link.web ? null : this.targets.vault.resolve(linkpathOf(link.link), this.path);
  }

  private movedTo({ link, web }: WrittenLink): string | null {
    return web ? null : this.targets.moved.movedTo(linkpathOf(link), this.path);
  }

  /** The place that an entry's link leads to. */
  resolvedTarget(link: WrittenLink): ResolvedTarget {
    return this.known?.get(keyOf(link)) ?? this.follow(link);
  }

  private follow(link: WrittenLink): ResolvedTarget {
    const resolved = this.resolved(link);
    const path = resolved ?? this.movedTo(link);
    return { path, kind: this.kindOf(link, path), target: targetOf(link, path), isMoved: path !== resolved };
  }

  private kindOf(link: WrittenLink, path: string | null): EntryKind {
    if (link.web) return "web";
    if (path === null) return "missing";
    if (!path.endsWith(".md") && !/\.md$/i.test(path)) return "file";
    return this.targets.maps.isMap(path) ? "map" : "note";
  }

  /**
   * The author's words for a link, unless they only give a way; else the title of the map it leads to, else its name.
   */
  titleOf({ link, path }: Destination): string {
    const isWordless = link.alias === null || directionOfWords(link.alias) !== null;
    const ofMap = path !== null && subpathOf(link.link) === "" ? this.targets.maps.titleOfMap(path) : null;
    return isWordless ? (ofMap ?? this.nameOf(link, path)) : titleOfLink(link);
  }

  /** The name of what a link leads to; if it leads nowhere, all that is written, without a folder that there is. */
  private nameOf({ link, web }: WrittenLink, path: string | null): string {
    if (web) return link;
    const linkpath = linkpathOf(link);
    if (path === null && RELATIVE.test(linkpath)) return nameOfLink(link, basenameOf(linkpath));
    if (path === null && !isMarkerName(basenameOf(linkpath))) {
      const folder = folderOf(linkpath);
      return nameOfLink(link, folder !== "" && this.isFolder(folder) ? linkpath.slice(folder.length + 1) : linkpath);
    }
    const needsPath = /\.md$/i.test(linkpath) || isMarkerName(linkpath);
    return path !== null && needsPath ? nameOfLink(link, titleOfMap(path, null)) : nameOfLink(link);
  }

  /** True if a link's path, from the vault's root or this map's folder, is that of a folder, or ends as one does. */
  isFolder(linkpath: string): boolean {
    return (
      linkpath.endsWith("/") || foldersMeant(linkpath, this.path).some((path) => this.targets.vault.isFolder(path))
    );
  }

  /** A heading that is only a link without words goes by what it leads to. */
  titleOfHeading({ title, link }: WrittenHeading): string {
    const goesByLink = link?.alias === null && !link.web && title === titleOfLink(link);
    return goesByLink ? this.nameOf(link, this.resolved(link)) : title;
  }
}
