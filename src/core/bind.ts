// Follows the links of a written map into the vault and makes a roadmap of it: what kind each entry is,
// which links to maps are only navigation, and which chapter is nothing but that.
import { linkpathOf, nameOfLink, subpathOf } from "./links";
import type { Destination, Division, Entry, EntryKind, Relation, Roadmap } from "./model";
import { isNavigationTitle } from "./words";
import { NO_ANNOTATION } from "./annotation";
import type { Length, Rating, WrittenContent, WrittenDivision, WrittenEntry, WrittenLink, WrittenMap, WrittenRelation } from "./written";

/** What the vault says about links and the notes they lead to. */
export interface LinkTargets {
  /** The vault path a link leads to from a note, as Obsidian resolves it; null if to nothing. */
  resolve(linkpath: string, sourcePath: string): string | null;
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
/** The group of all divisions; each other group is the entries of one division, by its id. */
const DIVISIONS = "*";

/** An entry as written, with where it leads. Of all objects of a roadmap these are the many: what they can ask for is not copied. */
class BoundEntry implements Entry {
  constructor(
    private readonly written: WrittenEntry,
    private readonly divisionId: string,
    /** Which of its target's entries in the division it is, from 1. */
    private readonly nth: number,
    readonly kind: EntryKind,
    readonly path: string | null,
    readonly target: string,
    readonly title: string,
    readonly mentions: readonly Destination[],
    readonly children: readonly Entry[],
  ) {}

  get id(): string {
    return numbered(`${this.divisionId}\n[${this.target}]`, this.nth);
  }

  get link(): WrittenLink {
    return this.written.link;
  }

  get label(): string | null {
    return this.written.label;
  }

  get task(): string | null {
    return this.written.task;
  }

  get rating(): Rating | null {
    return this.written.rating;
  }

  get key(): boolean {
    return this.written.key;
  }

  get hot(): boolean {
    return this.written.hot;
  }

  get length(): Length | null {
    return this.written.length;
  }

  get status(): string | null {
    return this.written.status;
  }

  get remark(): string | null {
    return this.written.remark;
  }

  get details(): readonly string[] {
    return this.written.details;
  }
}

/** An identity that others share up to their number. */
function numbered(id: string, nth: number): string {
  return nth === 1 ? id : `${id}#${nth}`;
}

class Binder {
  /** How often each target has been met in a division, and each division below another. */
  private readonly counts = new Map<string, Map<string, number>>();

  constructor(
    private readonly path: string,
    private readonly targets: LinkTargets,
  ) {}

  destination(link: WrittenLink): Destination {
    return { link, path: this.pathOf(link) };
  }

  private pathOf(link: WrittenLink): string | null {
    return link.web ? null : this.targets.resolve(linkpathOf(link.link), this.path);
  }

  relation(written: WrittenRelation): Relation {
    const destination = this.destination(written.link);
    return { kind: written.kind, ...destination, title: this.titleOf(destination) };
  }

  titleOf({ link, path }: Destination): string {
    const ofMap = path !== null && subpathOf(link.link) === "" ? this.targets.titleOfMap(path) : null;
    return link.alias ?? ofMap ?? nameOfLink(link.link);
  }

  entry(written: WrittenEntry, divisionId: string): Entry {
    const { link, title, label, mentions, children } = written;
    const path = this.pathOf(link);
    const kind = this.kindOf(link, path);
    const target = targetOf(link, path);
    const isNamed = link.alias !== null || kind !== "map" || title === label;
    return new BoundEntry(
      written,
      divisionId,
      this.nth(divisionId, target),
      kind,
      path,
      target,
      isNamed ? title : this.titleOf({ link, path }),
      mentions.length === 0 ? NONE : mentions.map((mention) => this.destination(mention)),
      children.length === 0 ? NONE : children.map((child) => this.entry(child, divisionId)),
    );
  }

