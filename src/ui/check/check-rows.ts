// The rows of the map check, top to bottom, that are not folded away: maps, the kinds of findings on each, findings.
import { reviewableOf } from "../../actions/upkeep";
import { Numbering } from "../../core/roadmap/ids";
import type { Finding, FindingClass, FindingKind } from "../../core/upkeep/finding";
import type { KindGroup, MapGroup } from "./finding-groups";

interface RowBase {
  /** Identity that survives edits of the map and other findings coming and going. */
  readonly id: string;
  /** The vault path of the map. */
  readonly map: string;
}

export interface MapRow extends RowBase {
  readonly kind: "map";
  readonly depth: 0;
  readonly count: number;
  readonly expanded: boolean;
}

export interface KindRow extends RowBase {
  readonly kind: "kind";
  readonly depth: 1;
  readonly of: FindingKind;
  readonly class: FindingClass;
  readonly findings: readonly Finding[];
  /** Those of them that can be dealt with together; none where one by one is as quick. */
  readonly together: readonly Finding[];
  readonly expanded: boolean;
}

export interface FindingRow extends RowBase {
  readonly kind: "finding";
  readonly depth: 2;
  readonly finding: Finding;
  /** True if it was not there when the reader last looked. */
  readonly isNew: boolean;
}

export type CheckRow = MapRow | KindRow | FindingRow;

function togetherOf({ kind, findings }: KindGroup): readonly Finding[] {
  const some = kind === "unlisted" ? findings : reviewableOf(findings);
  return some.length > 1 ? some : [];
}

/** Makes the rows; what is folded is told by the ids of rows. */
export function checkRows(
  groups: readonly MapGroup[],
  isFolded: (id: string) => boolean,
  isNew: (finding: Finding) => boolean,
): readonly CheckRow[] {
  const rows: CheckRow[] = [];
  const numbering = new Numbering();
  for (const { map, count, kinds } of groups) {
    const mapRow: MapRow = { kind: "map", id: map, depth: 0, map, count, expanded: !isFolded(map) };
    rows.push(mapRow);
    for (const group of mapRow.expanded ? kinds : []) {
      const id = `${map}\n${group.class} ${group.kind}`;
      const kindRow: KindRow = {
        ...{ kind: "kind", id, depth: 1, map, of: group.kind, class: group.class, findings: group.findings },
        together: togetherOf(group),
        expanded: !isFolded(id),
      };
      rows.push(kindRow);
      for (const finding of kindRow.expanded ? group.findings : []) {
        const own = numbering.next(`${id}\n${finding.target ?? ""}\n${finding.text}`);
        rows.push({ kind: "finding", id: own, depth: 2, map, finding, isNew: isNew(finding) });
      }
    }
  }
  return rows;
}
