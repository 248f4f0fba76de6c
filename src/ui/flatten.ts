// Makes the rows of a roadmap, top to bottom, that are not folded away.
import { divisionsOf, entriesOf, type Division, type Entry, type Roadmap } from "../core/model";
import { isEntryOff, matchesIn } from "../core/filter";
import { plainOf } from "../core/plain";
import type { Range } from "../core/range";
import type { State } from "../core/state";
import type { Tally } from "../core/tally";
import type { Topic } from "../core/written";
import { isDivisionFolded, type Folding } from "./folding";
import { withProgress } from "./relations";
import type { Row } from "./rows";

/** What the rows depend on beyond the roadmap. */
export interface RowSources {
  stateOf(target: string): State;
  tallyOfDivision(division: Division): Tally;
  /** The actual length of a target in lines; null where it is not known. */
  linesOf(target: string): number | null;
  /** The progress of another map, from 0 to 1; null if the path is no map or has nothing to count. */
  progressOfMap(path: string): number | null;
  isMap(path: string): boolean;
  readonly folding: Folding;
  /** Whether remarks have a line of their own. */
  readonly showsRemarks: boolean;
  /** The words searched for, folded; none while nothing is. */
  readonly words: readonly string[];
  /** The note in front of the reader; null where there is none. */
  readonly activePath: string | null;
}

const NO_MATCHES: readonly Range[] = [];

/** Up to this many targets a collapsed division shows a dot for each, above it a bar. */
const STRIP_LENGTH = 12;

class Flattening {
  readonly rows: Row[] = [];

  private readonly cut: ReadonlyMap<string, readonly string[]>;

  constructor(
    private readonly roadmap: Roadmap,
    private readonly sources: RowSources,
  ) {
    this.cut = cutLinks(roadmap);
  }

  division(division: Division, depth: number): void {
    const { entries, sections, topics, relations } = division;
    const hasContent = entries.length + sections.length + topics.length + relations.length > 0 || this.cut.has(division.id);
    const expanded = hasContent ? !isDivisionFolded(this.sources.folding, division) : null;
    const path = division.link?.path ?? null;
    const leadsTo = path === this.roadmap.path ? "jump" : path !== null && this.sources.isMap(path) ? "map" : null;
    this.rows.push({
      ...{ kind: "division", id: division.id, depth, division, expanded, leadsTo },
      ...{ tally: this.sources.tallyOfDivision(division), strip: this.stripOf(division) },
      mapProgress: leadsTo === "map" && path !== null ? this.sources.progressOfMap(path) : null,
    });
    if (expanded) this.content(division, depth + 1);
  }

  content(content: Pick<Division, "id" | "relations" | "entries" | "topics" | "sections">, depth: number): void {
    const { id, relations, entries, topics, sections } = content;
    if (relations.length > 0) this.rows.push({ kind: "relations", id: `${id}\n<relations>`, depth, relations: withProgress(relations, (path) => this.sources.progressOfMap(path)) });
    this.entries(entries, id, depth);
    this.topics(topics, id, depth);
    const links = this.cut.get(id);
    if (links) this.rows.push({ kind: "cut", id: `${id}\n<cut>`, depth, links });
    for (const section of sections) this.division(section, depth);
  }

  /** Entries in order; two or more in a row under one label stand below a row that shows it. */
  private entries(entries: readonly Entry[], parentId: string, depth: number): void {
    for (let at = 0, end = 0; at < entries.length; at = end) {
      end = endOfRun(entries, at);
      const first = entries[at];
      if (end === at + 1 && first) this.entry(first, first.label, depth);
      else this.group(first?.label ?? "", entries.slice(at, end), parentId, depth);
    }
  }

  private group(label: string, run: readonly Entry[], parentId: string, depth: number): void {
    const id = `${parentId}\n<${label}> ${run[0]?.id ?? ""}`;
    const expanded = !this.sources.folding.byHand.has(id);
    this.rows.push({ kind: "group", id, depth, label, expanded });
    if (expanded) for (const entry of run) this.entry(entry, null, depth + 1);
  }

  private entry(entry: Entry, label: string | null, depth: number): void {
    const { id, path, target, children, kind } = entry;
    const { title } = entry;
    const { sources } = this;
    const linesOf = (one: string): number | null => sources.linesOf(one);
    const expanded = children.length > 0 ? !sources.folding.byHand.has(id) : null;
    const remark = sources.showsRemarks ? entry.remark : null;
    // One literal without spreads: of all rows these are the many.
    this.rows.push({
      kind: "entry",
      id,
      depth,
      entry,
      expanded,
      state: sources.stateOf(target),
      label: label === title ? null : label,
      mapProgress: kind === "map" && path !== null ? sources.progressOfMap(path) : null,
      isActive: path !== null && path === sources.activePath,
      offLines: isEntryOff(entry, linesOf) ? linesOf(target) : null,
      remark: remark === null ? null : plainOf(remark),
      matches: sources.words.length === 0 ? NO_MATCHES : matchesIn(title, sources.words),
    });
    if (expanded) this.entries(children, id, depth + 1);
  }

  private topics(topics: readonly Topic[], parentId: string, depth: number): void {
    if (topics.length === 0) return;
    const id = `${parentId}\n<topics>`;
    // Whatever the level, topics are folded until opened by hand.
    const expanded = this.sources.folding.byHand.has(id);
    this.rows.push({ kind: "topics", id, depth, count: topics.length, expanded });
    if (!expanded) return;
    topics.forEach((topic, index) => this.rows.push({ kind: "topic", id: `${id} ${index}`, depth: depth + 1, topic }));
  }

  private stripOf(division: Division): readonly State[] | null {
    const { counted } = this.sources.tallyOfDivision(division);
    if (counted === 0 || counted > STRIP_LENGTH) return null;
    return statesInOrder(division, this.sources.stateOf.bind(this.sources));
  }
}

/** The links that a table's pipes cut, by the id of the division they stand in; "" for the preface. */
function cutLinks({ unused, chapters }: Roadmap): ReadonlyMap<string, readonly string[]> {
  const cut = unused.filter(({ why }) => why === "pipe");
  if (cut.length === 0) return new Map();
  const divisions = [...divisionsOf(chapters)];
  const ids = cut.map(({ line }) => divisions.filter((division) => division.line <= line).at(-1)?.id ?? "");
  return new Map([...new Set(ids)].map((id) => [id, cut.filter((_, index) => ids[index] === id).map(({ text }) => text)]));
}

/** The states of a division's counted targets in the order of the map, each once. */
function statesInOrder(division: Division, stateOf: (target: string) => State): readonly State[] {
  const seen = new Map<string, State>();
  for (const { kind, target } of entriesOf(division)) {
    if (kind !== "map" && kind !== "missing" && !seen.has(target)) seen.set(target, stateOf(target));
  }
  return [...seen.values()];
}

/** Where the entries from `at` on that share its label end; they are just the one where it has none. */
function endOfRun(entries: readonly Entry[], at: number): number {
  const label = entries[at]?.label ?? null;
  let end = at + 1;
  while (label !== null && entries[end]?.label === label) end++;
  return end;
}

/** The rows of a roadmap that are not folded away. */
export function flatten(roadmap: Roadmap, sources: RowSources): readonly Row[] {
  const flattening = new Flattening(roadmap, sources);
  flattening.content({ id: "", relations: [], entries: roadmap.entries, topics: roadmap.topics, sections: roadmap.chapters }, 0);
  return flattening.rows;
}
