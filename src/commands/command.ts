// A command that is offered only while it can act.
import type { Plugin } from "obsidian";

/** Adds a command that acts only while `ready` gives what it needs. */
export function addCommand<T>(
  plugin: Plugin,
  id: string,
  name: string,
  icon: string,
  ready: () => T | null,
  act: (needed: T) => void,
): void {
  plugin.addCommand({
    ...{ id, name, icon },
    checkCallback: (isChecking) => {
      const needed = ready();
      if (needed !== null && !isChecking) act(needed);
      return needed !== null;
    },
  });
}
