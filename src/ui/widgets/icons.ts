// The shapes of the four states and of the three levels, drawn once so that every place shows the same: shape carries
// the state, colour supports it.
import { addIcon, removeIcon, setIcon } from "obsidian";
import type { EntryKind } from "../../core/roadmap/model";
import type { State } from "../../core/base/state";
import type { Level } from "../../core/roadmap/levels";

/** In a box of 14 pixels a circle is 11.8 across, its line 1.15 wide, or 1.5 where it is to be seen. */
const THIN = `fill="none" stroke="currentColor" stroke-width="8.200"`;
const RING = `<circle cx="50" cy="50" r="38" ${THIN}/>`;
const BOLD_RING = `<circle cx="50" cy="50" r="36.800" fill="none" stroke="currentColor" stroke-width="10.700"/>`;
const DISC = `<circle cx="50" cy="50" r="42" fill="currentColor" opacity="0.200"/>`;

const SHAPES: Readonly<Record<State, string>> = {
  todo: RING,
  doing: `${BOLD_RING}<path d="M50 26a24 24 0 0 1 0 48z" fill="currentColor"/>`,
  done: `${DISC}<path d="M33 51L45 63L67 38" stroke-linecap="round" stroke-linejoin="round" fill="none" stroke="currentColor" stroke-width="9.500"/>`,
  skipped: `${RING}<path d="M24 76L76 24" ${THIN}/>`,
};

/** A note that is not written yet has no state; the one that comes next is to do, and to be seen. */
const NEXT = "moc-path-next-up";
const MISSING = "moc-path-missing";
const OTHER_SHAPES: Readonly<Record<string, string>> = {
  [NEXT]: BOLD_RING,
  [MISSING]: `<circle cx="50" cy="50" r="38" ${THIN} stroke-dasharray="11 12.880"/>`,
};

/** An outline down to chapters, to sections, to entries. */
const LEVEL_SHAPES: Readonly<Record<Level, string>> = {
  chapter: outline("M12 30H88M12 70H88"),
  section: outline("M12 22H88M34 50H88M34 78H88"),
  entry: outline("M12 16H88M34 39H88M50 61H88M50 84H88"),
};

function outline(path: string): string {
  return `<path d="${path}" stroke="currentColor" stroke-width="9" stroke-linecap="round" fill="none"/>`;
}

const ICONS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SHAPES).map(([state, svg]) => [`moc-path-${state}`, svg] as const),
  ...Object.entries(OTHER_SHAPES),
  ...Object.entries(LEVEL_SHAPES).map(([level, svg]) => [`moc-path-level-${level}`, svg] as const),
]);

/** The icon id of a state, for `setIcon`. */
export function iconOf(state: State): string {
  return `moc-path-${state}`;
}

/**
 * Draws what stands for the state of an entry: its icon, for a map a ring filled by that map's progress, for a missing
 * note a ring of dashes.
 */
export function drawState(
  el: HTMLElement,
  kind: EntryKind,
  state: State,
  mapProgress: number | null,
  isNext = false,
): void {
  el.addClass(`mod-${state}`);
  if (kind === "missing") setIcon(el, MISSING);
  else if (kind === "map") {
    drawRing(el, mapProgress);
    el.toggleClass("is-done", state === "done");
  } else setIcon(el, isNext && state === "todo" ? NEXT : iconOf(state));
}

/** Makes an element a ring that is filled by a map's progress, from 0 to 1. */
export function drawRing(el: HTMLElement, progress: number | null): void {
  el.addClass("moc-path-ring");
  el.setCssProps({ "--moc-path-progress": String(progress ?? 0) });
}

/** The icon id of a level, for `setIcon`. */
export function iconOfLevel(level: Level): string {
  return `moc-path-level-${level}`;
}

/** Makes the plugin's icons known to the app; returns what takes them away. */
export function addIcons(): () => void {
  for (const [id, svg] of ICONS) addIcon(id, svg);
  return () => {
    for (const id of ICONS.keys()) removeIcon(id);
  };
}
