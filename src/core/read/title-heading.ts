// Finds the heading that names the whole map, so that it is no chapter.
import type { HeadingCache, NoteCache, SectionCache } from "../base/cache";
import { inDocumentOrder, itemsWithin, rangeOf } from "./cache-walk";

/** The looks of a text that begins with a link, perhaps behind a sign. */
export const BEGINS_WITH_LINK = /^[^\p{L}\p{N}]{0,4}(?:\[|https?:)/u;
/** As long as that may be. In UTF-16 units. */
export const BEGINNING = 16;
/** A number or a word for a part before a title: it names one part among several. */
const PARTS = "part|chapter|unit|teil|kapitel|parte|capítulo|partie|chapitre|часть|глава";
const NUMBERED = new RegExp(`^[^\\p{L}\\p{N}]*(?:\\d|[IVX]+[.)]|第|(?:${PARTS})\\s*[\\dIVX])`, "iu");

/** Tells whether a block lists links: a list or table that holds some, or a paragraph that begins with one. */
function entryTest(text: string, cache: NoteCache): (block: SectionCache) => boolean {
  const links = inDocumentOrder(cache.links);
  return (block) => {
    const { from, to } = rangeOf(block);
    const words = text.slice(from, to);
    if (block.type === "paragraph") return BEGINS_WITH_LINK.test(words);
    const isListing = block.type === "list" || block.type === "table";
    return isListing && (itemsWithin(links, from, to).length > 0 || /https?:/.test(words));
  };
}

/** The number of headings of the first level that have entries directly below them, before any other heading. */
function countHolders(text: string, cache: NoteCache, tops: ReadonlySet<number>): number {
  const holdsEntries = entryTest(text, cache);
  let count = 0;
  let isOpen = false;
  for (const block of inDocumentOrder(cache.sections)) {
    if (block.type === "heading") isOpen = tops.has(block.position.start.offset);
    else if (isOpen && holdsEntries(block)) {
      count++;
      isOpen = false;
    }
  }
  return count;
}

/**
 * The heading that is the map's title: the first with words, if it is an H1; null where several H1s hold entries of
 * their own, and are chapters then. Headings in quotes divide nothing, and are no sections.
 */
export function titleHeading(text: string, cache: NoteCache): HeadingCache | null {
  const starts = new Set((cache.sections ?? []).map(({ position }) => position.start.offset));
  const headings = inDocumentOrder(cache.headings).filter(
    ({ heading, position }) => heading.trim() !== "" && starts.has(position.start.offset),
  );
  const [first] = headings;
  if (first?.level !== 1) return null;
  const tops = headings.filter(({ level }) => level === 1);
  if (tops.length === 1) return first;
  const isPart = NUMBERED.test(first.heading) && tops.slice(1).some(({ heading }) => NUMBERED.test(heading));
  const holders = countHolders(text, cache, new Set(tops.map(({ position }) => position.start.offset)));
  return isPart || holders > 1 ? null : first;
}
