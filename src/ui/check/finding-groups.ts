// Findings as the list shows them: by map, then by kind, each in the order of the map.
import { addToGroup } from "../../core/base/group";
import type { Finding, FindingClass, FindingKind } from "../../core/upkeep/finding";

export type ClassFilter = FindingClass | "all";

export interface KindGroup {
  readonly kind: FindingKind;
  readonly class: FindingClass;
  readonly findings: readonly Finding[];
}

export interface MapGroup {
  readonly map: string;
  readonly count: number;
  readonly kinds: readonly KindGroup[];
}

const CLASSES: readonly FindingClass[] = ["certain", "choose", "idea"];

function kindGroups(findings: readonly Finding[]): readonly KindGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) addToGroup(groups, `${one.class} ${one.kind}`, one);
  return CLASSES.flatMap((sort) =>
    [...groups.values()].flatMap((some): readonly KindGroup[] => {
      const [first] = some;
      return first?.class === sort ? [{ kind: first.kind, class: sort, findings: some }] : [];
    }),
  );
}

/** Groups findings of one class, or of all; what is certain comes first. */
export function groupsOf(findings: readonly Finding[], filter: ClassFilter): readonly MapGroup[] {
  const byMap = new Map<string, Finding[]>();
  for (const one of findings) if (filter === "all" || one.class === filter) addToGroup(byMap, one.map, one);
  return [...byMap].map(([map, some]) => ({ map, count: some.length, kinds: kindGroups(some) }));
}

/** The number of findings of each class. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<FindingClass, number>> {
  const counts = { certain: 0, choose: 0, idea: 0 };
  for (const one of findings) counts[one.class]++;
  return counts;
}
