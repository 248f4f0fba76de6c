// Follows the links of a written map into the vault and makes a roadmap of it: what kind each entry is,
// which links to maps are only navigation, and which chapter is nothing but that.
import { NONE } from "../base/lists";
import { MapLinks, type LinkTargets, type ResolvedTarget } from "./map-links";
import { directionOf, isInBar } from "../read/direction";
import { linkpathOf, titleOfLink } from "../read/links";
import { type Division, type Entry, type Relation, type Roadmap } from "./model";
import type { RelationKind } from "../notation/relation-words";
import { isNavigationTitle } from "../notation/words";
import { carryIdentity, nameAll, type IdentityChange } from "./identity";
import { distinct, inOrderOfLinks } from "./relations";
import type {
  Unused,
  UnusedReason,
  WrittenContent,
  WrittenDivision,
  WrittenEntry,
  WrittenHeading,
  WrittenLink,
  WrittenMap,
  WrittenRelation,
} from "../read/written";

/** The id of what is still to be named, once the whole roadmap is there. */
const UNNAMED = "";

/** All that is listed below a heading, sections apart. */
type Below = Pick<Division, "entries" | "topics">;

class Binder {
  /** Links that prove to be neither entries nor relations. */
  readonly unused: Unused[] = [];
  /** Relations found in divisions that speak about the whole map. */
  readonly ofMap: Relation[] = [];

  constructor(
    private readonly path: string,
    private readonly links: MapLinks,
  ) {}

  relation({ kind, link }: WrittenRelation): Relation {
    const destination = this.links.destination(link);
    return { kind, link, path: destination.path, title: this.links.titleOf(destination) };
  }

  /** Relations as bound; what leads to a folder or to this map goes to `unused`. */
  private relations(written: readonly WrittenRelation[]): Relation[] {
    return written.flatMap((one) => {
      const { link } = one;
      const why = this.whyUnused(link, this.links.resolvedTarget(link));
      if (!why) return [this.relation(one)];
      this.unused.push({ line: link.line, text: link.text, why });
      return [];
    });
  }

  /** Entries as bound; what proves to be none goes to `found` or `unused`, and what is nested in it takes its place. */
  private entries(written: readonly WrittenEntry[], found: Relation[]): readonly Entry[] {
    // Most have none: that all those share one list keeps a map of thousands small.
    if (written.length === 0) return NONE;
    const entries: Entry[] = [];
    written.forEach((one, index) => {
      const { link } = one;
      const resolved = this.links.resolvedTarget(link);
      const isOther = resolved.kind === "map" && resolved.path !== this.path;
      const kind = this.directionIn(written, index, isOther);
      const why = this.whyUnused(link, resolved);
      if (!kind && !why) entries.push(this.entry(one, resolved, found));
      else {
        if (kind) found.push(this.relation({ kind, link }));
        else if (why) this.unused.push({ line: link.line, text: link.text, why });
        for (const child of this.entries(one.children, found)) entries.push(child);
      }
    });
    return entries;
  }

  /** The way that the link of an entry leads, by words on its line; null for one to study. */
  private directionIn(written: readonly WrittenEntry[], index: number, isMap: boolean): RelationKind | null {
    const [before, one, behind] = [written[index - 1], written[index], written[index + 1]];
    const { link } = one ?? {};
    const isAlone = before?.link.line !== link?.line && behind?.link.line !== link?.line;
    if (!link || (isAlone && !isMap)) return null;
    const neighbour = (steps: number): WrittenLink | undefined => written[index + steps]?.link;
    return isMap || isInBar(link, neighbour) ? directionOf(link, neighbour) : null;
  }

  /** Why a link is no entry though it stands where one would: it leads to its own map or a folder; null for others. */
  private whyUnused({ link }: WrittenLink, { kind, path }: ResolvedTarget): UnusedReason | null {
    if (path === this.path) return "jump";
    return kind === "missing" && this.links.isFolder(linkpathOf(link)) ? "elsewhere" : null;
  }

  private entry(written: WrittenEntry, resolved: ResolvedTarget, found: Relation[]): Entry {
    const { link, label, task, rating, key, hot, length, status, remark, details } = written;
    const { path, kind, target, isMoved } = resolved;
    const goesByItself = link.alias === null && !link.web && written.title === titleOfLink(link);
    const title = goesByItself ? this.links.titleOf({ link, path }) : written.title;
    const mentions = written.mentions.length === 0 ? NONE : written.mentions.map((one) => this.links.destination(one));
    const children = this.entries(written.children, found);
    // Named one by one: put together by spreading, they cost more than all reading does.
    return {
      id: UNNAMED,
      kind,
      path,
      target,
      isMoved,
      link,
      title,
      label,
      task,
      rating,
      key,
      hot,
      length,
      status,
      remark,
      mentions,
      details,
      children,
    };
  }

