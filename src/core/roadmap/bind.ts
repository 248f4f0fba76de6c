// Follows the links of a written map into the vault and makes a roadmap of it: what kind each entry is,
// which links to maps are only navigation, and which chapter is nothing but that.
import { directionOf, foldersMeant } from "./lead";
import { basenameOf, folderOf, isMarkerName, titleOfMap } from "../read/detect";
import { linkpathOf, nameOfLink, subpathOf, titleOfLink } from "../read/links";
import {
  entriesOfRoadmap,
  type Destination,
  type Division,
  type Entry,
  type EntryKind,
  type Relation,
  type Roadmap,
} from "./model";
import { directionOfWords, isNavigationTitle } from "../notation/words";
import { NO_ANNOTATION } from "../notation/annotation";
import { LinkReuse } from "./link-reuse";
import { distinct, inOrderOfLinks, targetOf } from "./relations";
import { divisionId, numbered } from "./ids";
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

/** The vault's answers about links and the notes they lead to. */
export interface LinkTargets {
  /** The vault path a link leads to from a note, as Obsidian resolves it; null if to nothing. */
  resolve(linkpath: string, sourcePath: string): string | null;
  /** True if there is a folder at a vault path. */
  isFolder(path: string): boolean;
  /** The path now of the note that a link once led to, when that link leads to nothing; null if it is not known. */
  movedTo(linkpath: string, sourcePath: string): string | null;
  isMap(path: string): boolean;
  /** The title of a map; null for any other path. */
  titleOfMap(path: string): string | null;
}

interface Bound {
  readonly division: Division;
  /** Relations found in it that speak about the whole map. */
  readonly ofMap: readonly Relation[];
  /** True if it is a chapter that holds nothing but relations. */
  readonly isNavigation: boolean;
}

const NONE: readonly never[] = [];

/** A division as far as its entries need to know: its id, and how many of them lead to each target so far. */
class Scope {
  private readonly counts = new Map<string, number>();

  constructor(private readonly divisionId: string) {}

  /** The id of the next entry that leads to a target. */
  idOf(target: string): string {
    return numbered(`${this.divisionId}\n[${target}]`, counted(this.counts, target));
  }
}

