// The shapes of the four states and of the three levels, drawn once so that every place shows the same: shape carries
// the state, colour supports it.
import { addIcon, removeIcon, setIcon } from "obsidian";
import type { EntryKind } from "../../core/roadmap/model";
import type { State } from "../../core/base/state";
import type { Level } from "../../core/roadmap/levels";

const RING = `<circle cx="50" cy="50" r="37" fill="none" stroke="currentColor" stroke-width="9"/>`;

const SHAPES: Readonly<Record<State, string>> = {
  todo: RING,
  doing: `${RING}<path d="M50 24a26 26 0 0 0 0 52z" fill="currentColor"/>`,
  done: `<path fill="currentColor" fill-rule="evenodd" d="M50 8.500a41.500 41.500 0 1 0 0 83a41.500 41.500 0 1 0 0-83zM43.500 72L22.500 51l7-7L43.500 58L70.500 31l7 7z"/>`,
  skipped: `${RING}<path d="M24 76L76 24" stroke="currentColor" stroke-width="9"/>`,
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
  ...Object.entries(LEVEL_SHAPES).map(([level, svg]) => [`moc-path-level-${level}`, svg] as const),
]);

/** The icon id of a state, for `setIcon`. */
export function iconOf(state: State): string {
  return `moc-path-${state}`;
}

/**
 * Draws what stands for the state of an entry: its icon, for a map a ring filled by that map's progress, for a missing
 * note a pen.
 */
export function drawState(el: HTMLElement, kind: EntryKind, state: State, mapProgress: number | null): void {
  el.addClass(`mod-${state}`);
  if (kind === "missing") setIcon(el, "pencil");
  else if (kind === "map") {
    drawRing(el, mapProgress);
    el.toggleClass("is-done", state === "done");
  } else setIcon(el, iconOf(state));
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
