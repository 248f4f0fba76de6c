// Adding notes to maps: the sections that fit them, what the map will say, and writing that as one step. Nothing is
// written unasked.
import { addToGroup } from "../core/base/group";
import { titleOfMap } from "../core/read/detect";
import { isDone, type TextEdit } from "../core/edit/text-edit";
import { holdsConflict } from "../core/upkeep/checked-map";
import { saidBy } from "../core/upkeep/deprecated";
import type { Finding } from "../core/upkeep/finding";
import type { MapText } from "../core/upkeep/insertion";
import type { MapSection } from "../core/upkeep/map-sections";
import type { Corpus } from "../core/upkeep/place-corpus";
import { previewOf, type PreviewLine } from "../core/upkeep/preview";
import { Additions, chosenSlot, type ChosenPlace, type PlacedNote } from "../index/additions";
import type { Findings } from "../index/findings";
import type { MapTexts } from "../index/map-texts";
import type { OpenPlace, PlaceFinder } from "../index/place-finder";
import type { Words } from "../i18n/words";
import type { EditActions, WantedEdits } from "./edit-actions";
import type { Notifier } from "./notifier";
import { reasonText } from "./place-words";
import { trailText } from "./titles";

/** A section that a note may belong to, in words. */
export interface ProposedPlace {
  readonly section: MapSection;
  readonly reasons: string;
  /** True for the first of all, where it fits far better than any other. */
  readonly isConfident: boolean;
}

/** The text to be written for a note at a place. */
export interface Draft {
  readonly edit: TextEdit;
  readonly preview: readonly PreviewLine[];
  /** The lines that are added, as they will be written. */
  readonly written: readonly string[];
  /** The ids of the entries that the note can come behind, in order; null before all. None in a new section. */
  readonly slots: readonly (string | null)[];
  /** The one of these that it comes behind; -1 where there are none. */
  readonly at: number;
  /** The title of that entry; null before all. */
  readonly behind: string | null;
}

/** Why nothing can be written: the section is gone, or its map is not read yet as it is now, or is being merged. */
export type NoDraft = "gone" | "late" | "conflict";

export class Adding {
  constructor(
    /** All that maps and notes say now: what is proposed is proposed from this. */
    readonly finder: PlaceFinder,
    private readonly maps: Pick<MapTexts, "read">,
    private readonly edits: Pick<EditActions, "applyAndTell">,
    private readonly findings: Pick<Findings, "all">,
    private readonly words: Words,
    private readonly notifier: Pick<Notifier, "tell">,
  ) {}

  /** The name of a note as a map would list it. */
  nameOf(path: string): string {
    return titleOfMap(path, null);
  }

  /** The words in which a note says that it is not to be read any more; null where it does not. */
  warningOf(path: string): string | null {
    const facts = this.finder.facts(path);
    const said = facts && saidBy(facts);
    if (said === null) return null;
    return this.words.findings.sentence({ reason: { code: "deprecated", said, successor: null }, isInConflict: false });
  }

  /** The best first, at most three. A note that says it is not to be read any more is listed by no preselection. */
  proposed(path: string, corpus: Corpus): readonly ProposedPlace[] {
    const isOutdated = this.warningOf(path) !== null;
    return this.finder.places(path, corpus).map(({ section, reasons, isConfident }) => ({
      section,
      isConfident: isConfident && !isOutdated,
      reasons: reasons.map((one) => reasonText(this.words, one)).join(" · "),
    }));
  }

  /** The finding about a note that no map lists; null for a note that is in one, or is not missed. */
  findingOf(path: string): Finding | null {
    return this.findings.all().find(({ kind, target }) => kind === "unlisted" && target === path) ?? null;
  }

  /** The title proposed for a section that is made for a note beside another one. */
  async newTitle(path: string, section: MapSection, corpus: Corpus): Promise<{ readonly title: string } | NoDraft> {
    const place = await this.open(path, section, corpus);
    return typeof place === "string" ? place : { title: this.finder.newTitle(place, path) };
  }

