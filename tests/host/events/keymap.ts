// The keyboard: which scope has it, and what modifiers mean for opening things.
import type { Modifier, PaneType } from "obsidian";
import { Platform } from "../platform";
import { modifiersOf, type Scope } from "./scope";

const keymaps = new WeakMap<Window, Keymap>();

/** The keymap that takes the keys of a window; undefined if nothing does. */
export function keymapOf(win: Window): Keymap | undefined {
  return keymaps.get(win);
}

function isModHeld({ ctrlKey, metaKey }: MouseEvent | TouchEvent | KeyboardEvent): boolean {
  return Platform.isMacOS ? metaKey : ctrlKey;
}

export class Keymap {
  private readonly scopes: Scope[] = [];
  /** The keys of the active view, asked before the app's own while nothing lies over both. */
  viewScope: Scope | null = null;

  /** Takes all keys of a window before any of its elements hears of them; returns what ends that. */
  listen(win: Window): () => void {
    const listener = (event: KeyboardEvent): void => this.onKey(event);
    win.addEventListener("keydown", listener, true);
    keymaps.set(win, this);
    return () => {
      win.removeEventListener("keydown", listener, true);
      keymaps.delete(win);
    };
  }

  pushScope(scope: Scope): void {
    this.popScope(scope);
    this.scopes.push(scope);
  }

  popScope(scope: Scope): void {
    const at = this.scopes.indexOf(scope);
    if (at >= 0) this.scopes.splice(at, 1);
  }

  private onKey(event: KeyboardEvent): void {
    const context = { modifiers: modifiersOf(event), key: event.key, vkey: event.key };
    const own = this.scopes.length > 1 ? null : this.viewScope;
    if ((own ?? this.scopes.at(-1))?.handleKey(event, context) === false) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    switch (modifier) {
      case "Mod":
        return isModHeld(event);
      case "Ctrl":
        return event.ctrlKey;
      case "Meta":
        return event.metaKey;
      case "Shift":
        return event.shiftKey;
      case "Alt":
        return event.altKey;
    }
  }

  /**
   * The place where a click or key with these modifiers opens things: Mod or the middle button a tab, with Alt a split,
   * with Alt and Shift a window.
   */
  static isModEvent(event?: UIEvent | null): PaneType | boolean {
    if (!event || !("ctrlKey" in event)) return false;
    const { altKey, shiftKey, button } = event as MouseEvent;
    const isMod = isModHeld(event as MouseEvent);
    if (!isMod && button !== 1) return false;
    return isMod && altKey ? (shiftKey ? "window" : "split") : "tab";
  }
}
