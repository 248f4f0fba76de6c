// The keys of the tree: what each of them asks for. Which row is meant, and what happens, is the tree's.
import { Keymap } from "obsidian";
import type { State } from "../../core/base/state";

export type TreeKey =
  | { readonly kind: "move"; readonly to: Move; readonly isExtending: boolean }
  | { readonly kind: "in" | "out" | "open" | "cycle" | "undo" | "back" | "next" | "search" | "help" | "all" | "clear" }
  | { readonly kind: "mark"; readonly state: State }
  | { readonly kind: "rate"; readonly value: number };

export type Move = "up" | "down" | "pageUp" | "pageDown" | "first" | "last";

const MOVES: ReadonlyMap<string, Move> = new Map([
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
  ["PageUp", "pageUp"],
  ["PageDown", "pageDown"],
  ["Home", "first"],
  ["End", "last"],
]);

const KEYS: ReadonlyMap<string, TreeKey> = new Map<string, TreeKey>([
  ["ArrowRight", { kind: "in" }],
  ["ArrowLeft", { kind: "out" }],
  ["Enter", { kind: "open" }],
  [" ", { kind: "cycle" }],
  ["d", { kind: "mark", state: "done" }],
  ["i", { kind: "mark", state: "doing" }],
  ["s", { kind: "mark", state: "skipped" }],
  ["t", { kind: "mark", state: "todo" }],
  ...[0, 1, 2, 3, 4, 5].map((value): [string, TreeKey] => [String(value), { kind: "rate", value }]),
  ["u", { kind: "undo" }],
  ["Backspace", { kind: "back" }],
  ["n", { kind: "next" }],
  ["/", { kind: "search" }],
  ["?", { kind: "help" }],
  ["Escape", { kind: "clear" }],
]);

/** Keys that some keyboards have only with Shift. */
const SIGNS = "/?";

/** The request a key makes; null for keys that are not the tree's. */
export function treeKey(event: KeyboardEvent): TreeKey | null {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (event.isComposing) return null;
  if (key === "Enter" && Keymap.isModifier(event, "Mod") && !shiftKey) return { kind: "open" };
  if (altKey) return null;
  if (ctrlKey || metaKey)
    return key.toLowerCase() === "a" && Keymap.isModifier(event, "Mod") && !shiftKey ? { kind: "all" } : null;
  const to = MOVES.get(key);
  if (to !== undefined) return { kind: "move", to, isExtending: shiftKey };
  // With caps lock on, letters are capitals without Shift.
  return shiftKey && !SIGNS.includes(key) ? null : (KEYS.get(key) ?? KEYS.get(key.toLowerCase()) ?? null);
}
