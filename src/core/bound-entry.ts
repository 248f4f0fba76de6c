// An entry of a roadmap: what is written, with where it leads.
import type { Destination, Entry, EntryKind } from "./model";
import type { Length, Rating, WrittenEntry, WrittenLink } from "./written";

/** An entry as written, with where it leads. Of all objects of a roadmap these are the many: what they can ask for is not copied. */
export class BoundEntry implements Entry {
  constructor(
    private readonly written: WrittenEntry,
    private readonly divisionId: string,
    /** Which of its target's entries in the division it is, from 1. */
    private readonly nth: number,
    readonly kind: EntryKind,
    readonly path: string | null,
    readonly target: string,
    /** The title of the map that it leads to, if it goes by that; null where it goes by its own. */
    private readonly titleOfMap: string | null,
    readonly mentions: readonly Destination[],
    readonly children: readonly Entry[],
  ) {}

  get id(): string {
    return numbered(`${this.divisionId}\n[${this.target}]`, this.nth);
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
