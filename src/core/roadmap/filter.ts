// The entries of a roadmap that are looked for, and the roadmap that is left of them.
import type { Division, Entry, Roadmap } from "./model";
import { folded, isNamed, wordsOf } from "./search";
import type { State } from "../base/state";
import { USUAL_SCALE, type Rating } from "../notation/rating";

/** The conditions that decide what to keep. Within the states any may hold; everything else must hold together. */
export interface Filter {
  /**
   * Words that title, remark or path must hold, each of them somewhere, or the title of a division above all of them;
   * without case and accents, Chinese titles also by the first letters of their pinyin.
   * Topics and relations are found by their titles.
   */
  readonly text: string;
  /** None means any. */
  readonly states: readonly State[];
  readonly key: boolean;
  readonly hot: boolean;
  /** At least this many of five stars, whatever the scale; 0 for any. */
  readonly rated: number;
  /** At most this many lines; 0 for any. */
  readonly upTo: number;
  /** Entries that something is wrong with, and that upkeep can mend. */
  readonly fixable: boolean;
  readonly missing: boolean;
}

/** All that is known of targets beyond the map. */
export interface FilterSources {
  stateOf(target: string): State;
  /** The actual length in lines; null where it is not known. */
  linesOf(target: string): number | null;
  /** True if upkeep has found something about an entry. */
  isFixable(entry: Entry): boolean;
}

export const NO_FILTER: Filter = {
  text: "",
  states: [],
  key: false,
  hot: false,
  rated: 0,
  upTo: 0,
  fixable: false,
  missing: false,
};

export function isFiltering({ text, states, key, hot, rated, upTo, fixable, missing }: Filter): boolean {
  return text.trim() !== "" || states.length > 0 || key || hot || rated > 0 || upTo > 0 || fixable || missing;
}

/** The length of an entry, in lines: as the note is, else as the map says; null where neither is known. */
export function linesOf(entry: Entry, sources: Pick<FilterSources, "linesOf">): number | null {
  const actual = sources.linesOf(entry.target);
  return actual ?? (entry.length?.unit === "lines" ? entry.length.value : null);
}

/** True if a rating is of so many stars of five, or more. */
function isRated(rating: Rating | null, stars: number): boolean {
  return rating !== null && rating.value / rating.of >= stars / USUAL_SCALE;
}

/** Makes the test of a filter, once for many entries. */
export function entryTest(filter: Filter, sources: FilterSources): (entry: Entry) => boolean {
  const words = wordsOf(filter.text);
  const states = new Set(filter.states);
  return (entry) => {
    const { title, path, label, kind, target } = entry;
    if (filter.missing && kind !== "missing") return false;
    if (states.size > 0 && (kind === "missing" || !states.has(sources.stateOf(target)))) return false;
    if (filter.key && !entry.key) return false;
    if (filter.hot && !entry.hot) return false;
    if (filter.rated > 0 && !isRated(entry.rating, filter.rated)) return false;
    if (filter.upTo > 0 && (linesOf(entry, sources) ?? Infinity) > filter.upTo) return false;
    if (filter.fixable && !sources.isFixable(entry)) return false;
    if (words.length === 0) return true;
    const name = folded(`${label ?? ""}\n${title}`);
    const text = `${name}\n${folded(`${entry.remark ?? ""}\n${path ?? ""}`)}`;
    return words.every((word) => text.includes(word) || isNamed(name, word));
  };
}

/** The same entry with these of its children. */
function withChildren(entry: Entry, children: readonly Entry[]): Entry {
  const isSame =
    children.length === entry.children.length && children.every((child, index) => child === entry.children[index]);
  return isSame ? entry : { ...entry, children };
}

/** An entry stays if it fits, or if something below it does. */
function keptEntries(entries: readonly Entry[], fits: (entry: Entry) => boolean): readonly Entry[] {
  return entries.flatMap((entry) => {
    const children = keptEntries(entry.children, fits);
    return fits(entry) || children.length > 0 ? [withChildren(entry, children)] : [];
  });
}

/** The tests for what stays of a roadmap. */
interface Sieve {
  readonly fits: (entry: Entry) => boolean;
  /** Tells which entries stay of a division that is found. */
  readonly others: (entry: Entry) => boolean;
  /** True if a title holds all that is searched for. */
  readonly isFound: (title: string) => boolean;
  /** True if only words are looked for, which other things than entries hold, too. */
  readonly isSearch: boolean;
}

/** A division is found by its title, and all in it with it. */
function keptDivisions(divisions: readonly Division[], sieve: Sieve, isInside = false): readonly Division[] {
  return divisions.flatMap((division) => {
    const isFound = isInside || sieve.isFound(division.title);
    const isOther = ({ title }: { readonly title: string }): boolean =>
      sieve.isSearch && (isFound || sieve.isFound(title));
    const entries = keptEntries(division.entries, isFound ? sieve.others : sieve.fits);
    const sections = keptDivisions(division.sections, sieve, isFound);
    const [relations, topics] = [division.relations.filter(isOther), division.topics.filter(isOther)];
    const isKept =
      entries.length + sections.length + relations.length + topics.length > 0 || (isFound && sieve.isSearch);
    return isKept ? [{ ...division, entries, sections, relations, topics }] : [];
  });
}

/** The rest of a roadmap: what fits, by itself or by the title of a division above, and all that stands above that. */
export function filtered(roadmap: Roadmap, filter: Filter, sources: FilterSources): Roadmap {
  const words = wordsOf(filter.text);
  const others = { ...filter, text: "" };
  const isFound = (title: string): boolean => words.length > 0 && words.every((word) => isNamed(folded(title), word));
  const sieve = {
    fits: entryTest(filter, sources),
    others: entryTest(others, sources),
    isFound,
    isSearch: !isFiltering(others),
  };
  const topics = sieve.isSearch ? roadmap.topics.filter(({ title }) => isFound(title)) : [];
  return {
    ...roadmap,
    entries: keptEntries(roadmap.entries, sieve.fits),
    topics,
    unused: [],
    chapters: keptDivisions(roadmap.chapters, sieve),
  };
}

function openEntries(entries: readonly Entry[], stateOf: (target: string) => State): readonly Entry[] {
  return entries.flatMap((entry) => {
    const children = openEntries(entry.children, stateOf);
    const isDone = entry.kind !== "map" && entry.kind !== "missing" && stateOf(entry.target) === "done";
    return isDone && children.length === 0 ? [] : [withChildren(entry, children)];
  });
}

function openDivisions(divisions: readonly Division[], stateOf: (target: string) => State): readonly Division[] {
  return divisions.flatMap((division) => {
    const entries = openEntries(division.entries, stateOf);
    const sections = openDivisions(division.sections, stateOf);
    const isDone = entries.length + sections.length === 0 && division.entries.length + division.sections.length > 0;
    return isDone ? [] : [{ ...division, entries, sections }];
  });
}

/** A roadmap without what is done, and without divisions of which nothing else is left. */
export function withoutDone(roadmap: Roadmap, stateOf: (target: string) => State): Roadmap {
  return {
    ...roadmap,
    entries: openEntries(roadmap.entries, stateOf),
    chapters: openDivisions(roadmap.chapters, stateOf),
  };
}