  private kindOf(link: WrittenLink, path: string | null): EntryKind {
    if (link.web) return "web";
    if (path === null) return "missing";
    if (!/\.md$/i.test(path)) return "file";
    return this.targets.isMap(path) ? "map" : "note";
  }

  division(written: WrittenDivision, parentId: string): Bound {
    const own = `${parentId}/${written.title}`;
    const id = numbered(own, this.nth(DIVISIONS, own));
    const { entries, relations } = this.content(written, id, isNavigationTitle(written.title));
    const sections = written.sections.map((section) => this.division(section, id));
    const isNavigation = parentId === "" && holdsOnlyRelations(written, entries, relations);
    const isOfMap = (relation: Relation): boolean => isNavigation || relation.kind === "up" || relation.kind === "next";
    const { title, level, line, from, to, key, rating, length, summary, topics } = written;
    const division: Division = {
      ...{ id, title, level, line, from, to, key, rating, length, summary, topics },
      link: written.link ? this.destination(written.link) : null,
      relations: relations.filter((relation) => !isOfMap(relation)),
      entries: this.withHeadingNote(written, entries, id),
      sections: sections.map((section) => section.division),
    };
    return { division, isNavigation, ofMap: [...relations.filter(isOfMap), ...sections.flatMap((section) => section.ofMap)] };
  }

  /** A division whose heading links to a note begins with that note. */
  private withHeadingNote(written: WrittenDivision, entries: readonly Entry[], id: string): readonly Entry[] {
    const { link } = written;
    if (!link || (!link.web && linkpathOf(link.link) === "")) return entries;
    const { path } = this.destination(link);
    if (path !== null && this.targets.isMap(path)) return entries;
    const title = link.alias ?? nameOfLink(link.link);
    const entry: WrittenEntry = {
      ...NO_ANNOTATION,
      ...{ link, title, label: null, task: null, mentions: [], details: [], children: [] },
      ...{ key: written.key, rating: written.rating, length: written.length },
    };
    return [this.entry(entry, id), ...entries];
  }

  /** Entries and relations; under a navigation title, unlabelled links to maps are related. */
  content(written: WrittenContent, id: string, isNavigation: boolean): { entries: readonly Entry[]; relations: readonly Relation[] } {
    const relations = written.relations.map((relation) => this.relation(relation));
    const all = written.entries.map((entry) => this.entry(entry, id));
    const isElsewhere = (entry: Entry): boolean => isNavigation && entry.kind === "map" && entry.label === null;
    const related = all.filter(isElsewhere).map(({ link, path, title }): Relation => ({ kind: "related", link, path, title }));
    const entries = all.flatMap((entry) => (isElsewhere(entry) ? entry.children : [entry]));
    return { entries, relations: [...relations, ...related].sort((a, b) => a.link.from - b.link.from) };
  }

  /** Which of its kind in a group this name is, from 1. */
  private nth(group: string, name: string): number {
    let counts = this.counts.get(group);
    if (!counts) this.counts.set(group, (counts = new Map<string, number>()));
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return nth;
  }
}

/** What a state belongs to: the same target wherever it is linked from. */
function targetOf(link: WrittenLink, path: string | null): string {
  return link.web ? link.link : (path ?? linkpathOf(link.link)) + subpathOf(link.link);
}

function holdsOnlyRelations(written: WrittenDivision, entries: readonly Entry[], relations: readonly Relation[]): boolean {
  const isBare = entries.length + written.topics.length + written.sections.length === 0;
  const isSilent = !written.prose && (written.summary === null || isNavigationTitle(written.title));
  const hasOwn = relations.some(({ link }) => link.line !== written.line);
  return isBare && isSilent && hasOwn && written.link === null;
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

/** Makes a roadmap of a written map by following its links. */
export function bindMap(path: string, title: string, written: WrittenMap, targets: LinkTargets): Roadmap {
  const binder = new Binder(path, targets);
  const preface = binder.content(written.preface, "", false);
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
