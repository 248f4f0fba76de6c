// Follows the links of a written map into the vault and makes a roadmap of it: what kind each entry is,
// which links to maps are only navigation, and which chapter is nothing but that.
import { linkpathOf, subpathOf, titleOfLink } from "../read/links";
import {
  entriesOfRoadmap,
  type Destination,
  type Division,
  type Entry,
  type EntryKind,
  type Relation,
  type Roadmap,
} from "./model";
import { isNavigationTitle } from "../notation/words";
import { NO_ANNOTATION } from "../notation/annotation";
import { LinkReuse } from "./link-reuse";
import { divisionId, numbered } from "./ids";
import type {
  WrittenContent,
  WrittenDivision,
  WrittenEntry,
  WrittenHeading,
  WrittenLink,
  WrittenMap,
  WrittenRelation,
} from "../read/written";

/** What the vault says about links and the notes they lead to. */
export interface LinkTargets {
  /** The vault path a link leads to from a note, as Obsidian resolves it; null if to nothing. */
  resolve(linkpath: string, sourcePath: string): string | null;
  /** Where the note is now that a link once led to which leads to nothing; null if that is not known. */
  movedTo(linkpath: string, sourcePath: string): string | null;
  isMap(path: string): boolean;
  /** The title of a map; null for any other path. */
  titleOfMap(path: string): string | null;
}

interface Bound {
  readonly division: Division;
  /** Relations found in it that speak about the whole map. */
  readonly ofMap: readonly Relation[];
  /** Whether it is a chapter that holds nothing but relations. */
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

class Binder {
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

  relation(written: WrittenRelation): Relation {
    const destination = this.destination(written.link);
    return { kind: written.kind, ...destination, title: this.titleOf(destination) };
  }

  titleOf({ link, path }: Destination): string {
    const ofMap = path !== null && subpathOf(link.link) === "" ? this.targets.titleOfMap(path) : null;
    return ofMap !== null && link.alias === null ? ofMap : titleOfLink(link);
  }

  entry(written: WrittenEntry, scope: Scope): Entry {
    const { link, label, task, rating, key, hot, length, status, remark, details } = written;
    const { path, kind, target, isMoved } = this.reuse?.find(link) ?? this.leadOf(link);
    const id = scope.idOf(target);
    const goesByMap = kind === "map" && link.alias === null && written.title !== label;
    const title = goesByMap ? this.titleOf({ link, path }) : written.title;
    // Most have neither: that all those share one list keeps a map of thousands small.
    const mentions = written.mentions.length === 0 ? NONE : written.mentions.map((one) => this.destination(one));
    const children = written.children.length === 0 ? NONE : written.children.map((one) => this.entry(one, scope));
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

  /** Where an entry's link leads. */
  private leadOf(link: WrittenLink): Pick<Entry, "path" | "kind" | "target" | "isMoved"> {
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
    const { title, level, line, key, rating, length, link } = written.heading;
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
    return [this.entry(entry, scope), ...entries];
  }

  /** Entries and relations; under a navigation title, unlabelled links to maps are related. */
  content(
    written: WrittenContent,
    scope: Scope,
    isNavigation: boolean,
  ): { entries: readonly Entry[]; relations: readonly Relation[] } {
    const relations = written.relations.map((relation) => this.relation(relation));
    const entries = written.entries.map((entry) => this.entry(entry, scope));
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

function inOrderOfLinks(relations: readonly Relation[]): readonly Relation[] {
  return relations.length < 2 ? relations : relations.toSorted((a, b) => a.link.from - b.link.from);
}

/** What a state belongs to: the same target wherever it is linked from. */
function targetOf(link: WrittenLink, path: string | null): string {
  return link.web ? link.link : (path ?? linkpathOf(link.link)) + subpathOf(link.link);
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

/** Each relation once: authors like to state `up` in the frontmatter and again at the end. */
function distinct(relations: readonly Relation[]): readonly Relation[] {
  const first = new Map<string, Relation>();
  for (const relation of relations) {
    const key = `${relation.kind} ${targetOf(relation.link, relation.path)}`;
    if (!first.has(key)) first.set(key, relation);
  }
  return [...first.values()];
}

/** Makes a roadmap of a written map by following its links; `before` is an earlier one of the same map whose links still lead where they did. */
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
    unused: written.unused,
  };
}
