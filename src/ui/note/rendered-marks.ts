// Finds the marks that belong to the links and headings of a rendered block of a map.
import type { MarkdownPostProcessorContext } from "obsidian";
import { addToGroup } from "../../core/base/group";
import { bearsOut, type DivisionMark, type MapMark } from "../../core/roadmap/map-marks";
import type { Lines, ShownLinks } from "../../core/roadmap/shown-links";

const LINKS = "a.internal-link, a.external-link, .internal-embed";
const NOWHERE: Lines = { first: 0, last: -1 };
const HEADINGS = "h1, h2, h3, h4, h5, h6";

/** The elements of a block that are its own, not those of a note embedded in it. */
function ownElements(el: HTMLElement, selector: string): readonly HTMLElement[] {
  return el.findAll(selector).filter((one) => {
    const embed = one.parentElement?.closest(".internal-embed");
    return !embed || !el.contains(embed);
  });
}

function nameOf(el: HTMLElement): string {
  return el.dataset["href"] ?? el.getAttribute("href") ?? el.getAttribute("src") ?? "";
}

/**
 * The lines a block stands in: null where the rendering does not know, none where its text is not the one the marks
 * were read from.
 */
function linesOf(el: HTMLElement, shown: ShownLinks, context: MarkdownPostProcessorContext): Lines | null {
  const info = context.getSectionInfo(el);
  if (!info) return null;
  return shown.fits(info.text) ? { first: info.lineStart, last: info.lineEnd } : NOWHERE;
}

function byName(links: readonly HTMLElement[]): ReadonlyMap<string, readonly HTMLElement[]> {
  const named = new Map<string, HTMLElement[]>();
  for (const el of links) addToGroup(named, nameOf(el), el);
  return named;
}

/**
 * The marks of as many links of one name. The first that is seen is the first in its lines. Where these are not known,
 * any may be it; where not as many links are seen there, they are those that the block had before the note was edited,
 * and only a name that all over the map is that of an entry tells.
 */
function marksOfSame(name: string, count: number, shown: ShownLinks, lines: Lines | null): readonly (MapMark | null)[] {
  const marks = shown.named(name, lines);
  if (lines === NOWHERE || (lines !== null && marks.length === count)) return marks;
  const all = lines === null ? marks : shown.named(name, null);
  const isSure = lines === null || !all.includes(null);
  const mark = isSure ? (all.find((one) => one !== null) ?? null) : null;
  return Array.from({ length: count }, () => mark);
}

/** The mark of each link and heading of a rendered block. */
export function marksIn(
  el: HTMLElement,
  shown: ShownLinks,
  context: MarkdownPostProcessorContext,
): ReadonlyMap<HTMLElement, MapMark> {
  const lines = linesOf(el, shown, context);
  const marks = new Map<HTMLElement, MapMark>();
  for (const [name, same] of byName(ownElements(el, LINKS))) {
    const found = marksOfSame(name, same.length, shown, lines);
    same.forEach((one, index) => found[index] && marks.set(one, found[index]));
  }
  for (const heading of ownElements(el, HEADINGS)) {
    const mark = markOfHeading(heading, shown, lines);
    if (mark) marks.set(heading, mark);
  }
  return marks;
}

/** A heading that is not in its lines, or whose lines are not known, is known by its words, if no other has them. */
function markOfHeading(heading: HTMLElement, shown: ShownLinks, lines: Lines | null): MapMark | null {
  const text = `${"#".repeat(Number(heading.tagName.slice(1)))} ${heading.dataset["heading"] ?? heading.textContent}`;
  const fittingIn = (some: Lines | null): readonly DivisionMark[] =>
    shown.headings(some).filter((mark) => bearsOut(text, mark));
  const here = fittingIn(lines);
  const [fitting, ...others] = here.length === 0 && lines !== NOWHERE ? fittingIn(null) : here;
  return fitting && others.length === 0 ? fitting : null;
}
