// Hotkeys of commands: a key that is one is taken from everything on the page, even if its command cannot act.
import type { App } from "../app";
import { modifiersOf } from "../events/scope";

/** Gives every key that no scope before the app's takes to the command that has it as its hotkey. */
export function registerHotkeys(app: App): void {
  app.scope.register(null, null, (event) => {
    const held = modifiersOf(event);
    const key = event.key.toLowerCase();
    const isHotkey = app.commands.executeHotkey(
      (hotkey) => hotkey.key.toLowerCase() === key && [...hotkey.modifiers].sort().join(",") === held,
    );
    return isHotkey ? false : undefined;
  });
}

/** Escape that no scope before the app's takes brings the keyboard from a side view back to the last note. */
export function registerEscape(app: App): void {
  app.scope.register([], "Escape", () => {
    const { activeLeaf } = app.workspace;
    if (!activeLeaf || activeLeaf.view.navigation) return undefined;
    const note = app.workspace.getMostRecentLeaf(undefined, ({ view }) => view.navigation);
    if (note) app.workspace.setActiveLeaf(note, { focus: true });
    return false;
  });
}
