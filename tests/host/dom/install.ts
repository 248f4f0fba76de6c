// Everything that obsidian.d.ts declares as global, put on a window: the app does so before anything else runs.
import { missing } from "../strict/missing";
import { defineBuiltins } from "./builtins";
import { defineCreation } from "./create";
import { define } from "./define";
import { defineListeners } from "./listeners";
import { defineNodes } from "./nodes";

type Globals = Window & typeof globalThis;

/** Adds what the app adds to a window. Doing so again changes nothing. */
export function installDom(win: Globals): void {
  defineBuiltins(win);
  defineNodes(win);
  defineCreation(win);
  defineListeners(win);
  define(win, {
    isBoolean: (value: unknown): boolean => typeof value === "boolean",
    fish: (selector: string): HTMLElement | null => win.document.querySelector<HTMLElement>(selector),
    fishAll: (selector: string): HTMLElement[] => Array.from(win.document.querySelectorAll<HTMLElement>(selector)),
    sleep: (ms: number): Promise<void> => new Promise((resolve) => win.setTimeout(resolve, ms)),
    nextFrame: (): Promise<void> => new Promise((resolve) => win.requestAnimationFrame(() => resolve())),
    ready(task: () => unknown): void {
      if (win.document.readyState === "loading") win.document.addEventListener("DOMContentLoaded", () => void task());
      else task();
    },
    ajax: missing("ajax"),
    ajaxPromise: missing("ajaxPromise"),
    activeWindow: win,
    activeDocument: win.document,
  });
}
