// The fit of a note to each section: six kinds of evidence, each between 0 and 1, weighed and added up.
//
// Evidence of one kind is the cosine between the notes that bear it and those of the section, as sets: of D listed
// notes that share a tag, and n of the section, k are in both: k / √((D + 1)(n + 1)). The ones keep a single note from
// being certainty. Several tags or words of a note count by their rarity. In a map that lists none of the notes beside
// the note, all evidence counts half. The weights are those of the design; neither they nor these rules were fitted to
// maps.
import type { Corpus, Holders, Traits } from "./place-corpus";

export type EvidenceKind = "folder" | "tags" | "links" | "colinks" | "words" | "heading";

export const WEIGHTS: Readonly<Record<EvidenceKind, number>> = {
  folder: 1,
  tags: 0.7,
  links: 1,
  colinks: 1,
  words: 1.5,
  heading: 1.5,
};

/** The heading above a section counts half as much as its own. */
const HEADING_ABOVE = 0.5;

/** Of each section, by index, the evidence of one kind. */
type Evidence = Float64Array;

/** The question about one note: itself is never evidence of where it belongs. */
export interface Question {
  readonly corpus: Corpus;
  readonly note: Traits;
  /** Of each section, by index, the number of other notes that it lists. */
  readonly sizes: readonly number[];
  /** The number of other listed notes. */
  readonly listed: number;
}

export function questionOf(corpus: Corpus, note: Traits): Question {
  const sizes = corpus.sections.map(({ notes }) => notes.size - Number(notes.has(note.path)));
  return { corpus, note, sizes, listed: corpus.places.size - Number(corpus.places.has(note.path)) };
}

export function rarity(holders: number, all: number): number {
  return Math.log((all + 1) / (holders + 1));
}

/** Adds to each section what the notes in it weigh. */
function sumBySection({ corpus }: Question, weights: Iterable<readonly [path: string, weight: number]>): Evidence {
  const sums = new Float64Array(corpus.sections.length);
  for (const [path, weight] of weights)
    for (const index of corpus.places.get(path) ?? []) sums[index] = (sums[index] ?? 0) + weight;
  return sums;
}

function othersAmong({ note }: Question, paths: Iterable<string>): readonly string[] {
  return [...paths].filter((path) => path !== note.path);
}

/** The cosine, from the counts of notes that are in both sets, and the size of the one that is not the section. */
function cosines({ sizes }: Question, both: Evidence, size: number): Evidence {
  return both.map((count, index) => count / Math.sqrt((size + 1) * ((sizes[index] ?? 0) + 1)));
}

function evidenceOfFolder(question: Question): Evidence {
  const { corpus, note } = question;
  const inFolder = othersAmong(question, corpus.folders.get(note.folder) ?? []);
  const counts = sumBySection(
    question,
    inFolder.map((path) => [path, 1]),
  );
  return counts.map((count) => count / (inFolder.length + 1));
}

/** Of tags or words: of each its cosine, by rarity. */
function evidenceByRarity(question: Question, features: Iterable<string>, holders: Holders): Evidence {
  const sum = new Float64Array(question.sizes.length);
  let all = 0;
  for (const feature of features) {
    const others = othersAmong(question, holders.get(feature) ?? []);
    const weight = rarity(others.length, question.listed);
    all += weight;
    const counts = sumBySection(
      question,
      others.map((path) => [path, 1]),
    );
    cosines(question, counts, others.length).forEach(
      (cosine, index) => (sum[index] = (sum[index] ?? 0) + weight * cosine),
    );
  }
  return all === 0 ? sum : sum.map((value) => value / all);
}

/** The notes that a note links to, and the listed notes that link to it. */
function neighboursOf({ linking, traits }: Corpus, path: string, links = traits.get(path)?.links): ReadonlySet<string> {
  return new Set([...(links ?? []), ...(linking.get(path) ?? [])]);
}

