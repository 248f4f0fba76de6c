// @vitest-environment happy-dom
// The scope that has the keyboard, what its handlers decide, and what modifiers mean.
import { afterEach, describe, expect, it, vi } from "vitest";
import { Platform, setDevice } from "../platform";
import { Keymap } from "./keymap";
import { Scope } from "./scope";

let stop = (): void => undefined;

function listening(...scopes: readonly Scope[]): Keymap {
  const keymap = new Keymap();
  stop = keymap.listen(window);
  for (const scope of scopes) keymap.pushScope(scope);
  return keymap;
}

/** Presses a key; whether its default was left alone. */
function press(key: string, held: KeyboardEventInit = {}): boolean {
  return document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
}

afterEach(() => stop());

describe("scopes", () => {
  it("have the keyboard in turn: the last one pushed, and what it names as its parent", () => {
    const [below, above] = [new Scope(), new Scope()];
    const [low, high] = [vi.fn(), vi.fn()];
    below.register([], "a", low);
    above.register([], "b", high);
    const keymap = listening(below, above);
    press("a");
    press("b");
    expect([low.mock.calls.length, high.mock.calls.length]).toEqual([0, 1]);
    keymap.popScope(above);
    press("a");
    expect(low).toHaveBeenCalledOnce();
    keymap.pushScope(new Scope(below));
    press("a");
    expect(low).toHaveBeenCalledTimes(2);
  });

  it("of the active view are asked before the app's, and not while a window or menu lies over both", () => {
    const [app, view, modal] = [new Scope(), new Scope(), new Scope()];
    const seen: string[] = [];
    for (const [name, scope] of Object.entries({ app, view, modal })) scope.register([], "a", () => seen.push(name));
    const keymap = listening(app);
    keymap.viewScope = view;
    press("a");
    keymap.pushScope(modal);
    keymap.viewScope = view;
    press("a");
    keymap.popScope(modal);
    press("a");
    expect(seen).toEqual(["view", "modal", "view"]);
  });

  it("want exactly the modifiers named, or any if null; a null key is every key", () => {
    const scope = new Scope();
    const seen: string[] = [];
    scope.register(["Mod", "Shift"], "K", () => seen.push("mod shift k"));
    scope.register([], "Enter", () => seen.push("enter"));
    scope.register(null, null, () => seen.push("any"));
    listening(scope);
    press("Enter");
    press("Enter", { altKey: true });
    press("k", { ctrlKey: true, shiftKey: true });
    press("k", { ctrlKey: true });
    expect(seen).toEqual(["enter", "any", "mod shift k", "any"]);
  });

  it("keep the default from happening only where a handler returns false", () => {
    const scope = new Scope();
    scope.register([], "a", () => false);
    const handler = scope.register([], "b", () => undefined);
    listening(scope);
    expect([press("a"), press("b"), press("c")]).toEqual([false, true, true]);
    scope.register([], "b", () => false);
    expect(press("b")).toBe(true);
    scope.unregister(handler);
    expect(press("b")).toBe(false);
  });

  it("ask their handlers in the order of registration: one of that very key ends the walk, one of any key only with an answer", () => {
    const parent = new Scope();
    const scope = new Scope(parent);
    const seen: string[] = [];
    parent.register(null, null, () => void seen.push("parent"));
    scope.register(null, null, () => void seen.push("any"));
    scope.register([], "a", () => void seen.push("a"));
    scope.register([], "a", () => void seen.push("never"));
    listening(scope);
    press("a");
    press("b");
    expect(seen).toEqual(["any", "a", "any", "parent"]);
  });

  it("take a key before anything on the page hears of it", () => {
    const [scope, heard] = [new Scope(), vi.fn()];
    scope.register([], "a", () => false);
    listening(scope);
    document.body.addEventListener("keydown", heard, { once: true });
    press("a");
    expect(heard).not.toHaveBeenCalled();
    press("b");
    expect(heard).toHaveBeenCalledOnce();
  });

  it("hear keys while text is being composed, too: whoever takes them has to look", () => {
    const [scope, heard] = [new Scope(), vi.fn()];
    scope.register(null, null, heard);
    listening(scope);
    press("a", { isComposing: true });
    expect(heard).toHaveBeenCalledOnce();
  });
});

describe("modifiers", () => {
  it.each([
    [{}, false],
    [{ shiftKey: true }, false],
    [{ ctrlKey: true }, "tab"],
    [{ button: 1 }, "tab"],
    [{ ctrlKey: true, altKey: true }, "split"],
    [{ ctrlKey: true, altKey: true, shiftKey: true }, "window"],
  ])("of a click %j open %j", (held, pane) => {
    expect(Keymap.isModEvent(new MouseEvent("click", held))).toBe(pane);
  });

  it("of a key count as well, and no event has none", () => {
    expect(Keymap.isModEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true }))).toBe("tab");
    expect(Keymap.isModEvent(null)).toBe(false);
  });

  it("are known by their names", () => {
    const event = new MouseEvent("click", { ctrlKey: true, altKey: true });
    const names = ["Mod", "Ctrl", "Meta", "Shift", "Alt"] as const;
    expect(names.filter((name) => Keymap.isModifier(event, name))).toEqual(["Mod", "Ctrl", "Alt"]);
  });
});

describe("on an Apple device", () => {
  afterEach(() => setDevice("desktop"));

  it("Mod is the command key, and Ctrl a key of its own", () => {
    setDevice("desktop", true);
    const scope = new Scope();
    const seen: string[] = [];
    scope.register(["Mod"], "a", () => void seen.push("Mod"));
    scope.register(["Ctrl"], "a", () => void seen.push("Ctrl"));
    listening(scope);
    press("a", { metaKey: true });
    press("a", { ctrlKey: true });
    expect(seen).toEqual(["Mod", "Ctrl"]);
    const click = (held: MouseEventInit): unknown => Keymap.isModEvent(new MouseEvent("click", held));
    expect([{ metaKey: true }, { ctrlKey: true }, { metaKey: true, altKey: true }].map(click)).toEqual([
      "tab",
      false,
      "split",
    ]);
  });

  it("phones and tablets say that they are Macs", () => {
    setDevice("phone", true);
    const { isMacOS, isIosApp, isAndroidApp, isDesktopApp } = Platform;
    expect({ isMacOS, isIosApp, isAndroidApp, isDesktopApp }).toEqual({
      isMacOS: true,
      isIosApp: true,
      isAndroidApp: false,
      isDesktopApp: false,
    });
  });
});
