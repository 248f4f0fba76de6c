// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { installDom } from "../dom/install";
import { Keymap } from "../events/keymap";
import { Menu, nativeMenus } from "./menu";

const done: string[] = [];

function sampleMenu(): Menu {
  const menu = new Menu();
  menu.addItem((item) =>
    item
      .setTitle("One")
      .setSection("first")
      .onClick(() => done.push("one")),
  );
  menu.addItem((item) =>
    item
      .setTitle("Two")
      .setSection("second")
      .setDisabled(true)
      .onClick(() => done.push("two")),
  );
  menu.addItem((item) =>
    item
      .setTitle("Three")
      .setSection("first")
      .setChecked(true)
      .onClick(() => done.push("three")),
  );
  return menu.showAtPosition({ x: 10, y: 10 });
}

function titles(): (string | null)[] {
  return [...document.querySelectorAll(".menu-item-title")].map((el) => el.textContent);
}

function press(key: string): void {
  document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

let stopKeys = (): void => undefined;

beforeEach(() => {
  installDom(window);
  stopKeys = new Keymap().listen(window);
});
afterEach(() => {
  done.length = 0;
  press("Escape");
  stopKeys();
});

test("keys that are not the menu's go on to what has the keyboard", () => {
  const heard: string[] = [];
  const listener = (event: KeyboardEvent): void => void heard.push(event.key);
  document.addEventListener("keydown", listener);
  sampleMenu();
  for (const key of ["d", "ArrowDown", " "]) press(key);
  document.removeEventListener("keydown", listener);
  expect(heard).toEqual(["d", " "]);
});

test("rows of a section stand together, with a line between sections", () => {
  sampleMenu();
  expect(titles()).toEqual(["One", "Three", "Two"]);
  expect(document.querySelectorAll(".menu-separator")).toHaveLength(1);
  expect(document.querySelectorAll(".menu-item-icon.mod-checked .lucide-check")).toHaveLength(1);
});

test("arrows pass over disabled rows, and Enter does what the row says", () => {
  sampleMenu();
  press("ArrowDown");
  press("ArrowUp");
  expect(document.querySelector(".menu-item.selected")?.textContent).toBe("Three");
  press("Enter");
  expect(done).toEqual(["three"]);
  expect(document.querySelector(".menu")).toBeNull();
});

test("a disabled row does nothing when clicked", () => {
  sampleMenu();
  document.querySelector<HTMLElement>(".menu-item.is-disabled")?.click();
  expect(done).toEqual([]);
  expect(document.querySelector(".menu")).not.toBeNull();
});

test("Escape and a press outside close it, and tell that it is closed", () => {
  let closed = 0;
  sampleMenu().onHide(() => closed++);
  press("Escape");
  sampleMenu().onHide(() => closed++);
  document.body.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
  expect(closed).toBe(2);
});

test("another menu takes the place of the one that is open", () => {
  sampleMenu();
  sampleMenu();
  expect(document.querySelectorAll(".menu")).toHaveLength(1);
});

test("all handlers of one event fill the same menu", async () => {
  const event = new MouseEvent("contextmenu", { cancelable: true });
  Menu.forEvent(event).addItem((item) => item.setTitle("A"));
  Menu.forEvent(event).addItem((item) => item.setTitle("B"));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(titles()).toEqual(["A", "B"]);
  expect(event.defaultPrevented).toBe(true);
});

test("is the system's own where native menus are on: not in the page, and its rows act once it is gone", async () => {
  nativeMenus.isOn = true;
  const log: string[] = [];
  const menu = sampleMenu();
  menu.onHide(() => log.push("hidden"));
  expect([titles(), nativeMenus.titles()]).toEqual([[], ["One", "Two", "Three"]]);
  expect(() => nativeMenus.choose("Two")).toThrow("Two");
  nativeMenus.choose("Three");
  expect([log, done]).toEqual([["hidden"], []]);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect([done, nativeMenus.titles()]).toEqual([["three"], null]);
  new Menu()
    .setUseNativeMenu(false)
    .addItem((item) => item.setTitle("In the page"))
    .showAtPosition({ x: 0, y: 0 });
  expect(titles()).toEqual(["In the page"]);
  nativeMenus.isOn = false;
});
