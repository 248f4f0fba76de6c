// The places where a note belongs: the sections of all maps that fit it best, each with its reasons, from caches alone.
import type { MapSection } from "./map-sections";
import type { NoteFacts } from "./note-facts";
import { titlesOf, traitsOf, type Corpus } from "./place-corpus";
import {
  colinkedNotes,
  linkedNotes,
  questionOf,
  scoresOf,
  type EvidenceKind,
  type Question,
  type Score,
} from "./place-score";
import { wordsOf, wordsShown } from "./title-words";

/** Why a section is proposed, as figures and words for a sentence. */
export type PlaceReason =
  /** `count` of the `of` other listed notes in the note's folder are in the section. */
  | { readonly kind: "folder"; readonly count: number; readonly of: number }
  /** `count` of the `of` notes of the section link to the note or are linked from it. */
  | { readonly kind: "links"; readonly count: number; readonly of: number }
  /** `count` notes of the section have links in common with the note. */
  | { readonly kind: "colinks"; readonly count: number }
  /** Tags of the note that others in the section have, the rarest first. */
  | { readonly kind: "tags"; readonly tags: readonly string[] }
  /** Words of the note's titles, as written, that titles in the section, or its heading, hold. */
  | { readonly kind: "words" | "heading"; readonly words: readonly string[] };

export interface PlaceProposal {
  readonly section: MapSection;
  /** From 0 upwards; comparable only for one note. */
  readonly score: number;
  /** The strongest first; none where nothing speaks for the section. */
  readonly reasons: readonly PlaceReason[];
  /** True for the first of all, if it fits twice as well as any other: then it may be chosen beforehand. */
  readonly isConfident: boolean;
}

const MOST_PLACES = 3;
/** The first is confident if it scores so many times what the second does. */
export const WIDE_MARGIN = 2;
const MOST_REASONS = 2;
const MOST_TAGS = 3;

/** Reasons that add less to the score than this share of the strongest are not worth a word. */
const WORTH_A_WORD = 0.25;

function countIn(section: MapSection, paths: Iterable<string>): number {
  let count = 0;
  for (const path of paths) if (section.notes.has(path)) count++;
  return count;
}

function sharedTags({ corpus, note }: Question, section: MapSection): readonly string[] {
  const holders = (tag: string): ReadonlySet<string> => corpus.tags.get(tag) ?? new Set();
  return [...note.tags]
    .filter(
      (tag) => countIn(section, holders(tag)) > Number(section.notes.has(note.path) && holders(tag).has(note.path)),
    )
    .sort((a, b) => holders(a).size - holders(b).size)
    .slice(0, MOST_TAGS);
}

function sharedWords({ corpus, note }: Question, section: MapSection, titles: readonly string[]): readonly string[] {
  const others = [...section.notes].filter((path) => path !== note.path);
  const words = new Set(others.flatMap((path) => [...(corpus.traits.get(path)?.words ?? [])]));
  return shown(titles, words);
}

/** The words, of the first title that has some. */
function shown(titles: readonly string[], words: ReadonlySet<string>): readonly string[] {
  return titles.map((title) => wordsShown(title, words)).find((found) => found.length > 0) ?? [];
}

function placeReason(
  kind: EvidenceKind,
  question: Question,
  section: MapSection,
  titles: readonly string[],
): PlaceReason {
  const { corpus, note } = question;
  const others = (paths: Iterable<string>): readonly string[] => [...paths].filter((path) => path !== note.path);
  if (kind === "folder") {
    const inFolder = others(corpus.folders.get(note.folder) ?? []);
    return { kind, count: countIn(section, inFolder), of: inFolder.length };
  }
  if (kind === "links")
    return { kind, count: countIn(section, linkedNotes(question)), of: others(section.notes).length };
  if (kind === "colinks") return { kind, count: countIn(section, colinkedNotes(question).keys()) };
  if (kind === "tags") return { kind, tags: sharedTags(question, section) };
  if (kind === "words") return { kind, words: sharedWords(question, section, titles) };
  return { kind, words: shown(titles, wordsOf(section.mapTitle, ...section.titles.slice(-2))) };
}

function reasonsOf({ parts, section }: Score, question: Question, titles: readonly string[]): readonly PlaceReason[] {
  const [strongest] = parts;
  const at = question.corpus.sections[section];
  if (!strongest || !at) return [];
  return parts
    .filter(({ score }) => score >= WORTH_A_WORD * strongest.score)
    .slice(0, MOST_REASONS)
    .map(({ kind }) => placeReason(kind, question, at, titles));
}

/**
 * The three sections that fit a note best, best first; fewer where there are fewer, none from maps that list it.
 * A section for which nothing speaks is not proposed.
 */
export function places(corpus: Corpus, facts: NoteFacts): readonly PlaceProposal[] {
  const question = questionOf(corpus, traitsOf(facts, corpus.isMap));
  const listing = new Set((corpus.places.get(facts.path) ?? []).map((index) => corpus.sections[index]?.map));
  const isOpen = ({ section, score }: Score): boolean => score > 0 && !listing.has(corpus.sections[section]?.map);
  const best = scoresOf(question)
    .filter(isOpen)
    .sort((a, b) => b.score - a.score);
  const titles = titlesOf(facts);
  const [first, second] = best;
  const isWide = first !== undefined && first.score >= WIDE_MARGIN * (second?.score ?? 0);
  return best.slice(0, MOST_PLACES).flatMap((score) => {
    const section = corpus.sections[score.section];
    const isConfident = isWide && score === first;
    return section ? [{ section, score: score.score, reasons: reasonsOf(score, question, titles), isConfident }] : [];
  });
}