  /** A division as bound; null for a chapter that holds nothing but relations, which are the map's. */
  division(written: WrittenDivision, isChapter: boolean): Division | null {
    const { level, line, key, rating, length } = written.heading;
    const link = this.linkOfHeading(written.heading);
    const title = this.links.titleOfHeading(written.heading);
    const { entries, relations } = this.content(written.content, isNavigationTitle(title));
    const isNavigation = isChapter && holdsOnlyRelations(written, entries, relations);
    const own: Relation[] = [];
    for (const relation of relations) {
      const isOfMap = isNavigation || relation.kind === "up" || relation.kind === "next";
      (isOfMap ? this.ofMap : own).push(relation);
    }
    if (isNavigation) return null;
    return {
      id: UNNAMED,
      title,
      level,
      line,
      from: written.from,
      to: written.to,
      key,
      rating,
      length,
      summary: written.content.summary,
      link: link && this.links.destination(link),
      relations: own,
      ...this.withHeadingNote(written.heading, link, { entries, topics: written.content.topics }),
      sections: this.divisions(written.sections, false),
    };
  }

  /** The link that a division stands for: none to a folder, which is listed as unused. */
  private linkOfHeading({ link }: WrittenHeading): WrittenLink | null {
    const leadsToFolder =
      link !== null && !link.web && this.whyUnused(link, this.links.resolvedTarget(link)) === "elsewhere";
    if (!leadsToFolder) return link;
    this.unused.push({ line: link.line, text: link.text, why: "elsewhere" });
    return null;
  }

  divisions(written: readonly WrittenDivision[], areChapters: boolean): readonly Division[] {
    if (written.length === 0) return NONE;
    return written.map((one) => this.division(one, areChapters)).filter((one) => one !== null);
  }

  /**
   * A division whose heading links to a note begins with that note. Names below a heading that is nothing else say
   * something about it if there are no other entries.
   */
  private withHeadingNote(heading: WrittenHeading, link: WrittenLink | null, below: Below): Below {
    if (!link || (!link.web && linkpathOf(link.link) === "")) return below;
    const resolved = this.links.resolvedTarget(link);
    if (resolved.kind === "map") return below;
    const { key, rating, length } = heading;
    const title = titleOfLink(link);
    const details =
      below.entries.length === 0 && heading.title === title ? below.topics.map((topic) => topic.title) : NONE;
    const entry: WrittenEntry = {
      link,
      title,
      label: null,
      task: null,
      rating,
      key,
      hot: false,
      length,
      status: null,
      remark: null,
      mentions: NONE,
      details,
      children: NONE,
    };
    const topics = details.length > 0 ? NONE : below.topics;
    return { entries: [this.entry(entry, resolved, []), ...below.entries], topics };
  }

  /** Entries and relations; under a navigation title, unlabelled links to maps are related. */
  content(
    written: WrittenContent,
    isNavigation: boolean,
  ): { entries: readonly Entry[]; relations: readonly Relation[] } {
    const relations = this.relations(written.relations);
    const entries = this.entries(written.entries, relations);
    const isElsewhere = (entry: Entry): boolean => entry.kind === "map" && entry.label === null;
    if (!isNavigation || !entries.some(isElsewhere)) return { entries, relations: inOrderOfLinks(relations) };
    const related = entries
      .filter(isElsewhere)
      .map(({ link, path, title }): Relation => ({ kind: "related", link, path, title }));
    return {
      entries: entries.flatMap((entry) => (isElsewhere(entry) ? entry.children : [entry])),
      relations: inOrderOfLinks([...relations, ...related]),
    };
  }
}

function inOrderOfLines(unused: readonly Unused[]): readonly Unused[] {
  return unused.toSorted((a, b) => a.line - b.line);
}

function holdsOnlyRelations(
  { heading, content, sections }: WrittenDivision,
  entries: readonly Entry[],
  relations: readonly Relation[],
): boolean {
  const isBare = entries.length + content.topics.length + sections.length === 0;
  const isSilent = !content.prose && (content.summary === null || isNavigationTitle(heading.title));
  const hasOwn = relations.some(({ link }) => link.line !== heading.line);
  return isBare && isSilent && hasOwn && heading.link === null;
}

/** A map with its links followed, and what became of what stood in it; null where it was not known before. */
export interface BoundMap {
  readonly roadmap: Roadmap;
  readonly change: IdentityChange | null;
}

/** The roadmap of a map before it changed. */
export interface Before {
  readonly roadmap: Roadmap;
  /** True if its links lead where they did. */
  readonly isFollowed: boolean;
}

/** Binds a written map by following its links; what stood in it before keeps its id. */
export function bindMap(
  path: string,
  title: string,
  written: WrittenMap,
  targets: LinkTargets,
  before: Before | null = null,
): BoundMap {
  const binder = new Binder(path, new MapLinks(path, targets, before?.isFollowed === true ? before.roadmap : null));
  const preface = binder.content(written.preface, false);
  const chapters = binder.divisions(written.chapters, true);
  const relations = distinct([
    ...written.relations.map((relation) => binder.relation(relation)),
    ...preface.relations,
    ...binder.ofMap,
  ]);
  const roadmap: Roadmap = {
    path,
    title,
    summary: written.preface.summary,
    relations,
    entries: preface.entries,
    topics: written.preface.topics,
    chapters,
    unused: binder.unused.length === 0 ? written.unused : inOrderOfLines([...written.unused, ...binder.unused]),
  };
  if (before) return { roadmap, change: carryIdentity(before.roadmap, roadmap) };
  nameAll(roadmap);
  return { roadmap, change: null };
}
