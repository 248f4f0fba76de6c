// The new ids of divisions that had others before their map changed:
// of those whose heading was rewritten or has another level, and of those inside of them.
import { addToGroup } from "../base/group";
import { allEntries, divisionsOf, type Division, type Roadmap } from "./model";

/** By its id before, the id that a division has now; nothing of those that have kept theirs. */
export type Renamed = ReadonlyMap<string, string>;

/** The number of divisions that two lists have in common before the first that is not in both. */
function commonOf(some: readonly Division[], others: readonly Division[]): number {
  let count = 0;
  while (count < some.length && some[count]?.id === others[count]?.id) count++;
  return count;
}

/**
 * The divisions that are only in one of two roadmaps: those that are gone, and those that have come.
 * Most edits leave nearly all where they were.
 */
function differing(before: Roadmap, now: Roadmap): readonly [gone: readonly Division[], come: readonly Division[]] {
  const [old, all] = [divisionsOf(before.chapters), divisionsOf(now.chapters)];
  const start = commonOf(old, all);
  const [oldRest, rest] = [old.slice(start).reverse(), all.slice(start).reverse()];
  const end = commonOf(oldRest, rest);
  const withoutThose = (some: readonly Division[], others: readonly Division[]): readonly Division[] => {
    const ids = new Set(others.map(({ id }) => id));
    return some.filter(({ id }) => !ids.has(id)).reverse();
  };
  const [gone, come] = [oldRest.slice(end), rest.slice(end)];
  return [withoutThose(gone, come), withoutThose(come, gone)];
}

/**
 * The content of a division itself: where its entries lead, and what its sections are called.
 * That it holds nothing is something, too.
 */
function contentOf({ entries, sections }: Division): readonly string[] {
  const content = [...allEntries(entries).map(({ target }) => target), ...sections.map(({ title }) => `# ${title}`)];
  return content.length === 0 ? [""] : content;
}

/** Pairs of divisions that have something in common, each in one pair at most. */
class Pairs {
  readonly renamed = new Map<string, string>();
  private readonly come: Set<Division>;

  constructor(
    private readonly gone: readonly Division[],
    come: readonly Division[],
  ) {
    this.come = new Set(come);
  }

  /** Adds those that `featuresOf` gives something in common. */
  add(featuresOf: (division: Division) => readonly string[]): void {
    const having = this.comeBy(featuresOf);
    for (const other of this.gone) {
      const features = this.renamed.has(other.id) ? [] : featuresOf(other);
      const one = features
        .map((feature) => this.firstOf(having.get(feature) ?? []))
        .find((division) => division !== undefined);
      if (!one) continue;
      this.come.delete(one);
      this.renamed.set(other.id, one.id);
    }
  }

  /** The divisions that have come, by their features, from the last to the first: thousands may share one. */
  private comeBy(featuresOf: (division: Division) => readonly string[]): ReadonlyMap<string, Division[]> {
    const having = new Map<string, Division[]>();
    for (const one of [...this.come].reverse()) for (const feature of featuresOf(one)) addToGroup(having, feature, one);
    return having;
  }

  /** The first that is in no pair yet; takes out those that are. */
  private firstOf(some: Division[]): Division | undefined {
    for (let one = some.at(-1); one; one = some.at(-1)) {
      if (this.come.has(one)) return one;
      some.pop();
    }
    return undefined;
  }
}

/**
 * Divisions that are gone are found again by their title and what they hold, by their title alone,
 * else by what they hold under another title, best of the same level.
 */
export function renamedDivisions(before: Roadmap, now: Roadmap): Renamed {
  const pairs = new Pairs(...differing(before, now));
  pairs.add((division) => contentOf(division).map((content) => `${division.title}\n${content}`));
  pairs.add(({ title }) => [title]);
  pairs.add((division) => contentOf(division).map((content) => `${division.level}\n${content}`));
  pairs.add((division) => contentOf(division).filter((content) => content !== ""));
  return pairs.renamed;
}

/** The id that a division, or something in it, has now. */
export function renamedId(id: string, renamed: Renamed): string {
  const end = id.indexOf("\n");
  const division = end < 0 ? id : id.slice(0, end);
  return `${renamed.get(division) ?? division}${id.slice(division.length)}`;
}
