// @vitest-environment happy-dom
// The keys that the tree takes, and those it leaves to Obsidian and to writing.
import { describe, expect, it } from "vitest";
import { treeKey } from "../../../src/ui/tree/tree-keys";

const press = (key: string, init: KeyboardEventInit = {}): unknown =>
  treeKey(new KeyboardEvent("keydown", { key, ...init }));

describe("a key", () => {
  it("marks, moves, and extends a selection with Shift", () => {
    expect(press("d")).toEqual({ kind: "mark", state: "done" });
    expect(press("ArrowDown")).toEqual({ kind: "move", to: "down", isExtending: false });
    expect(press("End", { shiftKey: true })).toEqual({ kind: "move", to: "last", isExtending: true });
    expect(press("PageDown", { shiftKey: true })).toEqual({ kind: "move", to: "pageDown", isExtending: true });
    expect(press("Backspace")).toEqual({ kind: "back" });
    expect(press("a", { ctrlKey: true })).toEqual({ kind: "all" });
  });

  it("is left alone with a modifier, while a word is composed, or when it means nothing", () => {
    expect(press("d", { ctrlKey: true })).toBeNull();
    expect(press("d", { altKey: true })).toBeNull();
    expect(press("D", { shiftKey: true })).toBeNull();
    expect(press("d", { isComposing: true })).toBeNull();
    expect(press("x")).toBeNull();
  });

  it("means the same with caps lock on", () => {
    expect(press("D")).toEqual({ kind: "mark", state: "done" });
    expect(press("A", { ctrlKey: true })).toEqual({ kind: "all" });
    expect(press("d", { shiftKey: true })).toBeNull();
  });

  it("is a sign even where the keyboard needs Shift for it", () => {
    expect(press("/", { shiftKey: true })).toEqual({ kind: "search" });
  });
});
