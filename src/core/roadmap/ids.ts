// Names for what stands in a roadmap: by the titles on the way to it, its target, and which of several alike it is.

import { replaced } from "../base/matches";

/** Signs that keep names of different things apart; in a title they are written otherwise. */
const SEPARATORS = /[%/#\n]/g;

/** A name for a division called `title` in another; that one's is "" for a chapter. */
export function divisionName(parent: string, title: string): string {
  return `${parent}/${replaced(title, SEPARATORS, ([sign]) => encodeURIComponent(sign))}`;
}

/** A name for an entry that leads to `target`, in a division; that one's is "" for the preface. */
export function entryName(parent: string, target: string): string {
  return `${parent}\n[${target}]`;
}

/** A name that others share up to their number. */
export function numbered(name: string, nth: number): string {
  return nth === 1 ? name : `${name}#${nth}`;
}

/** Numbers names that were given before, so that none is given twice, and none of those that are `taken`. */
export class Numbering {
  private readonly counts = new Map<string, number>();

  constructor(private readonly taken: ReadonlySet<string> = new Set()) {}

  next(name: string): string {
    let count = this.counts.get(name) ?? 0;
    do count++;
    while (this.taken.has(numbered(name, count)));
    this.counts.set(name, count);
    return numbered(name, count);
  }
}
