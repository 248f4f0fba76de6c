// Hotkeys of commands: the last that a key is offered to.
import type { App } from "../app";
import { modifiersOf } from "../events/scope";

/** Gives every key that nothing else takes to the command that has it as its hotkey. */
export function registerHotkeys(app: App): void {
  app.scope.register(null, null, (event) => {
    const held = modifiersOf(event);
    const key = event.key.toLowerCase();
    const isRun = app.commands.executeHotkey(
      (hotkey) => hotkey.key.toLowerCase() === key && [...hotkey.modifiers].sort().join(",") === held,
    );
    return isRun ? false : undefined;
  });
}
