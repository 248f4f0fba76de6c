// The meanings of keys while something has the keyboard.
import type { KeymapContext, Modifier } from "obsidian";
import { Platform } from "../platform";

export interface KeyHandler {
  readonly scope: Scope;
  readonly modifiers: string | null;
  readonly key: string | null;
  readonly func: (event: KeyboardEvent, context: KeymapContext) => unknown;
}

/** The modifiers held, in a form that can be compared. */
export function modifiersOf({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent | MouseEvent): string {
  const held = { Alt: altKey, Ctrl: ctrlKey, Meta: metaKey, Shift: shiftKey };
  return joined((["Alt", "Ctrl", "Meta", "Shift"] as const).filter((name) => held[name]));
}

/** `Mod` is the command key on Apple's devices, elsewhere Ctrl. */
function joined(modifiers: readonly Modifier[]): string {
  const mod: Modifier = Platform.isMacOS ? "Meta" : "Ctrl";
  return modifiers
    .map((name) => (name === mod ? "Mod" : name))
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
    this.handlers.push(handler);
    return handler;
  }

  unregister(handler: KeyHandler): void {
    const at = this.handlers.indexOf(handler);
    if (at >= 0) this.handlers.splice(at, 1);
  }

  /**
   * Gives a key to the handlers that fit, in the order in which they were registered. One for that very key ends the
   * walk, whatever it returns; one for any key ends it only by returning something. Then the parent is asked.
   */
  handleKey(event: KeyboardEvent, context: KeymapContext): unknown {
    const modifiers = modifiersOf(event);
    for (const one of [...this.handlers]) {
      if (one.modifiers !== null && one.modifiers !== modifiers) continue;
      if (one.key !== null && one.key !== event.key.toLowerCase()) continue;
      const answer = one.func(event, context);
      if (one.key !== null || answer !== undefined) return answer;
    }
    return this.parent?.handleKey(event, context);
  }
}
