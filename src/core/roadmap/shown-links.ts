// The links of a map as a reader of the rendered note sees them,
// so that each can be told from others to the same place.
import { decoded } from "../base/decode";
import { addToGroup } from "../base/group";
import { placeOfLink } from "../notation/link-parts";
import { bearsOut, type DivisionMark, type EntryMark, type MapMark } from "./map-marks";
import { allEntries, divisionsOf, entriesOfRoadmap, type Roadmap } from "./model";
import type { UnusedReason, WrittenLink } from "../read/written";

interface ShownLink {
  readonly name: string;
  readonly line: number;
  readonly from: number;
  /** Null for links that are no entry: mentions, relations, jumps. */
  readonly mark: EntryMark | null;
}

/** Links that are no part of the roadmap and are seen nevertheless. */
const SEEN: ReadonlySet<UnusedReason> = new Set(["prose", "jump", "elsewhere"]);

/** Lines of the map's text, counted from 0, both inclusive. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A link in the form in which links are compared: rendering encodes what the author may not have. */
function comparableLink(link: string): string {
  return decoded(link, decodeURI);
}

function toShown(link: WrittenLink, mark: EntryMark | null): ShownLink {
  return { name: link.link, line: link.line, from: link.from, mark };
}

/** The links that a map shows without reading them: their lines are known, their places there are not. */
function unreadLinks({ unused }: Roadmap): readonly ShownLink[] {
  return unused.flatMap(({ why, text, line }) => {
    const place = SEEN.has(why) ? placeOfLink(text) : null;
    return place ? [{ name: text.slice(place.from, place.to), line, from: Infinity, mark: null }] : [];
  });
}

/** The links that stand in a map without being its entries. */
function* otherLinks(roadmap: Roadmap): Generator<WrittenLink> {
  for (const { link } of roadmap.relations) yield link;
  for (const { mentions } of entriesOfRoadmap(roadmap)) for (const { link } of mentions) yield link;
  for (const division of divisionsOf(roadmap.chapters)) {
    for (const { link } of division.relations) yield link;
    const own = division.link?.link;
    const isEntry = allEntries(division.entries.slice(0, 1)).some(({ link }) => link.from === own?.from);
    if (own && !isEntry) yield own;
  }
}

/** The marks of one version of a map, found by what a reader of the rendered note sees. */
export class ShownLinks {
  private readonly byName = new Map<string, ShownLink[]>();
  private readonly divisions: readonly DivisionMark[];

  /** `marks` are those of the roadmap. */
  constructor(
    roadmap: Roadmap,
    private readonly marks: readonly MapMark[],
  ) {
    const entries = marks.filter((mark) => mark.kind === "entry").map((mark) => toShown(mark.entry.link, mark));
    const others = [...otherLinks(roadmap)].map((link) => toShown(link, null));
    const all = [...entries, ...others, ...unreadLinks(roadmap)];
    for (const shown of all.sort((a, b) => a.line - b.line || a.from - b.from))
      addToGroup(this.byName, comparableLink(shown.name), shown);
    this.divisions = marks.filter((mark) => mark.kind === "division");
  }

  /** True if a text is the version that the marks were read from, as far as the last of them tells. */
  fits(text: string): boolean {
    const last = this.marks.at(-1);
    return last === undefined || bearsOut(text.slice(last.from, last.kind === "entry" ? last.to : undefined), last);
  }

  /**
   * The marks of the links of a name in these lines, or anywhere for null, in the order of the text;
   * null for a link that bears none.
   */
  named(name: string, lines: Lines | null): readonly (EntryMark | null)[] {
    const all = this.byName.get(comparableLink(name)) ?? [];
    return all.filter(({ line }) => isIn(line, lines)).map(({ mark }) => mark);
  }

  /** The divisions whose headings stand in these lines, or all for null. */
  headings(lines: Lines | null): readonly DivisionMark[] {
    return this.divisions.filter(({ line }) => isIn(line, lines));
  }
}

function isIn(line: number, lines: Lines | null): boolean {
  return lines === null || (line >= lines.first && line <= lines.last);
}
