// The search for words in texts: what holds them, and where they stand.
import type { Entry } from "./model";
import { initialsOf } from "./pinyin";
import { plainOf } from "../notation/plain";
import type { Range } from "../base/range";

const ACCENTS = /\p{M}/gu;

/** Characters shown before the words that a text was found by, where these stand further in. */
const LEAD = 16;

/** A text in the form in which texts are compared: without case, accents and width. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(ACCENTS, "").toLowerCase();
}

/** The same of the same length in UTF-16 units: characters that would become more or fewer are left as they are. */
function foldedInPlace(text: string): string {
  const all = folded(text);
  if (all.length === text.length) return all;
  return Array.from(text, (character) =>
    folded(character).length === character.length ? folded(character) : character,
  ).join("");
}

/** The words looked for, folded. */
export function wordsOf(text: string): readonly string[] {
  return folded(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** True if a folded name holds a word, in Chinese also by the first letters of its pinyin. */
export function isNamed(name: string, word: string): boolean {
  return name.includes(word) || initialsOf(name).includes(word);
}

/**
 * The places of the words in a text, in order and without overlap;
 * `initials` says how it is spelled by letters, if it is searched for these.
 */
function rangesIn(text: string, words: readonly string[], initials: string): readonly Range[] {
  const found = words.flatMap((word) => {
    const at = text.includes(word) ? text.indexOf(word) : initials.indexOf(word);
    return at < 0 ? [] : [{ from: at, to: at + word.length }];
  });
  found.sort((a, b) => a.from - b.from);
  return found.filter(({ from }, index) => index === 0 || from >= (found[index - 1]?.to ?? 0));
}

/** The places of the words in a title, in order and without overlap. */
export function matchesIn(title: string, words: readonly string[]): readonly Range[] {
  const text = foldedInPlace(title);
  return rangesIn(text, words, initialsOf(text));
}

/** The places of the words in a remark or path, which are not searched by letters. */
export function matchesInProse(prose: string, words: readonly string[]): readonly Range[] {
  return rangesIn(foldedInPlace(prose), words, "");
}

/**
 * The text that an entry was found by if not by its name:
 * of its remark or its path what holds the words; null where that is nothing.
 */
export function matchReason(
  { title, label, remark, path }: Pick<Entry, "title" | "label" | "remark" | "path">,
  words: readonly string[],
): string | null {
  const name = folded(`${label ?? ""}\n${title}`);
  const others = words.filter((word) => !isNamed(name, word));
  if (others.length === 0) return null;
  const prose = [remark === null ? "" : plainOf(remark), path ?? ""].find(
    (text) => matchesInProse(text, others).length > 0,
  );
  return prose === undefined ? null : fromMatch(prose, matchesInProse(prose, others)[0]?.from ?? 0);
}

/** A row is short: what stands long before the first match is left out. */
function fromMatch(text: string, at: number): string {
  return at < LEAD * 2 ? text : `…${text.slice(at - LEAD).replace(/^[\uDC00-\uDFFF]/, "")}`;
}
