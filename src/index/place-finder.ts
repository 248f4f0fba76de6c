// The places where notes belong, asked of all maps and of the caches of the notes that they list, as they are now.
import type { NoteCache } from "../core/base/cache";
import { titleOfMap } from "../core/read/detect";
import type { Roadmap } from "../core/roadmap/model";
import {
  corpusOf,
  placeMap,
  traitsOf,
  wordsOfNote,
  type Corpus,
  type PlaceMap,
  type Traits,
} from "../core/upkeep/place-corpus";
import {
  insertAt,
  insertFirst,
  openSection,
  type Insertion,
  type LinkAnswers,
  type MapText,
  type OpenSection,
} from "../core/upkeep/insertion";
import type { NewNote } from "../core/upkeep/link-form";
import { sectionsOf, type MapSection } from "../core/upkeep/map-sections";
import { insertSection, newSectionTitle, type NewSection } from "../core/upkeep/new-section";
import { likeness, nearestSlot } from "../core/upkeep/nearest-slot";
import { questionOf } from "../core/upkeep/place-score";
import {
  followedLinks,
  linkpathsOf,
  noteFacts,
  ownFacts,
  type NoteFacts,
  type OwnFacts,
} from "../core/upkeep/note-facts";
import { places, type PlaceProposal } from "../core/upkeep/places";
import type { NoteSource } from "./ports";

/** The maps that places are found in. */
export interface KnownMaps {
  maps(): readonly string[];
  roadmap(path: string): Roadmap | null;
  isMap(path: string): boolean;
}

/** A section that is open for a new entry, and the slot that it takes at first: null where the section has none. */
export interface OpenPlace {
  readonly open: OpenSection;
  readonly slot: number | null;
}

interface KnownNote {
  readonly own: OwnFacts;
  readonly linkpaths: readonly string[];
  /** Of its titles, by path: notes of one text share a cache, and a note that is renamed keeps its own. */
  readonly words: Map<string, ReadonlySet<string>>;
}

const BRIEF = ["brief", "summary", "description"];

function stringOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** A note's own words about itself in one line; null where it has none. */
function briefOf({ properties }: NoteFacts): string | null {
  return BRIEF.map((name) => stringOf(properties[name])).find((brief) => brief !== null) ?? null;
}

function titleOf({ properties, headings }: NoteFacts): string | null {
  return stringOf(properties["title"]) ?? stringOf(headings[0]);
}

export class PlaceFinder {
  /** Notes and maps are read once, though all of them are asked for with every change of one. */
  private readonly known = new WeakMap<NoteCache, KnownNote>();
  private readonly placeMaps = new WeakMap<Roadmap, PlaceMap>();

  private readonly answers: LinkAnswers = {
    resolve: (linkpath, sourcePath) => this.notes.resolve(linkpath, sourcePath),
    titleOf: (path) => {
      const facts = this.facts(path);
      return facts && titleOf(facts);
    },
  };

  constructor(
    private readonly index: KnownMaps,
    private readonly notes: Pick<NoteSource, "cacheOf" | "resolve">,
  ) {}

  /** The facts about a note; null while it has not been indexed. */
  facts(path: string): NoteFacts | null {
    const known = this.knownOf(path);
    return known && noteFacts(path, known.own, known.linkpaths, this.answers.resolve);
  }

  /** All that maps and notes say now: to be asked for many notes, and thrown away when one of them changes. */
  corpus(): Corpus {
    const roadmaps = [...this.index.maps()].sort().flatMap((path) => this.index.roadmap(path) ?? []);
    const maps = roadmaps.map((roadmap) => this.placeMapOf(roadmap));
    return corpusOf(maps, (path) => this.traits(path), this.isMap);
  }

  /** All sections of all maps that a note can be added to, by the path of the map and then as they stand there. */
  sections(): readonly MapSection[] {
    return [...this.index.maps()].sort().flatMap((path) => {
      const roadmap = this.index.roadmap(path);
      return roadmap ? sectionsOf(roadmap) : [];
    });
  }

  /** The places proposed for a note; none for a map, and while the note has not been indexed. */
  places(path: string, corpus = this.corpus()): readonly PlaceProposal[] {
    const facts = this.isMap(path) ? null : this.facts(path);
    return facts ? places(corpus, facts) : [];
  }

  /**
   * A proposed section in the map's text as it is now, with the slot for the note; null if the section is there no
   * more.
   */
  openPlace(path: string, { division }: Pick<MapSection, "division">, map: MapText, corpus: Corpus): OpenPlace | null {
    const section = sectionsOf(map.roadmap).find((one) => one.division?.id === division?.id);
    const facts = this.facts(path);
    if (!section || !facts) return null;
    const open = openSection(map, section);
    const question = questionOf(corpus, traitsOf(facts, this.isMap));
    const slot = nearestSlot(open.slots, titleOfMap(path, null), likeness(question));
    return { open, slot: open.slots.length === 0 ? null : slot };
  }

  /** The new entry for a note; `slot` is null in a section that has none. */
  insertion({ open, slot }: OpenPlace, path: string): Insertion {
    const at = slot === null ? undefined : open.slots[slot];
    const note = this.newNote(path);
    return at ? insertAt(open, at, note, this.answers) : insertFirst(open, note, this.answers);
  }

  /** The title proposed for a section beside an open one that is made for a note. */
  newTitle({ open }: OpenPlace, path: string): string {
    return newSectionTitle(open, this.newNote(path));
  }

  /** A section beside an open one, with notes as its entries. */
  newSection({ open }: OpenPlace, title: string, paths: readonly string[]): NewSection {
    return insertSection(
      open,
      title,
      paths.map((path) => this.newNote(path)),
      this.answers,
    );
  }

  private newNote(path: string): NewNote {
    const facts = this.facts(path);
    return { path, title: facts && titleOf(facts), brief: facts && briefOf(facts) };
  }

  private readonly isMap = (path: string): boolean => this.index.isMap(path);

  private traits(path: string): Traits | null {
    const known = this.knownOf(path);
    if (!known) return null;
    const { own, linkpaths } = known;
    const words = known.words.get(path) ?? wordsOfNote({ ...own, path });
    known.words.set(path, words);
    const links = followedLinks(path, linkpaths, this.answers.resolve);
    const { tags, properties, headings } = own;
    return traitsOf({ path, tags, properties, headings, links }, this.isMap, words);
  }

  /** Null while the note has not been indexed. */
  private knownOf(path: string): KnownNote | null {
    const cache = this.notes.cacheOf(path);
    if (!cache) return null;
    const known = this.known.get(cache) ?? { own: ownFacts(cache), linkpaths: linkpathsOf(cache), words: new Map() };
    this.known.set(cache, known);
    return known;
  }

  private placeMapOf(roadmap: Roadmap): PlaceMap {
    const known = this.placeMaps.get(roadmap) ?? placeMap(roadmap);
    this.placeMaps.set(roadmap, known);
    return known;
  }
}
