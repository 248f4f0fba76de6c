// The place in a note that a subpath names: a heading, also by the headings around it (`#a#b`), a block
// (`#^id`) or a footnote (`#[^1]`).
import type {
  BlockSubpathResult,
  CachedMetadata,
  FootnoteSubpathResult,
  HeadingCache,
  HeadingSubpathResult,
} from "obsidian";
import { stripHeading } from "./links";

type Result = HeadingSubpathResult | BlockSubpathResult | FootnoteSubpathResult;

/**
 * Null where the note has no such place. A heading reaches to the next of its level or higher; `end` is null at the
 * last.
 */
export function resolveSubpath(cache: CachedMetadata, subpath: string): Result | null {
  const parts = subpath.split("#").filter(Boolean);
  const last = parts.at(-1)?.trim();
  if (last === undefined) return null;
  if (last.startsWith("^")) return findBlock(cache, last.slice(1));
  const footnote = /^\[\^(.+)\]$/.exec(last)?.[1];
  return footnote === undefined ? findHeading(cache.headings ?? [], parts) : findFootnote(cache, footnote);
}

function findBlock({ blocks, listItems }: CachedMetadata, id: string): BlockSubpathResult | null {
  const key = id.toLowerCase();
  const block = blocks && Object.hasOwn(blocks, key) ? blocks[key] : undefined;
  if (!block) return null;
  const list = listItems?.find((item) => item.id?.toLowerCase() === key);
  return { type: "block", block, ...(list && { list }), start: block.position.start, end: block.position.end };
}

function findFootnote({ footnotes }: CachedMetadata, id: string): FootnoteSubpathResult | null {
  const footnote = footnotes?.find((one) => one.id.toLowerCase() === id.toLowerCase());
  return footnote ? { type: "footnote", footnote, start: footnote.position.start, end: footnote.position.end } : null;
}

function findHeading(headings: readonly HeadingCache[], names: readonly string[]): HeadingSubpathResult | null {
  let [from, to] = [0, headings.length];
  let at = -1;
  for (const name of names) {
    at = headings.findIndex((heading, index) => index >= from && index < to && sameName(heading.heading, name));
    if (at < 0) return null;
    [from, to] = [at + 1, endOf(headings, at)];
  }
  const current = headings[at];
  return current ? headingResult(current, headings[to] ?? null) : null;
}

/** The index of the heading at which the one at `at` ends. */
function endOf(headings: readonly HeadingCache[], at: number): number {
  const level = headings[at]?.level ?? 0;
  const end = headings.findIndex((heading, index) => index > at && heading.level <= level);
  return end < 0 ? headings.length : end;
}

function headingResult(current: HeadingCache, next: HeadingCache | null): HeadingSubpathResult {
  // The type promises a next heading; the app gives null where there is none.
  return {
    type: "heading",
    current,
    next: next as HeadingCache,
    start: current.position.start,
    end: next?.position.start ?? null,
  };
}

function sameName(heading: string, name: string): boolean {
  return stripHeading(heading).toLowerCase() === stripHeading(name).toLowerCase();
}
