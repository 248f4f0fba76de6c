// The shapes of the four states and of the three levels, drawn once so that every place shows the same: shape carries
// the state, colour supports it.
import { addIcon, removeIcon } from "obsidian";
import type { State } from "../../core/base/state";
import type { Level } from "../../core/roadmap/levels";

/** In a box of 14 pixels a circle is 11.8 across, its line 1.15 wide, or 1.5 where it is to be seen. */
const THIN = `fill="none" stroke="currentColor" stroke-width="8.200"`;
const RING = `<circle cx="50" cy="50" r="38" ${THIN}/>`;
const BOLD_RING = `<circle cx="50" cy="50" r="36.800" fill="none" stroke="currentColor" stroke-width="10.700"/>`;
const DISC = `<circle cx="50" cy="50" r="42" fill="currentColor" opacity="0.200"/>`;

const ROUND = `fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"`;
const TICK = `<path d="M33 51L45 63L67 38" ${ROUND} stroke-width="9.500"/>`;

const SHAPES: Readonly<Record<State, string>> = {
  todo: RING,
  doing: `${BOLD_RING}<path d="M50 26a24 24 0 0 1 0 48z" fill="currentColor"/>`,
  done: `${DISC}${TICK}`,
  skipped: `${RING}<path d="M24 76L76 24" ${THIN}/>`,
};

/** A note that is not written yet has no state; the one that comes next is to do, and to be seen. */
export const NEXT = "moc-path-next-up";
export const MISSING = "moc-path-missing";
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
