// The rows of entries and divisions: what is drawn of them is found when somebody asks, and that is done of those in view alone.
import { isEntryOff } from "../../core/roadmap/filter";
import { entriesOf, type Division, type Entry } from "../../core/roadmap/model";
import { plainOf } from "../../core/notation/plain";
import type { Range } from "../../core/base/range";
import { matchesIn, matchesInProse, reasonOf } from "../../core/roadmap/search";
import type { State } from "../../core/base/state";
import type { Tally } from "../../core/roadmap/tally";
import type { DivisionRow, EntryRow, RowSources } from "./rows";

const NO_MATCHES: readonly Range[] = [];

/** Up to this many targets a collapsed division shows a dot for each, above it a bar. */
const STRIP_LENGTH = 12;

export class LateEntryRow implements EntryRow {
  readonly kind = "entry";

  constructor(
    readonly depth: number,
    readonly entry: Entry,
    readonly expanded: boolean | null,
    /** The label before it, if no row of its group shows that. */
    private readonly ownLabel: string | null,
    private readonly sources: RowSources,
  ) {}

  get id(): string {
    return this.entry.id;
  }

  get target(): string {
    return this.entry.target;
  }

  get state(): State {
    return this.sources.stateOf(this.entry.target);
  }

  get label(): string | null {
    return this.ownLabel === this.entry.title ? null : this.ownLabel;
  }

  get mapProgress(): number | null {
    const { kind, path } = this.entry;
    return kind === "map" && path !== null ? this.sources.progressOfMap(path) : null;
  }

  get isActive(): boolean {
    const { path } = this.entry;
    return path !== null && path === this.sources.activePath;
  }

  get offLines(): number | null {
    const linesOf = (target: string): number | null => this.sources.linesOf(target);
    return isEntryOff(this.entry, linesOf) ? linesOf(this.entry.target) : null;
  }

  get matches(): readonly Range[] {
    return matchesOf(this.entry.title, this.sources);
  }

  /** What it was found by, else its remark if remarks are shown. */
  get remark(): string | null {
    const { words, showsRemarks } = this.sources;
    const reason = words.length === 0 ? null : reasonOf(this.entry, words);
    if (reason !== null || !showsRemarks) return reason;
    return this.entry.remark === null ? null : plainOf(this.entry.remark);
  }

  get remarkMatches(): readonly Range[] {
    const { words } = this.sources;
    const { remark } = this;
    return remark === null || words.length === 0 ? NO_MATCHES : matchesInProse(remark, words);
  }
}

export class LateDivisionRow implements DivisionRow {
  readonly kind = "division";
  private counts: Tally | null = null;

  constructor(
    readonly depth: number,
    readonly division: Division,
    readonly expanded: boolean | null,
    readonly leadsTo: "map" | "jump" | null,
    private readonly sources: RowSources,
  ) {}

  get id(): string {
    return this.division.id;
  }

  get isActive(): boolean {
    const { activePath } = this.sources;
    return (
      this.expanded === false && activePath !== null && entriesOf(this.division).some(({ path }) => path === activePath)
    );
  }

  get tally(): Tally {
    return (this.counts ??= this.sources.tallyOfDivision(this.whole));
  }

  get matches(): readonly Range[] {
    return matchesOf(this.division.title, this.sources);
  }

  get strip(): readonly State[] | null {
    const { counted } = this.tally;
    return counted === 0 || counted > STRIP_LENGTH ? null : statesInOrder(this.whole, this.sources);
  }

  /** What is counted: of a division with something hidden in it all the same. */
  private get whole(): Division {
    return this.sources.wholeOf?.(this.division) ?? this.division;
  }

  get mapProgress(): number | null {
    const path = this.leadsTo === "map" ? (this.division.link?.path ?? null) : null;
    return path === null ? null : this.sources.progressOfMap(path);
  }
}

/** Where a title holds the words searched for. */
export function matchesOf(title: string, { words }: RowSources): readonly Range[] {
  return words.length === 0 ? NO_MATCHES : matchesIn(title, words);
}

/** The states of a division's counted targets in the order of the map, each once. */
function statesInOrder(division: Division, sources: RowSources): readonly State[] {
  const seen = new Map<string, State>();
  for (const { kind, target } of entriesOf(division)) {
    if (kind !== "map" && kind !== "missing" && !seen.has(target)) seen.set(target, sources.stateOf(target));
  }
  return [...seen.values()];
}
