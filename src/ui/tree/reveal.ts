// The rows to unfold for an entry to have a row.
import type { Entry } from "../../core/roadmap/model";
import { isDivisionFolded, toggled, type Folding } from "./expansion";
import { ancestorsOf } from "./row-fallback";
import type { Row } from "./rows";

function isFolded(row: Row, folding: Folding): boolean {
  if (row.kind === "division") return isDivisionFolded(folding, row.division);
  return folding.byHand.has(row.id);
}

/**
 * The folding with the first entry that fits unfolded, and all else as it was. `rows` are those of the map with nothing
 * folded.
 */
export function unfoldedFor(fits: (entry: Entry) => boolean, rows: readonly Row[], folding: Folding): Folding {
  const at = rows.findIndex((row) => row.kind === "entry" && fits(row.entry));
  const folded = ancestorsOf(rows, at).filter((row) => isFolded(row, folding));
  return folded.reduce((open, { id }) => toggled(open, id), folding);
}
