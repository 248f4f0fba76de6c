// Matching a query against short texts, and showing where it matched. Scores are 0 at best, lower is worse.
import type { SearchMatches, SearchMatchPart, SearchResult, SearchResultContainer } from "obsidian";

/** Every word of the query must occur; better at the start of the text or of a word. */
export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const parts = words.map((word) => substring(lower, word));
    if (parts.some((part) => part === null)) return null;
    const matches = parts.filter((part) => part !== null).sort((a, b) => a[0] - b[0]);
    return { score: scoreOf(matches, lower), matches };
  };
}

/** The letters of the query must occur in order; whole words and runs are better than scattered letters. */
export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
  const simple = prepareSimpleSearch(query);
  const letters = [...query.toLowerCase().replace(/\s+/gu, "")];
  return (text) => {
    const whole = simple(text);
    if (whole) return whole;
    const matches = subsequence(text.toLowerCase(), letters);
    return matches && { score: scoreOf(matches, text.toLowerCase()) - matches.length, matches };
  };
}

/** Best first. */
export function sortSearchResults(results: SearchResultContainer[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}

/** Appends the text, each matched part in a `suggestion-highlight`. `offset` is added to every match. */
export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: SearchMatches | null,
  offset = 0,
): void {
  let end = 0;
  for (const [rawFrom, rawTo] of matches ?? []) {
    const from = Math.max(end, rawFrom + offset);
    const to = Math.min(text.length, rawTo + offset);
    if (to <= from) continue;
    el.append(text.slice(end, from));
    el.append(createSpan({ cls: "suggestion-highlight", text: text.slice(from, to) }));
    end = to;
  }
  el.append(text.slice(end));
}

export function renderResults(el: HTMLElement, text: string, result: SearchResult, offset?: number): void {
  renderMatches(el, text, result.matches, offset);
}

/** The place of the word, at the start of a word if it stands so anywhere. */
function substring(text: string, word: string): SearchMatchPart | null {
  let best = text.indexOf(word);
  if (best < 0) return null;
  for (let at = best; at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) {
      best = at;
      break;
    }
  }
  return [best, best + word.length];
}

function subsequence(text: string, letters: readonly string[]): SearchMatches | null {
  const parts: SearchMatchPart[] = [];
  let at = 0;
  for (const letter of letters) {
    const from = text.indexOf(letter, at);
    if (from < 0) return null;
    at = from + letter.length;
    const last = parts.at(-1);
    if (last?.[1] === from) last[1] = at;
    else parts.push([from, at]);
  }
  return parts;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function scoreOf(matches: SearchMatches, text: string): number {
  const [first] = matches;
  if (!first) return 0;
  const inside = matches.filter(([from]) => !isWordStart(text, from)).length;
  return -(inside + first[0] / 100 + text.length / 1000);
}