/** The listed notes that link to the note or are linked from it. */
export function linkedNotes({ corpus, note }: Question): ReadonlySet<string> {
  const neighbours = neighboursOf(corpus, note.path, note.links);
  return new Set([...neighbours].filter((path) => path !== note.path && corpus.places.has(path)));
}

function evidenceOfLinks(question: Question): Evidence {
  const linked = linkedNotes(question);
  const counts = sumBySection(
    question,
    [...linked].map((path) => [path, 1]),
  );
  return cosines(question, counts, linked.size);
}

/**
 * The listed notes that have neighbours in common with the note: each weighs more the fewer notes share that neighbour
 * (the measure of Adamic and Adar).
 */
export function colinkedNotes({ corpus, note }: Question): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const between of neighboursOf(corpus, note.path, note.links)) {
    const around = neighboursOf(corpus, between);
    for (const path of around)
      if (path !== note.path && corpus.places.has(path))
        weights.set(path, (weights.get(path) ?? 0) + 1 / Math.log(2 + around.size));
  }
  return weights;
}

function evidenceOfColinks(question: Question): Evidence {
  const weights = colinkedNotes(question);
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const sums = sumBySection(question, weights);
  return sums.map((sum, index) => sum / ((all + 1) * Math.sqrt((question.sizes[index] ?? 0) + 1)));
}

/** The cosine between the words of the note's titles and those of a section's heading and the one above it. */
function evidenceOfHeading({ corpus, note }: Question): Evidence {
  const { headings, headingCounts } = corpus;
  const weigh = (word: string): number => rarity(headingCounts.get(word) ?? 0, headings.length);
  const own = [...note.words].reduce((sum, word) => sum + weigh(word), 0);
  return Float64Array.from(headings, (levels) => {
    let [shared, all] = [0, 0];
    levels.forEach((words, level) => {
      for (const word of words) {
        const weight = HEADING_ABOVE ** level * weigh(word);
        all += weight;
        if (note.words.has(word)) shared += weight;
      }
    });
    return shared === 0 ? 0 : shared / Math.sqrt(all * own);
  });
}

/**
 * The weight of all evidence in a map: half where it lists none of the notes that lie beside the note, one where it
 * lists each of them.
 */
function kinshipOf(question: Question): (map: string) => number {
  const { corpus, note } = question;
  const beside = othersAmong(question, corpus.folders.get(note.folder) ?? []);
  const counts = new Map<string, number>();
  for (const path of beside) {
    const maps = new Set((corpus.places.get(path) ?? []).map((index) => corpus.sections[index]?.map ?? ""));
    for (const map of maps) counts.set(map, (counts.get(map) ?? 0) + 1);
  }
  return (map) => (1 + ((counts.get(map) ?? 0) + 1) / (beside.length + 1)) / 2;
}

export interface Score {
  /** The index of the section. */
  readonly section: number;
  readonly score: number;
  /** The part of the score that each kind of evidence adds, largest first; those that add nothing are left out. */
  readonly parts: readonly { readonly kind: EvidenceKind; readonly score: number }[];
}

/** The score of each section, in their order. */
export function scoresOf(question: Question): readonly Score[] {
  const { corpus, note, sizes } = question;
  const evidence: Readonly<Record<EvidenceKind, Evidence>> = {
    folder: evidenceOfFolder(question),
    tags: evidenceByRarity(question, note.tags, corpus.tags),
    links: evidenceOfLinks(question),
    colinks: evidenceOfColinks(question),
    words: evidenceByRarity(question, note.words, corpus.words),
    heading: evidenceOfHeading(question),
  };
  const kinds = Object.keys(WEIGHTS) as readonly EvidenceKind[];
  const kinship = kinshipOf(question);
  return sizes.map((_, section) => {
    const kin = kinship(corpus.sections[section]?.map ?? "");
    const parts = kinds
      .map((kind) => ({ kind, score: kin * WEIGHTS[kind] * (evidence[kind][section] ?? 0) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    return { section, score: parts.reduce((sum, { score }) => sum + score, 0), parts };
  });
}