/** Counts a key once more. */
function counted(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/** The place that a link leads to, and as what. */
type Lead = Pick<Entry, "path" | "kind" | "target" | "isMoved">;

class Binder {
  /** Links that prove to be neither entries nor relations. */
  readonly unused: Unused[] = [];
  private readonly divisionCounts = new Map<string, number>();

  constructor(
    private readonly path: string,
    private readonly targets: LinkTargets,
    private readonly reuse: LinkReuse | null,
  ) {}

  destination(link: WrittenLink): Destination {
    return { link, path: this.resolved(link) ?? this.movedTo(link) };
  }

  private resolved(link: WrittenLink): string | null {
    return link.web ? null : this.targets.resolve(linkpathOf(link.link), this.path);
  }

  private movedTo({ link, web }: WrittenLink): string | null {
    return web ? null : this.targets.movedTo(linkpathOf(link), this.path);
  }

  relation({ kind, link }: WrittenRelation): Relation {
    const destination = this.destination(link);
    return { kind, ...destination, title: this.titleOf(destination) };
  }

  /**
   * The author's words for a link, unless they only give a way; else the title of the map it leads to, else its name.
   */
  titleOf({ link, path }: Destination): string {
    const isWordless = link.alias === null || directionOfWords(link.alias) !== null;
    const ofMap = path !== null && subpathOf(link.link) === "" ? this.targets.titleOfMap(path) : null;
    return isWordless ? (ofMap ?? this.nameOf(link, path)) : titleOfLink(link);
  }

  /** The name of what a link leads to; if it leads nowhere, all that is written, without a folder that there is. */
  private nameOf({ link, web }: WrittenLink, path: string | null): string {
    if (web) return link;
    const linkpath = linkpathOf(link);
    if (path === null && !isMarkerName(basenameOf(linkpath))) {
      const folder = folderOf(linkpath);
      return nameOfLink(link, folder !== "" && this.isFolder(folder) ? linkpath.slice(folder.length + 1) : linkpath);
    }
    const needsPath = /\.md$/i.test(linkpath) || isMarkerName(linkpath);
    return path !== null && needsPath ? nameOfLink(link, titleOfMap(path, null)) : nameOfLink(link);
  }

  /** True if a link's path, from the vault's root or from this map's folder, is that of a folder. */
  private isFolder(linkpath: string): boolean {
    return foldersMeant(linkpath, this.path).some((path) => this.targets.isFolder(path));
  }

  /** Entries as bound; what proves to be none goes to `found` or `unused`, and what is nested in it takes its place. */
  private entries(written: readonly WrittenEntry[], scope: Scope, found: Relation[]): readonly Entry[] {
    return written.flatMap((one, index) => {
      const { link } = one;
      const lead = this.reuse?.find(link) ?? this.leadOf(link);
      const kind = lead.kind === "map" && lead.path !== this.path ? directionOf(link, written[index + 1]?.link) : null;
      const why = this.whyUnused(link, lead);
      if (kind) found.push(this.relation({ kind, link }));
      else if (why) this.unused.push({ line: link.line, text: link.text, why });
      else return [this.entry(one, lead, scope, found)];
      return this.entries(one.children, scope, found);
    });
  }

  /** Why a link is no entry though it stands where one would: it leads to its own map or a folder; null for others. */
  private whyUnused({ link }: WrittenLink, { kind, path }: Lead): UnusedReason | null {
    if (path === this.path) return "jump";
    return kind === "missing" && this.isFolder(linkpathOf(link)) ? "elsewhere" : null;
  }

  private entry(written: WrittenEntry, lead: Lead, scope: Scope, found: Relation[]): Entry {
    const { link, label, task, rating, key, hot, length, status, remark, details } = written;
    const { path, kind, target, isMoved } = lead;
    const id = scope.idOf(target);
    const goesByItself = link.alias === null && !link.web && written.title === titleOfLink(link);
    const title = goesByItself ? this.titleOf({ link, path }) : written.title;
    // Most have neither: that all those share one list keeps a map of thousands small.
    const mentions = written.mentions.length === 0 ? NONE : written.mentions.map((one) => this.destination(one));
    const children = written.children.length === 0 ? NONE : this.entries(written.children, scope, found);
    // Named one by one: put together by spreading, they cost more than all reading does.
    return {
      id,
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

  /** The place that an entry's link leads to. */
  private leadOf(link: WrittenLink): Lead {
    const resolved = this.resolved(link);
    const path = resolved ?? this.movedTo(link);
    return { path, kind: this.kindOf(link, path), target: targetOf(link, path), isMoved: path !== resolved };
  }

  private kindOf(link: WrittenLink, path: string | null): EntryKind {
    if (link.web) return "web";
    if (path === null) return "missing";
    if (!path.endsWith(".md") && !/\.md$/i.test(path)) return "file";
    return this.targets.isMap(path) ? "map" : "note";
  }

  division(written: WrittenDivision, parentId: string): Bound {
    const { level, line, key, rating, length, link } = written.heading;
    const title = this.titleOfDivision(written.heading);
    const own = divisionId(parentId, title);
    const id = numbered(own, counted(this.divisionCounts, own));
    const scope = new Scope(id);
    const { entries, relations } = this.content(written.content, scope, isNavigationTitle(title));
    const sections = written.sections.map((section) => this.division(section, id));
    const isNavigation = parentId === "" && holdsOnlyRelations(written, entries, relations);
    const isOfMap = (relation: Relation): boolean => isNavigation || relation.kind === "up" || relation.kind === "next";
    const division: Division = {
      id,
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
      link: link && this.destination(link),
      relations: relations.filter((relation) => !isOfMap(relation)),
      entries: link ? this.withHeadingNote(written.heading, link, entries, scope) : entries,
      sections: sections.map((section) => section.division),
    };
    return {
      division,
      isNavigation,
      ofMap: [...relations.filter(isOfMap), ...sections.flatMap((section) => section.ofMap)],
    };
  }

  /** A heading that is only a link without words goes by what it leads to. */
  private titleOfDivision({ title, link }: WrittenHeading): string {
    const goesByLink = link?.alias === null && !link.web && title === titleOfLink(link);
    return goesByLink ? this.nameOf(link, this.resolved(link)) : title;
  }

  /** A division whose heading links to a note begins with that note. */
  private withHeadingNote(
    { key, rating, length }: WrittenHeading,
    link: WrittenLink,
    entries: readonly Entry[],
    scope: Scope,
  ): readonly Entry[] {
    if (!link.web && linkpathOf(link.link) === "") return entries;
    const { path } = this.destination(link);
    if (path !== null && this.targets.isMap(path)) return entries;
    const title = titleOfLink(link);
    const entry: WrittenEntry = {
      ...NO_ANNOTATION,
      ...{ link, title, label: null, task: null, mentions: [], details: [], children: [] },
      ...{ key, rating, length },
    };
    return [this.entry(entry, this.leadOf(link), scope, []), ...entries];
  }

  /** Entries and relations; under a navigation title, unlabelled links to maps are related. */
  content(
    written: WrittenContent,
    scope: Scope,
    isNavigation: boolean,
  ): { entries: readonly Entry[]; relations: readonly Relation[] } {
    const relations = written.relations.map((relation) => this.relation(relation));
    const entries = this.entries(written.entries, scope, relations);
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

/** Binds a written map by following its links; `before` is an earlier roadmap of it whose links lead where they did. */
export function bindMap(
  path: string,
  title: string,
  written: WrittenMap,
  targets: LinkTargets,
  before: Roadmap | null = null,
): Roadmap {
  const binder = new Binder(path, targets, before && new LinkReuse(entriesOfRoadmap(before)));
  const preface = binder.content(written.preface, new Scope(""), false);
  const bound = written.chapters.map((chapter) => binder.division(chapter, ""));
  const relations = distinct([
    ...written.relations.map((relation) => binder.relation(relation)),
    ...preface.relations,
    ...bound.flatMap((one) => one.ofMap),
  ]);
  return {
    path,
    title,
    summary: written.preface.summary,
    relations,
    entries: preface.entries,
    topics: written.preface.topics,
    chapters: bound.filter((one) => !one.isNavigation).map((one) => one.division),
    unused: binder.unused.length === 0 ? written.unused : inOrderOfLines([...written.unused, ...binder.unused]),
  };
}
