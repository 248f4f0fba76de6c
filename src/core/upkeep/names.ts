// Names of notes as a reader takes them for the same: whatever their case, spaces, width and numbering.
import { halfWidth } from "../notation/length";
import { basenameOf, folderOf } from "../base/paths";
import { isMarkerName } from "../read/detect";

/** A name taken apart: a number that it begins with, and the rest. */
export interface NumberedName {
  /** The parts of the number in lower case: `["lc8", "1"]`; none for a name without one. */
  readonly numbers: readonly string[];
  /** True if it is only a number: no word stands in it. */
  readonly isPure: boolean;
  /** The letters and figures behind it. */
  readonly bare: string;
}

/** A name without what tells no two names apart: case, spaces, the form of its letters and their width. */
export function nameKey(name: string): string {
  return halfWidth(name.normalize("NFC")).toLowerCase().replace(/\s+/gu, "");
}

/** The key of a path or link: of its last part, and of what is only called by its folder, of that too. */
export function pathKey(path: string): string {
  const name = basenameOf(path);
  const folder = basenameOf(folderOf(path));
  return isMarkerName(name) ? `${nameKey(folder)}/${nameKey(name)}` : nameKey(name);
}

/** The letters and figures of a name alone: hyphens, brackets and the like are left out as well. */
export function lettersOf(name: string): string {
  return nameKey(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

/** Names of several parts begin with a number as `01`, `lc8`, `3b` or `第3章` do. */
const NUMBER = /^(?:[a-z]{0,3}\d{1,3}[a-z]?|第\d{1,3}[章节讲课])$/;
const WORD = /^[a-z]+$/;
/** A number stands among so many parts. */
const MOST_PARTS = 3;

/**
 * The ways to take a name apart, the whole name first: `lc8-01-GRPO 手撕` may also be `01-GRPO 手撕` behind `lc8`, or
 * `GRPO 手撕` behind `lc8` and `1`.
 */
export function numberedNames(name: string): readonly NumberedName[] {
  const parts = halfWidth(name.normalize("NFC"))
    .toLowerCase()
    .split(/[-_\s.、]+/u)
    .filter((part) => part !== "");
  const ends = [0];
  for (let at = 0; at < Math.min(MOST_PARTS, parts.length - 1); at++) {
    const part = parts[at] ?? "";
    if (NUMBER.test(part)) ends.push(at + 1);
    else if (!WORD.test(part)) break;
  }
  return ends.map((end) => takenApart(parts, end));
}

function takenApart(parts: readonly string[], end: number): NumberedName {
  const numbers = parts.slice(0, end).map((part) => part.replace(/(^|\D)0+(?=\d)/g, "$1"));
  return {
    numbers,
    isPure: numbers.every((part) => NUMBER.test(part)),
    bare: parts
      .slice(end)
      .join("")
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ""),
  };
}

/** True if all of the first stand among the others, in their order. */
function standsIn(some: readonly string[], all: readonly string[]): boolean {
  let at = -1;
  return some.every((one) => (at = all.indexOf(one, at + 1)) >= 0);
}

/** Enough letters that two notes called so, whatever their numbers, are most likely the same. */
const TELLING = { ofOneNumber: 6, ofTwo: 12 };

/** True if two names are one but for a number that one of them lacks, or for numbers where the rest says enough. */
export function isNumberedAlike(one: NumberedName, other: NumberedName): boolean {
  if (one.bare === "" || one.bare !== other.bare) return false;
  const weight = weightOf(one.bare);
  if (weight >= TELLING.ofTwo && one.isPure && other.isPure && one.numbers.length > 0 && other.numbers.length > 0)
    return true;
  const isPart = standsIn(one.numbers, other.numbers) || standsIn(other.numbers, one.numbers);
  return isPart && weight >= TELLING.ofOneNumber;
}

const WIDE = /[\u2E80-\uA4CF\uAC00-\uD7FF\uF900-\uFAFF]/u;

function isWide(letter: string): boolean {
  return WIDE.test(letter);
}

/** The weight of a name: a letter counts one, a Chinese or Korean one two. */
function weightOf(letters: string): number {
  let weight = 0;
  for (const letter of letters) weight += isWide(letter) ? 2 : 1;
  return weight;
}

/** The most that a slip may weigh in a name of this weight: short names that differ are different names. */
function mostSlip(weight: number): number {
  return weight >= 12 ? 2 : weight >= 6 ? 1 : 0;
}

/** The numbers in a name, whatever zeros stand before them: in names that differ by them nothing was mistyped. */
export function figuresOf(letters: string): string {
  return (letters.match(/\d+/g) ?? []).map(Number).join(" ");
}

/**
 * True if one of two names, as `lettersOf` gives them, is most likely a slip of the other: one or two letters are
 * another, left out or too many; never the first one, and never a figure.
 */
export function isSlip(one: string, other: string): boolean {
  if (one === other || one.charAt(0) !== other.charAt(0)) return one === other && one !== "";
  if (Math.abs(one.length - other.length) > 2) return false;
  const [before, after] = differing(one, other);
  const most = mostSlip(Math.min(weightOf(one), weightOf(other)));
  return distance(before, after, most) <= most && figuresOf(one) === figuresOf(other);
}

/** Two texts without what they begin and end with alike. */
function differing(one: string, other: string): readonly [readonly string[], readonly string[]] {
  const shorter = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < shorter && one[start] === other[start]) start++;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [[...one.slice(start, one.length - end)], [...other.slice(start, other.length - end)]];
}

function costOf(letter: string | undefined): number {
  return letter === undefined ? 0 : isWide(letter) ? 2 : 1;
}

/** The least weight of letters to change, leave out or add; anything above `most` where it is more than that. */
function distance(one: readonly string[], other: readonly string[], most: number): number {
  let before: number[] = [0];
  for (let at = 1; at <= other.length; at++) before.push((before[at - 1] ?? 0) + costOf(other[at - 1]));
  for (const letter of one) {
    const row = [(before[0] ?? 0) + costOf(letter)];
    let least = row[0] ?? 0;
    for (let at = 1; at <= other.length; at++) {
      const kept = other[at - 1];
      const same = (before[at - 1] ?? 0) + (kept === letter ? 0 : Math.max(costOf(letter), costOf(kept)));
      const cost = Math.min(same, (before[at] ?? 0) + costOf(letter), (row[at - 1] ?? 0) + costOf(kept));
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    before = row;
  }
  return before.at(-1) ?? 0;
}
