// The places a map or a division leads to beside study, with how far along those that are maps are.
import type { Relation } from "../core/roadmap/model";

export interface MeasuredRelation extends Relation {
  /** Of the map it leads to, from 0 to 1; null where it leads to none, or there is nothing to count. */
  readonly progress: number | null;
}

export function withProgress(
  relations: readonly Relation[],
  progressOfMap: (path: string) => number | null,
): readonly MeasuredRelation[] {
  return relations.map((relation) => ({
    ...relation,
    progress: relation.path === null ? null : progressOfMap(relation.path),
  }));
}
