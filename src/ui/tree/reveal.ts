// The state of a view in which an entry has a row.
import { isDivisionFolded, toggled, UNFOLDED, type Folding } from "../../core/roadmap/folding";
import { NO_FILTER } from "../../core/roadmap/filter";
import type { Entry, Roadmap } from "../../core/roadmap/model";
import { placeOf } from "../../core/roadmap/place";
import { foldingOf, visible, withFilter, withFolding, type ViewState } from "../../core/roadmap/view-state";
import { flatten } from "./flatten";
import { ancestorsOf } from "../widgets/row-fallback";
import type { Row, RowSources } from "./rows";

function isFolded(row: Row, folding: Folding): boolean {
  if (row.kind === "division") return isDivisionFolded(folding, row.division);
  return folding.byHand.has(row.id);
}

/** The same view with what hides the first entry that fits unfolded, cleared or shown, and all else as it was. */
export function revealing(
  fits: (entry: Entry) => boolean,
  roadmap: Roadmap,
  view: ViewState,
  sources: RowSources,
): ViewState {
  if (!placeOf(roadmap, fits)) return view;
  const isKept = (one: ViewState): boolean => placeOf(visible(roadmap, one, sources).roadmap, fits) !== null;
  const unfiltered = isKept(view) ? view : withFilter(view, NO_FILTER);
  const open = isKept(unfiltered) ? unfiltered : { ...unfiltered, hidesDone: false };
  return unfolding(fits, roadmap, open, sources);
}

/** The state of a view with the first entry that fits unfolded; the same one where that is, or is filtered out. */
export function unfolding(
  fits: (entry: Entry) => boolean,
  roadmap: Roadmap,
  view: ViewState,
  sources: RowSources,
): ViewState {
  const rows = flatten(visible(roadmap, view, sources), { ...sources, folding: UNFOLDED });
  const at = rows.findIndex((row) => row.kind === "entry" && fits(row.entry));
  const folding = foldingOf(view);
  const folded = at < 0 ? [] : ancestorsOf(rows, at).filter((row) => isFolded(row, folding));
  if (folded.length === 0) return view;
  return withFolding(
    view,
    folded.reduce((unfolded, { id }) => toggled(unfolded, id), folding),
  );
}
