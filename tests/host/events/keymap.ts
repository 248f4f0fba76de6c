// The keyboard: which scope has it, and what modifiers mean for opening things.
import type { Modifier, PaneType } from "obsidian";
import { modifiersOf, type Scope } from "./scope";

export class Keymap {
  private readonly scopes: Scope[] = [];

  /** Takes all keys of a document; returns what ends that. */
  listen(doc: Document): () => void {
    const listener = (event: KeyboardEvent): void => this.onKey(event);
    doc.addEventListener("keydown", listener);
    return () => doc.removeEventListener("keydown", listener);
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
    if (event.defaultPrevented || event.isComposing) return;
    const context = { modifiers: modifiersOf(event), key: event.key, vkey: event.key };
    if (this.scopes.at(-1)?.handleKey(event, context) === false) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    switch (modifier) {
      case "Mod":
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

  /** Where a click or key with these modifiers opens things: Mod or the middle button a tab, with Alt a split, with Alt and Shift a window. */
  static isModEvent(event?: UIEvent | null): PaneType | boolean {
    if (!event || !("ctrlKey" in event)) return false;
    const { ctrlKey, altKey, shiftKey, button } = event as MouseEvent;
    if (!ctrlKey && button !== 1) return false;
    return ctrlKey && altKey ? (shiftKey ? "window" : "split") : "tab";
  }
}
