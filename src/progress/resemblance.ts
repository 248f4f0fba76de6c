// How alike two notes are by their fingerprints, weighed by how rare in the vault is what they share: that both have a heading
// "Summary" says nothing, that both have "GRPO without a critic" says nearly all.
import type { Fingerprint } from "./fingerprint";

type TraitKind = "name" | "id" | "heading" | "lines";

/** Something that can be told of a note; equal traits are equal texts. */
export interface Trait {
  readonly kind: TraitKind;
  readonly text: string;
}

export interface Resemblance {
  /** How surprising it would be for two unrelated notes to share so much. */
  readonly bits: number;
  /** The share of headings in common, by their rarity, from 0 to 1; 1 where there are none to have in common. */
  readonly headings: number;
  /** How many traits of each kind are shared. */
  readonly shared: Readonly<Record<TraitKind, number>>;
  /** Whether something that names a note for good says that they are two. */
  readonly isContradicted: boolean;
}

/** The traits of a note, each once. The title counts as a heading: scripts like to move it to the frontmatter and back. */
export function traitsOf({ basename, title, ids, headings, lines }: Fingerprint): readonly Trait[] {
  const texts = new Set([...(title === null ? [] : [title]), ...headings].map(essenceOf));
  return [
    { kind: "name", text: `name ${essenceOf(basename)}` },
    ...Object.entries(ids).map(([key, value]): Trait => ({ kind: "id", text: `id ${key} ${value}` })),
    ...[...texts].map((text): Trait => ({ kind: "heading", text: `heading ${text}` })),
    ...(lines === null || lines === 0 ? [] : [{ kind: "lines", text: `lines ${lines}` } as const]),
  ];
}

/** What stays of a text when spaces, punctuation, emoji and case are changed; all of it where nothing would. */
export function essenceOf(text: string): string {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "") || text
  );
}

/** What two notes share, given the traits they share out of all of one of them. */
export function resemblanceOf(
  shared: readonly Trait[],
  all: readonly Trait[],
  bitsOf: (trait: Trait) => number,
): Omit<Resemblance, "isContradicted"> {
  const counts = { name: 0, id: 0, heading: 0, lines: 0 };
  for (const { kind } of shared) counts[kind]++;
  const headingBits = sum(all.filter(isHeading).map(bitsOf));
  return {
    bits: sum(shared.map(bitsOf)),
    headings: headingBits === 0 ? 1 : sum(shared.filter(isHeading).map(bitsOf)) / headingBits,
    shared: counts,
  };
}

/** Whether two notes bear different values of something that names a note for good. */
export function isContradicted(one: Fingerprint, other: Fingerprint): boolean {
  return Object.entries(one.ids).some(([key, value]) => key in other.ids && other.ids[key] !== value);
}

/**
 * The share of what a note contains that another contains too, from 0 to 1, by what each trait weighs; rough where nothing is known of the
 * vault and all weigh the same. Names do not count, and nothing is like an empty note.
 */
export function likeness(note: Fingerprint, other: Fingerprint, weightOf: (trait: Trait) => number = () => 1): number {
  const contents = contentsOf(note);
  const there = new Set(traitsOf(other).map(({ text }) => text));
  const all = sum(contents.map(weightOf));
  return all === 0 ? 0 : sum(contents.filter(({ text }) => there.has(text)).map(weightOf)) / all;
}

/** The traits of a note that do not come from its name. */
export function contentsOf(note: Fingerprint): readonly Trait[] {
  return traitsOf(note).filter(({ kind }) => kind !== "name");
}

function isHeading({ kind }: Trait): boolean {
  return kind === "heading";
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
