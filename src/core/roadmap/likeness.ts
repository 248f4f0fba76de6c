// The signs by which divisions and entries of a map are known again in another version of it.
import { divisionName } from "./ids";
import type { Placed } from "./listing";
import { allEntries, type Division, type Entry } from "./model";
import { Pairing } from "./pairing";

export function isSameEntry({ one: a }: Placed<Entry>, { one: b }: Placed<Entry>): boolean {
  return a.target === b.target && a.title === b.title && a.label === b.label && a.remark === b.remark;
}

/** True if two divisions say the same and hold the same. */
export function isSameDivision({ one: a }: Placed<Division>, { one: b }: Placed<Division>): boolean {
  if (a.title !== b.title || a.level !== b.level) return false;
  if (a.entries.length !== b.entries.length || a.sections.length !== b.sections.length) return false;
  const isSameTarget = ({ target }: Entry, index: number): boolean => target === b.entries[index]?.target;
  return a.entries.every(isSameTarget) && a.sections.every(({ title }, index) => title === b.sections[index]?.title);
}

/** The content of a division itself: where its entries lead, and what its sections are called. */
function contentOf({ entries, sections }: Division): readonly string[] {
  return [...allEntries(entries).map(({ target }) => target), ...sections.map(({ title }) => `# ${title}`)];
}

export function pairDivisions(
  before: readonly Placed<Division>[],
  now: readonly Placed<Division>[],
): Pairing<Placed<Division>> {
  const pairing = new Pairing(before, now);
  const all = [...before, ...now];
  const content = new Map(all.map(({ one }) => [one, contentOf(one)]));
  const whole = new Map([...content].map(([one, some]) => [one, some.join("\n")]));
  type Key = (placed: Placed<Division>) => string;
  const held = (keyOf: Key) => (placed: Placed<Division>) =>
    (content.get(placed.one) ?? []).map((some) => `${keyOf(placed)}\n${some}`);
  const withWhole = (keyOf: Key) => (placed: Placed<Division>) => `${keyOf(placed)}\n${whole.get(placed.one) ?? ""}`;
  const path: Key = ({ one, way }) => divisionName(way, one.title);
  const title: Key = ({ one }) => one.title;
  const level: Key = ({ one }) => String(one.level);
  pairing.byKey(withWhole(path));
  pairing.byKey((placed) => (whole.get(placed.one) === "" ? null : withWhole(title)(placed)));
  pairing.byFeatures(held(path));
  pairing.byKey(path);
  pairing.byFeatures(held(title));
  pairing.byFeatures(held(level));
  pairing.byFeatures(held(() => ""));
  pairing.byKey(title);
  pairing.byKey(withWhole(({ one, way }) => `${one.level} ${way}`));
  pairing.byKey(withWhole(level));
  return pairing;
}

export function pairEntries(before: readonly Placed<Entry>[], now: readonly Placed<Entry>[]): Pairing<Placed<Entry>> {
  const pairing = new Pairing(before, now);
  const said = ({ one: { target, title, label, remark } }: Placed<Entry>): string =>
    [target, title, label, remark].join("\n");
  const inPlace = (keyOf: (entry: Entry) => string | null) => (placed: Placed<Entry>) => {
    const key = keyOf(placed.one);
    return key === null ? null : `${placed.parent?.id ?? ""}\n${key}`;
  };
  pairing.byKey((placed) => `${placed.parent?.id ?? ""}\n${said(placed)}`);
  pairing.byKey(inPlace(({ target }) => target));
  pairing.byKey(said);
  pairing.byKey(({ one }) => one.target);
  // Its link leads elsewhere, or was written anew.
  pairing.byKey(inPlace(({ link }) => link.link));
  pairing.byKey(inPlace(({ title }) => title));
  pairing.byKey(inPlace(({ remark }) => remark));
  return pairing;
}
