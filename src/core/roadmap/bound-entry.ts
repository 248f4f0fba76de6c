// An entry of a roadmap: what is written, with where it leads.
import { sameValue, type Comparable } from "../base/equal";
import { NONE } from "../base/none";
import type { Destination, Entry, EntryKind } from "./model";
import type { WrittenEntry, WrittenLink } from "../read/written";
import type { Length } from "../notation/length";
import type { Rating } from "../notation/rating";

/** The targets of a division's entries, in order: what tells those of one target apart. */
export class Scope {
  private readonly targets: string[] = [];
  private numbers: readonly number[] | null = null;

  constructor(readonly divisionId: string) {}

  /** Takes the next entry's target; returns its place. */
  add(target: string): number {
    return this.targets.push(target) - 1;
  }

  /** Which of its target's entries in the division the one at a place is, from 1. */
  nth(at: number): number {
    return (this.numbers ??= this.count())[at] ?? 1;
  }

  private count(): readonly number[] {
    const { targets } = this;
    if (new Set(targets).size === targets.length) return NONE;
    const counts = new Map<string, number>();
    return targets.map((target) => counted(counts, target));
  }
}

/** Counts a key once more. */
export function counted(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/** An entry as written, with where it leads. Of all objects of a roadmap these are the many: what they can ask for is not copied. */
export class BoundEntry implements Entry, Comparable {
  constructor(
    private readonly written: WrittenEntry,
    private readonly scope: Scope,
    /** Its place in the scope. */
    private readonly at: number,
    readonly kind: EntryKind,
    readonly path: string | null,
    readonly target: string,
    readonly isMoved: boolean,
    /** The title of the map that it leads to, if it goes by that; null where it goes by its own. */
    private readonly titleOfMap: string | null,
    readonly mentions: readonly Destination[],
    readonly children: readonly Entry[],
  ) {}

  get id(): string {
    return numbered(`${this.scope.divisionId}\n[${this.target}]`, this.scope.nth(this.at));
  }

  sameAs(other: BoundEntry): boolean {
    const isThere = this.at === other.at && this.scope.divisionId === other.scope.divisionId;
    const leadsThere =
      this.kind === other.kind &&
      this.target === other.target &&
      this.isMoved === other.isMoved &&
      this.titleOfMap === other.titleOfMap;
    return (
      isThere &&
      leadsThere &&
      sameValue(this.written, other.written) &&
      sameValue(this.mentions, other.mentions) &&
      sameValue(this.children, other.children)
    );
  }

  get title(): string {
    return this.titleOfMap ?? this.written.title;
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
export function numbered(id: string, nth: number): string {
  return nth === 1 ? id : `${id}#${nth}`;
}