  async draft({ path, place }: PlacedNote, corpus: Corpus): Promise<Draft | NoDraft> {
    const open = await this.open(path, place.section, corpus);
    if (typeof open === "string") return open;
    const { text } = open.open.map;
    if (place.newTitle !== null) {
      const made = this.finder.newSection(open, place.newTitle, [path]);
      const written = [made.heading, ...made.lines];
      const preview = previewOf(text, { ...made, lines: written });
      return { edit: made.edit, preview, written, slots: [], at: -1, behind: null };
    }
    const slot = chosenSlot(open, place.behind);
    const { edit, after, line } = this.finder.insertion({ open: open.open, slot }, path);
    const preview = previewOf(text, { edit, after, lines: [line] });
    const { slots } = open.open;
    return {
      ...{ edit, preview, written: [line], at: slot ?? -1 },
      slots: slots.map(({ behind }) => behind?.id ?? null),
      behind: slots[slot ?? -1]?.behind?.title ?? null,
    };
  }

  /** Writes just what a draft shows, and tells what came of it; false if it was not written, since the map is other. */
  async write(note: PlacedNote, { edit }: Draft): Promise<boolean> {
    const wanted = { edits: [edit], ...this.toldOf([note], () => 1) };
    const outcome = await this.edits.applyAndTell(() => Promise.resolve(wanted));
    return outcome?.results.every(isDone) === true;
  }

  /** Adds notes to maps as one step, and tells what came of it; resolves with those that were left out. */
  async add(notes: readonly PlacedNote[]): Promise<readonly PlacedNote[]> {
    let [editOf, edits]: [ReadonlyMap<string, TextEdit>, readonly TextEdit[]] = [new Map(), []];
    // Of the edits of one map some may be written, and others not.
    const addedBy = (some: readonly TextEdit[]): readonly PlacedNote[] =>
      notes.filter(({ path }) => some.some((edit) => edit === editOf.get(path)));
    const outcome = await this.edits.applyAndTell(async () => {
      editOf = await this.editsFor(notes);
      edits = [...new Set(editOf.values())];
      return edits.length === 0 ? null : { edits, ...this.toldOf(addedBy(edits), (done) => addedBy(done).length) };
    });
    const { adding, comma } = this.words;
    const lost = notes.filter(({ path }) => !editOf.has(path));
    if (lost.length > 0) this.notifier.tell(adding.lost(lost.map(({ path }) => this.nameOf(path)).join(comma)));
    const written = addedBy(edits.filter((_, at) => isDone(outcome?.results[at])));
    return notes.filter((note) => !written.includes(note));
  }

  /** The edit that adds each note, by its path; none for those whose section or map is not there any more. */
  private async editsFor(notes: readonly PlacedNote[]): Promise<ReadonlyMap<string, TextEdit>> {
    const editOf = new Map<string, TextEdit>();
    const byMap = new Map<string, PlacedNote[]>();
    for (const note of notes) addToGroup(byMap, note.place.section.map, note);
    const corpus = this.finder.corpus();
    for (const [map, some] of byMap) {
      const text = await this.textOf(map);
      if (!text) continue;
      for (const [path, edit] of new Additions(this.finder, text, corpus).add(some)) editOf.set(path, edit);
    }
    return editOf;
  }

  /** The words for adding notes, and for taking that back; `countOf` says how many of them some edits add. */
  private toldOf(
    [first, ...others]: readonly PlacedNote[],
    countOf: (done: readonly TextEdit[]) => number,
  ): Omit<WantedEdits, "edits"> {
    const { adding, notes, asBefore } = this.words;
    if (!first || others.length > 0) {
      const label = { name: notes(others.length + 1), before: asBefore, after: adding.listed, target: null };
      return { label, message: (done) => adding.allAdded(countOf(done)) };
    }
    const place = trailOfPlace(first.place);
    const label = { name: this.nameOf(first.path), before: adding.notListed, after: place, target: first.path };
    return { label, message: () => adding.added(place) };
  }

  /** Null where the map is gone, changes just now, or holds an unsettled merge. */
  private async textOf(map: string): Promise<MapText | null> {
    const text = await this.maps.read(map);
    return text && holdsConflict(text.text) ? null : text;
  }

  private async open(path: string, section: MapSection, corpus: Corpus): Promise<OpenPlace | NoDraft> {
    const text = await this.maps.read(section.map);
    if (text && holdsConflict(text.text)) return "conflict";
    const isLate = text === null && this.finder.sections().some(({ map }) => map === section.map);
    return (text && this.finder.openPlace(path, section, text, corpus)) ?? (isLate ? "late" : "gone");
  }
}

/** The way in words to the section that a note is to be listed in. */
export function trailOfPlace({ section: { mapTitle, titles }, newTitle }: ChosenPlace): string {
  return trailText(mapTitle, ...(newTitle === null ? titles : [...titles.slice(0, -1), newTitle]));
}
