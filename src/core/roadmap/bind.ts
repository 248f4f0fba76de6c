// Follows the links of a written map into the vault and makes a roadmap of it: what kind each entry is,
// which links to maps are only navigation, and which chapter is nothing but that.
import { directionOf } from "./lead";
import { MapLinks, type Lead, type LinkTargets } from "./map-links";
import { linkpathOf, titleOfLink } from "../read/links";
import { type Division, type Entry, type Relation, type Roadmap } from "./model";
import { isNavigationTitle } from "../notation/words";
import { NO_ANNOTATION } from "../notation/annotation";
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

interface Bound {
  readonly division: Division;
  /** Relations found in it that speak about the whole map. */
  readonly ofMap: readonly Relation[];
  /** True if it is a chapter that holds nothing but relations. */
  readonly isNavigation: boolean;
}

const NONE: readonly never[] = [];

/** The id of what is still to be named, once the whole roadmap is there. */
const UNNAMED = "";

class Binder {
  /** Links that prove to be neither entries nor relations. */
  readonly unused: Unused[] = [];

  constructor(
    private readonly path: string,
    private readonly links: MapLinks,
  ) {}

  relation({ kind, link }: WrittenRelation): Relation {
    const destination = this.links.destination(link);
    return { kind, ...destination, title: this.links.titleOf(destination) };
  }

  /** Entries as bound; what proves to be none goes to `found` or `unused`, and what is nested in it takes its place. */
  private entries(written: readonly WrittenEntry[], found: Relation[]): readonly Entry[] {
    return written.flatMap((one, index) => {
      const { link } = one;
      const lead = this.links.lead(link);
      const kind = lead.kind === "map" && lead.path !== this.path ? directionOf(link, written[index + 1]?.link) : null;
      const why = this.whyUnused(link, lead);
      if (kind) found.push(this.relation({ kind, link }));
      else if (why) this.unused.push({ line: link.line, text: link.text, why });
      else return [this.entry(one, lead, found)];
      return this.entries(one.children, found);
    });
  }

  /** Why a link is no entry though it stands where one would: it leads to its own map or a folder; null for others. */
  private whyUnused({ link }: WrittenLink, { kind, path }: Lead): UnusedReason | null {
    if (path === this.path) return "jump";
    return kind === "missing" && this.links.isFolder(linkpathOf(link)) ? "elsewhere" : null;
  }

  private entry(written: WrittenEntry, lead: Lead, found: Relation[]): Entry {
    const { link, label, task, rating, key, hot, length, status, remark, details } = written;
    const { path, kind, target, isMoved } = lead;
    const goesByItself = link.alias === null && !link.web && written.title === titleOfLink(link);
    const title = goesByItself ? this.links.titleOf({ link, path }) : written.title;
    // Most have neither: that all those share one list keeps a map of thousands small.
    const mentions = written.mentions.length === 0 ? NONE : written.mentions.map((one) => this.links.destination(one));
    const children = written.children.length === 0 ? NONE : this.entries(written.children, found);
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

  division(written: WrittenDivision, isChapter: boolean): Bound {
    const { level, line, key, rating, length, link } = written.heading;
    const title = this.links.titleOfHeading(written.heading);
    const { entries, relations } = this.content(written.content, isNavigationTitle(title));
    const sections = written.sections.map((section) => this.division(section, false));
    const isNavigation = isChapter && holdsOnlyRelations(written, entries, relations);
    const isOfMap = (relation: Relation): boolean => isNavigation || relation.kind === "up" || relation.kind === "next";
    const division: Division = {
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
      topics: written.content.topics,
      link: link && this.links.destination(link),
      relations: relations.filter((relation) => !isOfMap(relation)),
      entries: link ? this.withHeadingNote(written.heading, link, entries) : entries,
      sections: sections.map((section) => section.division),
    };
    return {
      division,
      isNavigation,
      ofMap: [...relations.filter(isOfMap), ...sections.flatMap((section) => section.ofMap)],
    };
  }

  /** A division whose heading links to a note begins with that note. */
  private withHeadingNote(
    { key, rating, length }: WrittenHeading,
    link: WrittenLink,
    entries: readonly Entry[],
  ): readonly Entry[] {
    if (!link.web && linkpathOf(link.link) === "") return entries;
    const { path } = this.links.destination(link);
    if (path !== null && this.links.isMap(path)) return entries;
    const title = titleOfLink(link);
    const entry: WrittenEntry = {
      ...NO_ANNOTATION,
      ...{ link, title, label: null, task: null, mentions: [], details: [], children: [] },
      ...{ key, rating, length },
    };
    return [this.entry(entry, this.links.lead(link), []), ...entries];
  }

  /** Entries and relations; under a navigation title, unlabelled links to maps are related. */
  content(
    written: WrittenContent,
    isNavigation: boolean,
  ): { entries: readonly Entry[]; relations: readonly Relation[] } {
    const relations = written.relations.map((relation) => this.relation(relation));
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
  const bound = written.chapters.map((chapter) => binder.division(chapter, true));
  const relations = distinct([
    ...written.relations.map((relation) => binder.relation(relation)),
    ...preface.relations,
    ...bound.flatMap((one) => one.ofMap),
  ]);
  const roadmap: Roadmap = {
    path,
    title,
    summary: written.preface.summary,
    relations,
    entries: preface.entries,
    topics: written.preface.topics,
    chapters: bound.filter((one) => !one.isNavigation).map((one) => one.division),
    unused: binder.unused.length === 0 ? written.unused : inOrderOfLines([...written.unused, ...binder.unused]),
  };
  if (before) return { roadmap, change: carryIdentity(before.roadmap, roadmap) };
  nameAll(roadmap);
  return { roadmap, change: null };
}
