// Which keys mean what while something has the keyboard.
import type { KeymapContext, Modifier } from "obsidian";

export interface KeyHandler {
  readonly scope: Scope;
  readonly modifiers: string | null;
  readonly key: string | null;
  readonly func: (event: KeyboardEvent, context: KeymapContext) => unknown;
}

/** The modifiers held, in a form that can be compared: `Mod` is Ctrl here. */
export function modifiersOf(event: KeyboardEvent | MouseEvent): string {
  const held = [event.altKey && "Alt", event.ctrlKey && "Mod", event.metaKey && "Meta", event.shiftKey && "Shift"];
  return held.filter((name) => name !== false).join(",");
}

function joined(modifiers: readonly Modifier[]): string {
  return modifiers
    .map((name) => (name === "Ctrl" ? "Mod" : name))
    .sort()
    .join(",");
}

export class Scope {
  private readonly handlers: KeyHandler[] = [];

  /** `parent` is asked for keys that this scope does not know. */
  constructor(private readonly parent?: Scope) {}

  /** Null modifiers stand for any, a null key for every key. A handler that returns false prevents the default. */
  register(modifiers: Modifier[] | null, key: string | null, func: KeyHandler["func"]): KeyHandler {
    const handler: KeyHandler = {
      scope: this,
      modifiers: modifiers && joined(modifiers),
      key: key?.toLowerCase() ?? null,
      func,
    };
    this.handlers.unshift(handler);
    return handler;
  }

  unregister(handler: KeyHandler): void {
    const at = this.handlers.indexOf(handler);
    if (at >= 0) this.handlers.splice(at, 1);
  }

  /** Gives a key to the first handler that fits; what that returns, or undefined if none does. */
  handleKey(event: KeyboardEvent, context: KeymapContext): unknown {
    const modifiers = modifiersOf(event);
    const handler = this.handlers.find(
      (one) =>
        (one.modifiers === null || one.modifiers === modifiers) &&
        (one.key === null || one.key === event.key.toLowerCase()),
    );
    return handler ? handler.func(event, context) : this.parent?.handleKey(event, context);
  }
}
