// The shapes of the four states, drawn once so that every place shows the same: shape carries the state, colour supports it.
import { addIcon, removeIcon } from "obsidian";
import type { State } from "../core/state";

const RING = `<circle cx="50" cy="50" r="37" fill="none" stroke="currentColor" stroke-width="9"/>`;

const SHAPES: Readonly<Record<State, string>> = {
  todo: RING,
  doing: `${RING}<path d="M50 24a26 26 0 0 0 0 52z" fill="currentColor"/>`,
  done: `<path fill="currentColor" fill-rule="evenodd" d="M50 8.500a41.500 41.500 0 1 0 0 83a41.500 41.500 0 1 0 0-83zM43.500 72L22.500 51l7-7L43.500 58L70.500 31l7 7z"/>`,
  skipped: `${RING}<path d="M24 76L76 24" stroke="currentColor" stroke-width="9"/>`,
};

/** The icon id of a state, for `setIcon`. */
export function iconOf(state: State): string {
  return `moc-path-${state}`;
}

/** Makes the state icons known to the app; returns what takes them away. */
export function addStateIcons(): () => void {
  for (const [state, svg] of Object.entries(SHAPES)) addIcon(`moc-path-${state}`, svg);
  return () => {
    for (const state of Object.keys(SHAPES)) removeIcon(`moc-path-${state}`);
  };
}
