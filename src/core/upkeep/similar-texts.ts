// Texts that are most like another one, by the pairs of letters that they share.
import { lettersOf, numberedNames } from "./names";

/** Anything less alike is something else. */
const ENOUGH = 0.5;
const MOST = 5;

function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  const letters = [...lettersOf(text)];
  if (letters.length === 1) pairs.set(letters[0] ?? "", 1);
  for (let at = 1; at < letters.length; at++) {
    const pair = `${letters[at - 1]}${letters[at]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sumOf(pairs: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of pairs.values()) sum += count;
  return sum;
}

function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0);
  return (2 * shared) / Math.max(1, sumOf(one) + sumOf(other));
}

/** Those of some texts that are like another one, the most alike first; the numbers before them count little. */
export function similarTexts(text: string, texts: readonly string[]): readonly string[] {
  const [pairs, bare] = [pairsOf(text), bareOf(text)];
  const scored = texts.map((one) => ({ one, score: bareOf(one) === bare ? 1 : likeness(pairs, pairsOf(one)) }));
  const alike = scored.filter(({ score }) => score >= ENOUGH).sort((a, b) => b.score - a.score);
  return alike.slice(0, MOST).map(({ one }) => one);
}

/** The words behind the number of a heading. */
function bareOf(text: string): string {
  return numberedNames(text).at(-1)?.bare ?? text;
}
