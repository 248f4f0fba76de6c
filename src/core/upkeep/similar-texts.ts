// Texts that are most like another one, by the pairs of letters that they share.
import { lettersOf, numberedNames } from "./names";

/** A text as it is compared. */
export interface Compared {
  /** As `lettersOf` gives them. */
  readonly letters: string;
  /** Those behind the number that it begins with. */
  readonly bare: string;
}

/** Anything less alike is something else. */
const ENOUGH = 0.5;
const MOST = 5;

/** The same, with the text itself. */
export interface ComparedText extends Compared {
  readonly text: string;
}

export function comparedText(text: string): ComparedText {
  return { text, letters: lettersOf(text), bare: numberedNames(text).at(-1)?.bare ?? text };
}

/** The pair of letters that ends at an index of a text, as one number: thousands of texts are compared at once. */
function pairAt(letters: string, end: number): number {
  return letters.charCodeAt(end - 1) * 0x10000 + letters.charCodeAt(end);
}

/** Tells of texts how like they are to this one, from 0 to 1; the numbers before them count little. */
function likenessTo({ letters, bare }: Compared): (other: Compared) => number {
  const pairs = new Set<number>();
  const own = Math.max(letters.length - 1, 0);
  for (let end = 1; end <= own; end++) pairs.add(pairAt(letters, end));
  return (other) => {
    if (other.bare === bare && bare !== "") return 1;
    let shared = 0;
    for (let end = 1; end < other.letters.length; end++) if (pairs.has(pairAt(other.letters, end))) shared++;
    return (2 * Math.min(shared, own)) / Math.max(1, own + other.letters.length - 1);
  };
}

interface Scored<T> {
  readonly one: T;
  readonly score: number;
}

/** By the one of some texts that each is most like. */
function scored<T extends Compared>(texts: readonly string[], all: readonly T[]): readonly Scored<T>[] {
  const scores = texts.map((text) => likenessTo(comparedText(text)));
  const scoreOf = (one: T): number => Math.max(...scores.map((score) => score(one)));
  return all.map((one) => ({ one, score: scoreOf(one) })).sort((a, b) => b.score - a.score);
}

/** All that is given, that which is most like one of some texts first; what is as much alike keeps its order. */
export function mostAlikeFirst<T extends Compared>(texts: readonly string[], all: readonly T[]): readonly T[] {
  return scored(texts, all).map(({ one }) => one);
}

/** Those of some texts that are like another one, the most alike first. */
export function similarTexts(text: string, texts: readonly ComparedText[]): readonly string[] {
  const alike = scored([text], texts).filter(({ score }) => score >= ENOUGH);
  return alike.slice(0, MOST).map(({ one }) => one.text);
}
