// All that maps together say about where notes stand: for each tag, word, folder and neighbour the listed notes that
// have it, and for each listed note its sections. Made once of roadmaps and facts; nothing in it changes.
import { addToGroup } from "../base/group";
import { folderOf } from "../base/paths";
import { titleOfMap } from "../read/detect";
import type { Roadmap } from "../roadmap/model";
import { sectionsOf, type MapSection } from "./map-sections";
import type { NoteFacts } from "./note-facts";
import { withoutNumber } from "./numbering";
import { wordsOf } from "./title-words";

/** The features of a note by which it is compared with others. */
export interface Traits {
  readonly path: string;
  readonly folder: string;
  readonly tags: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Paths of notes that it links to; maps are none. */
  readonly links: ReadonlySet<string>;
}

/** For each feature the listed notes that have it. */
export type Holders = ReadonlyMap<string, ReadonlySet<string>>;

export interface Corpus {
  readonly sections: readonly MapSection[];
  /** By the path of a listed note, the indices of its sections. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly folders: Holders;
  readonly tags: Holders;
  readonly words: Holders;
  /** By path, the listed notes that link to it. */
  readonly linking: Holders;
  readonly traits: ReadonlyMap<string, Traits>;
  /** Of each section, the words of its heading and of what is directly above it: its parent's, or the map's title. */
  readonly headings: readonly (readonly ReadonlySet<string>[])[];
  /** The number of sections whose headings, from the chapter down, hold a word. */
  readonly headingCounts: ReadonlyMap<string, number>;
  readonly isMap: (path: string) => boolean;
}

type Titled = Pick<NoteFacts, "path" | "properties" | "headings">;

/** The title that a note has by itself: of its properties, else its first heading, else its name. */
export function titlesOf({ path, properties, headings }: Titled): readonly string[] {
  const title = properties["title"];
  return [titleOfMap(path, null), ...(typeof title === "string" ? [title] : []), ...headings.slice(0, 1)];
}

/** The words of all titles that a note has. */
export function wordsOfNote(facts: Titled): ReadonlySet<string> {
  return wordsOf(...titlesOf(facts));
}

/** `words` are those of its titles, where they are known already. */
export function traitsOf(
  facts: Titled & Pick<NoteFacts, "tags" | "links">,
  isMap: (path: string) => boolean,
  words = wordsOfNote(facts),
): Traits {
  const { path, tags, links } = facts;
  // A map links to all that it lists: that would be no reason, but the answer.
  const isNote = (link: string): boolean => /\.md$/i.test(link) && !isMap(link);
  const ownLinks = isMap(path) ? [] : links.filter(isNote);
  return { path, folder: folderOf(path), tags: new Set(tags), words, links: new Set(ownLinks) };
}

function holdersOf(all: Iterable<Traits>, featuresOf: (traits: Traits) => Iterable<string>): Holders {
  const holders = new Map<string, Set<string>>();
  for (const traits of all)
    for (const feature of featuresOf(traits)) {
      const known = holders.get(feature);
      if (known) known.add(traits.path);
      else holders.set(feature, new Set([traits.path]));
    }
  return holders;
}

function placesOf(sections: readonly MapSection[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  sections.forEach(({ notes }, index) => {
    for (const path of notes) addToGroup(places, path, index);
  });
  return places;
}

/** A map as it is asked for many notes: its sections, and the words of their headings. */
export interface PlaceMap {
  readonly sections: readonly MapSection[];
  /** As in Corpus. */
  readonly headings: Corpus["headings"];
  /** Of each section the words of all headings from the chapter down. */
  readonly words: readonly ReadonlySet<string>[];
}

export function placeMap(roadmap: Roadmap): PlaceMap {
  const sections = sectionsOf(roadmap);
  const wordsIn = (title: string): ReadonlySet<string> => wordsOf(withoutNumber(title));
  return {
    sections,
    headings: sections.map(({ titles, mapTitle }) => [mapTitle, ...titles].slice(-2).reverse().map(wordsIn)),
    words: sections.map(({ titles }) => new Set(titles.flatMap((title) => [...wordsIn(title)]))),
  };
}

function countsOf(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** `find` gives the traits of a listed note; null where nothing is known of it yet. */
export function corpusOf(
  maps: readonly PlaceMap[],
  find: (path: string) => Traits | null,
  isMap: (path: string) => boolean,
): Corpus {
  const sections = maps.flatMap((map) => map.sections);
  const places = placesOf(sections);
  const all = [...places.keys()].flatMap((path) => find(path) ?? []);
  return {
    sections,
    places,
    traits: new Map(all.map((traits) => [traits.path, traits])),
    folders: holdersOf(all, ({ folder }) => [folder]),
    tags: holdersOf(all, ({ tags }) => tags),
    words: holdersOf(all, ({ words }) => words),
    linking: holdersOf(all, ({ links }) => links),
    headings: maps.flatMap(({ headings }) => headings),
    headingCounts: countsOf(maps.flatMap(({ words }) => words)),
    isMap,
  };
}
