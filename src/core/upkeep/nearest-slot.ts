// The place within a section that a note takes: behind the sibling that is most like it; in its order where a list is
// in order; at the end where nothing speaks for another place.
import type { Traits } from "./place-corpus";
import { colinkedNotes, linkedNotes, rarity, WEIGHTS, type Question } from "./place-score";
import type { Slot } from "./insertion";

/** So many entries make an order that is no chance. */
const ENOUGH_FOR_ORDER = 5;

const inNaturalOrder = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;

/** The share of the rarity of both notes' features that they have in common: a cosine, by rarity. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>, weigh: (feature: string) => number): number {
  const sum = (features: Iterable<string>): number =>
    [...features].reduce((total, feature) => total + weigh(feature), 0);
  const both = sum([...one].filter((feature) => other.has(feature)));
  return both === 0 ? 0 : both / Math.sqrt(sum(one) * sum(other));
}

/** Says how much another listed note is like the one asked about, by the weights that sections are scored with. */
export function likeness(question: Question): (path: string) => number {
  const { corpus, note, listed } = question;
  const [linked, colinked] = [linkedNotes(question), colinkedNotes(question)];
  const most = Math.max(...colinked.values(), 1);
  const tagRarity = (tag: string): number => rarity(corpus.tags.get(tag)?.size ?? 0, listed);
  const wordRarity = (word: string): number => rarity(corpus.words.get(word)?.size ?? 0, listed);
  const likenessTo = (other: Traits): number =>
    WEIGHTS.folder * Number(other.folder === note.folder) +
    WEIGHTS.tags * alike(note.tags, other.tags, tagRarity) +
    WEIGHTS.links * Number(linked.has(other.path)) +
    (WEIGHTS.colinks * (colinked.get(other.path) ?? 0)) / most +
    WEIGHTS.words * alike(note.words, other.words, wordRarity);
  return (path) => {
    const other = path === note.path ? undefined : corpus.traits.get(path);
    return other ? likenessTo(other) : 0;
  };
}

/** The slot behind which the name keeps the order of the section; null where it has none. */
function slotInOrder(slots: readonly Slot[], name: string): number | null {
  const names = slots.slice(1).map(({ behind }) => behind?.title ?? "");
  const isOrdered =
    names.length >= ENOUGH_FOR_ORDER &&
    names.every((one, at) => at === 0 || inNaturalOrder(names[at - 1] ?? "", one) <= 0);
  return isOrdered ? names.filter((one) => inNaturalOrder(one, name) <= 0).length : null;
}

/** The index of the slot for a note called `name`; 0 is before all rows. */
export function nearestSlot(slots: readonly Slot[], name: string, like: (path: string) => number): number {
  const ordered = slotInOrder(slots, name);
  if (ordered !== null) return ordered;
  let [best, most] = [slots.length - 1, 0];
  slots.forEach(({ row, behind }, at) => {
    const entries = behind === null ? [] : row.isGroup ? [behind] : row.entries;
    const score = Math.max(0, ...entries.map(({ path }) => (path === null ? 0 : like(path))));
    if (score > most || (score > 0 && score === most)) [best, most] = [at, score];
  });
  return best;
}
