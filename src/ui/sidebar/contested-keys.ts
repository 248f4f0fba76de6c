// Keys of the sidebar that the app would take before any element hears of them.
import { Scope, type App, type Modifier } from "obsidian";

/**
 * Keys of the tree that are hotkeys of the app, too, which takes them before any element hears of them, or that the app
 * means otherwise in a sidebar. Only a scope of the view is asked before the app.
 */
const CONTESTED_KEYS: readonly (readonly [modifiers: readonly Modifier[], key: string])[] = [
  [["Mod"], "Enter"],
  [["Mod", "Alt"], "Enter"],
  [["Mod", "Alt", "Shift"], "Enter"],
  [[], "Escape"],
];

/** A scope of a view that is asked before the app: `takes` tells whether a key has done something. */
export function contestedScope(app: App, takes: (event: KeyboardEvent) => boolean): Scope {
  const scope = new Scope(app.scope);
  for (const [modifiers, key] of CONTESTED_KEYS)
    scope.register([...modifiers], key, (event) => (takes(event) ? false : undefined));
  return scope;
}
