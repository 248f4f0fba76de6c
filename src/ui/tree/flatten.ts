// Makes the rows of a roadmap, top to bottom, that are not folded away.
import { Numbering } from "../../core/roadmap/ids";
import { addToGroup } from "../../core/base/group";
import { divisionsOf, type Division, type Entry, type Relation, type Roadmap } from "../../core/roadmap/model";
import { firstIndex } from "../../core/base/range";
import type { Topic, Unused } from "../../core/read/written";
import { isDivisionFolded } from "../../core/roadmap/folding";
import type { Visible } from "../../core/roadmap/view-state";
import { divisionRow, entryRow, matchesOf } from "./row-values";
import { withProgress } from "../../actions/relations";
import type { Row, RowSources } from "./rows";

class Flattening {
  readonly rows: Row[] = [];

  private readonly cut: ReadonlyMap<string, readonly Unused[]>;
  private readonly roadmap: Roadmap;

  constructor(
    private readonly visible: Visible,
    private readonly sources: RowSources,
  ) {
    this.roadmap = visible.roadmap;
    this.cut = cutLinks(visible.roadmap);
  }

  division(division: Division, depth: number): void {
    const { entries, sections, topics, relations } = division;
    const hasContent =
      entries.length + sections.length + topics.length + relations.length > 0 || this.cut.has(division.id);
    const expanded = hasContent ? !isDivisionFolded(this.sources.folding, division) : null;
    const path = division.link?.path ?? null;
    const leadsTo = path === this.roadmap.path ? "jump" : path !== null && this.sources.isMap(path) ? "map" : null;
    const counted = this.visible.counted.get(division.id) ?? division;
    this.rows.push(divisionRow(division, counted, depth, expanded, leadsTo, this.sources));
    if (expanded) this.content(division, depth + 1);
  }

  content(content: Pick<Division, "id" | "relations" | "entries" | "topics" | "sections">, depth: number): void {
    const { id, relations, entries, topics, sections } = content;
    if (relations.length > 0) this.relations(relations, id, depth);
    this.entries(entries, id, depth);
    this.topics(topics, id, depth);
    this.cutLinks(id, depth);
    for (const section of sections) this.division(section, depth);
  }

  private relations(relations: readonly Relation[], parentId: string, depth: number): void {
    const measured = withProgress(relations, (path) => this.sources.progressOfMap(path));
    this.rows.push({
      kind: "relations",
      id: `${parentId}\n(relations)`,
      depth,
      relations: measured,
      matches: relations.map(({ title }) => matchesOf(title, this.sources)),
    });
  }

  /** Entries in order; two or more in a row under one label stand below a row that shows it. */
  private entries(entries: readonly Entry[], parentId: string, depth: number): void {
    const numbering = new Numbering();
    for (let at = 0, end = 0; at < entries.length; at = end) {
      end = endOfRun(entries, at);
      const first = entries[at];
      const label = first?.label ?? "";
      if (end === at + 1 && first) this.entry(first, first.label, depth);
      else this.group(label, entries.slice(at, end), numbering.next(`${parentId}\n<${label}>`), depth);
    }
  }

  private group(label: string, run: readonly Entry[], id: string, depth: number): void {
    const expanded = !this.sources.folding.byHand.has(id);
    this.rows.push({
      kind: "group",
      id,
      depth,
      label,
      entries: run,
      matches: matchesOf(label, this.sources),
      expanded,
    });
    if (expanded) for (const entry of run) this.entry(entry, null, depth + 1);
  }

  private entry(entry: Entry, label: string | null, depth: number): void {
    const { children } = entry;
    const expanded = children.length > 0 ? !this.sources.folding.byHand.has(entry.id) : null;
    this.rows.push(entryRow(entry, depth, expanded, label, this.sources));
    if (expanded) this.entries(children, entry.id, depth + 1);
  }

  private topics(topics: readonly Topic[], parentId: string, depth: number): void {
    if (topics.length === 0) return;
    const id = `${parentId}\n(topics)`;
    const matches = topics.map(({ title }) => matchesOf(title, this.sources));
    // Whatever the level, topics are folded until opened by hand, or one is found.
    const expanded = this.sources.folding.byHand.has(id) !== matches.some((some) => some.length > 0);
    this.rows.push({ kind: "topics", id, depth, topics, expanded });
    if (!expanded) return;
    const numbering = new Numbering();
    topics.forEach((topic, index) => {
      const own = numbering.next(`${id}\n~${topic.title}~`);
      this.rows.push({
        kind: "topic",
        id: own,
        depth: depth + 1,
        topic,
        findings: this.sources.findings.topics.get(topic) ?? [],
        matches: matches[index] ?? [],
      });
    });
  }

  private cutLinks(id: string, depth: number): void {
    const cut = this.cut.get(id);
    const [first] = cut ?? [];
    if (cut && first)
      this.rows.push({ kind: "cut", id: `${id}\n(cut)`, depth, links: cut.map(({ text }) => text), line: first.line });
  }
}

/** The links that a table's pipes cut, by the id of the division they stand in; "" for the preface. */
function cutLinks({ unused, chapters }: Roadmap): ReadonlyMap<string, readonly Unused[]> {
  const cut = new Map<string, Unused[]>();
  const divisions = divisionsOf(chapters);
  for (const one of unused) {
    if (one.why !== "pipe") continue;
    const id =
      divisions[firstIndex(divisions.length, (index) => (divisions[index]?.line ?? 0) <= one.line) - 1]?.id ?? "";
    addToGroup(cut, id, one);
  }
  return cut;
}

/** The index behind the entries from `at` on that share its label; behind that one alone if it has none. */
function endOfRun(entries: readonly Entry[], at: number): number {
  const label = entries[at]?.label ?? null;
  let end = at + 1;
  while (label !== null && entries[end]?.label === label) end++;
  return end;
}

/** The rows of the visible part of a roadmap that are not folded away. */
export function flatten(visible: Visible, sources: RowSources): readonly Row[] {
  const flattening = new Flattening(visible, sources);
  const { entries, topics, chapters } = visible.roadmap;
  flattening.content({ id: "", relations: [], entries, topics, sections: chapters }, 0);
  return flattening.rows;
}
