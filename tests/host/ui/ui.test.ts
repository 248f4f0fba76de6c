// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { installDom } from "../dom/install";
import { startTestApp } from "../test-app";
import { FuzzySuggestModal } from "./fuzzy-suggest-modal";
import { addIcon, getIcon, getIconIds, removeIcon, setIcon } from "./icons";
import { Modal } from "./modal";
import { Notice } from "./notice";
import { SearchComponent } from "./text";
import { setTooltip } from "./tooltip";

beforeEach(() => installDom(window));
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

function press(key: string): void {
  document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

describe("icons", () => {
  test("Lucide's are known with and without their prefix", () => {
    expect(getIcon("x")?.getAttribute("class")).toBe("svg-icon lucide-x");
    expect(getIcon("lucide-x")?.childElementCount).toBe(2);
    expect(getIconIds()).toContain("lucide-route");
  });

  test("an added one is drawn in its own box until it is removed", () => {
    addIcon("my-ring", '<circle cx="50" cy="50" r="40"/>');
    const el = createDiv();
    setIcon(el, "my-ring");
    expect(el.querySelector("svg.my-ring")?.getAttribute("viewBox")).toBe("0 0 100 100");
    expect(el.querySelector("circle")?.namespaceURI).toBe("http://www.w3.org/2000/svg");
    removeIcon("my-ring");
    expect(getIcon("my-ring")).toBeNull();
  });

  test("setting one replaces the one before; an unknown id leaves the element empty", () => {
    const el = createDiv();
    setIcon(el, "x");
    setIcon(el, "check");
    expect(el.childElementCount).toBe(1);
    setIcon(el, "no-such-icon");
    expect(el.childElementCount).toBe(0);
  });
});

describe("a notice", () => {
  test("goes by itself, and at once when clicked", () => {
    vi.useFakeTimers();
    const notice = new Notice("Saved", 1000);
    new Notice("Stays", 0);
    vi.advanceTimersByTime(1001);
    expect(document.querySelectorAll(".notice")).toHaveLength(1);
    expect(notice.noticeEl.isConnected).toBe(false);
    document.querySelector<HTMLElement>(".notice")?.click();
    expect(document.querySelector(".notice-container")).toBeNull();
  });

  test("shows another message, elements included", () => {
    const fragment = createFragment();
    fragment.createEl("button", { text: "Undo" });
    const notice = new Notice("One").setMessage(fragment);
    expect(notice.messageEl.querySelector("button")?.textContent).toBe("Undo");
  });
});

test("a tooltip's text and place are left on the element, and taken away with an empty text", () => {
  const el = createDiv();
  setTooltip(el, "Open", { placement: "top", delay: 10 });
  expect([el.getAttribute("aria-label"), el.dataset.tooltipPosition, el.dataset.tooltipDelay]).toEqual([
    "Open",
    "top",
    "10",
  ]);
  setTooltip(el, "");
  expect(el.hasAttribute("aria-label")).toBe(false);
});

test("a search field clears with its button and tells so", () => {
  const told: string[] = [];
  const search = new SearchComponent(document.body.createDiv()).setValue("map").onChange((value) => told.push(value));
  search.clearButtonEl.click();
  expect([search.getValue(), ...told]).toEqual(["", ""]);
});

describe("modals", () => {
  test("Escape closes the one on top", async () => {
    const { app } = await startTestApp({});
    const closed: string[] = [];
    const open = (name: string): void =>
      new Modal(app)
        .setTitle(name)
        .setCloseCallback(() => closed.push(name))
        .open();
    open("below");
    open("above");
    press("Escape");
    expect(closed).toEqual(["above"]);
    press("Escape");
    expect(closed).toEqual(["above", "below"]);
    await app.close();
  });

  test("a prompt filters, moves with the arrows and chooses with Enter", async () => {
    const { app } = await startTestApp({});
    const chosen: string[] = [];
    class FruitModal extends FuzzySuggestModal<string> {
      getItems(): string[] {
        return ["apple", "banana", "cherry banana"];
      }
      getItemText(item: string): string {
        return item;
      }
      onChooseItem(item: string): void {
        chosen.push(item);
      }
    }
    const modal = new FruitModal(app);
    modal.open();
    modal.inputEl.value = "ban";
    modal.inputEl.dispatchEvent(new Event("input"));
    expect([...modal.resultContainerEl.children].map((el) => el.textContent)).toEqual(["banana", "cherry banana"]);
    press("ArrowDown");
    press("Enter");
    expect(chosen).toEqual(["cherry banana"]);
    expect(document.querySelector(".prompt")).toBeNull();
    await app.close();
  });
});
