// The state of a view of a map, as a plain value, and the part of a roadmap that is visible in that state.
import { UNFOLDED, type Folding } from "./folding";
import { filtered, isFiltering, NO_FILTER, withoutDone, type Filter, type FilterSources } from "./filter";
import { divisionsOf, type Division, type Roadmap } from "./model";

export interface ViewState {
  readonly filter: Filter;
  /** True if what is done is left out. */
  readonly hidesDone: boolean;
  /** The folding while nothing is filtered. */
  readonly lasting: Folding;
  /** The folding done since the filter was set: while it is on, everything is unfolded at first. */
  readonly passing: Folding;
}

export const FIRST_VIEW: ViewState = { filter: NO_FILTER, hidesDone: false, lasting: UNFOLDED, passing: UNFOLDED };

/** The folding that holds now. */
export function foldingOf({ filter, lasting, passing }: ViewState): Folding {
  return isFiltering(filter) ? passing : lasting;
}

export function withFolding(view: ViewState, folding: Folding): ViewState {
  return isFiltering(view.filter) ? { ...view, passing: folding } : { ...view, lasting: folding };
}

export function withFilter(view: ViewState, filter: Filter): ViewState {
  return { ...view, filter, passing: UNFOLDED };
}

/** The part of a roadmap that is visible. */
export interface Visible {
  readonly roadmap: Roadmap;
  /** By id, the divisions that are counted for those with less in them: what is hidden counts. */
  readonly counted: ReadonlyMap<string, Division>;
}

const AS_THEY_ARE: Visible["counted"] = new Map();

/** The part of a roadmap that is visible, folded or not. */
export function visible(
  roadmap: Roadmap,
  { filter, hidesDone }: Pick<ViewState, "filter" | "hidesDone">,
  sources: FilterSources,
): Visible {
  const open = hidesDone ? withoutDone(roadmap, (target) => sources.stateOf(target)) : roadmap;
  if (isFiltering(filter)) return { roadmap: filtered(open, filter, sources), counted: byId(roadmap) };
  return { roadmap: open, counted: hidesDone ? byId(roadmap) : AS_THEY_ARE };
}

function byId({ chapters }: Roadmap): ReadonlyMap<string, Division> {
  return new Map(divisionsOf(chapters).map((division) => [division.id, division]));
}
