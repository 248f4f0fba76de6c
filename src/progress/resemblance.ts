// All that can be told of a note by its fingerprint, piece by piece, and the likeness of two notes by that alone.
// The weight of a piece depends on the vault: that is sought-traits.ts.
import { isBlank, type Fingerprint } from "./fingerprint";

export type TraitKind = "name" | "id" | "heading" | "lines";

/** Something that can be told of a note; equal traits are equal texts. */
export interface Trait {
  readonly kind: TraitKind;
  readonly text: string;
}

/** A note at a vault path. */
export interface Seen {
  readonly path: string;
  readonly note: Fingerprint;
}

/**
 * The traits of a note, each once. The title counts as a heading: scripts like to move it to the frontmatter and back.
 */
export function traitsOf({ basename, title, ids, headings, lines }: Fingerprint): readonly Trait[] {
  const texts = new Set([...(title === null ? [] : [title]), ...headings].map(essenceOf));
  return [
    { kind: "name", text: `name ${essenceOf(basename)}` },
    ...Object.entries(ids).map(([key, value]): Trait => ({ kind: "id", text: `id ${key} ${value}` })),
    ...[...texts].map((text): Trait => ({ kind: "heading", text: `heading ${text}` })),
    ...(lines === null || lines === 0 ? [] : [{ kind: "lines", text: `lines ${lines}` } as const]),
  ];
}

/** The part of a text that stays when spaces, punctuation, emoji and case are changed; all of it if nothing would. */
export function essenceOf(text: string): string {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "") || text
  );
}

/** True if two notes bear different values of something that names a note for good. */
export function isContradicted(one: Fingerprint, other: Fingerprint): boolean {
  return Object.entries(one.ids).some(([key, value]) => key in other.ids && other.ids[key] !== value);
}

/**
 * The share of a note's contents that another has too, from 0 to 1, by what each trait weighs; rough if nothing is
 * known of the vault and all weigh the same. Names do not count, and nothing is like an empty note.
 */
export function likeness(note: Fingerprint, other: Fingerprint, weightOf: (trait: Trait) => number = () => 1): number {
  const contents = contentsOf(note);
  const there = new Set(traitsOf(other).map(({ text }) => text));
  const all = sum(contents.map(weightOf));
  return all === 0 ? 0 : sum(contents.filter(({ text }) => there.has(text)).map(weightOf)) / all;
}

/** A note that is less like what was marked at its path is another one. */
export const LEAST_LIKENESS = 0.25;

/**
 * True if a note is not at all the one that was marked. A marked note of which nothing was
 * known but its length may have been edited.
 */
export function isAnother(marked: Fingerprint, here: Fingerprint): boolean {
  if (isBlank(here)) return !isBlank(marked);
  const isKnown = marked.headings.length > 0 || marked.title !== null || Object.keys(marked.ids).length > 0;
  return isKnown && likeness(marked, here) < LEAST_LIKENESS;
}

/** The traits of a note that do not come from its name. */
export function contentsOf(note: Fingerprint): readonly Trait[] {
  return traitsOf(note).filter(({ kind }) => kind !== "name");
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
