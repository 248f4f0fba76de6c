// @vitest-environment happy-dom
// Words said once at the foot of the sidebar, and when they go.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { en } from "../../../src/i18n/en";
import { drawOffer, footOf } from "../../../src/ui/sidebar/foot-offer";
import { installDom } from "../../host/dom/install";

installDom(window);

const TIME = 20_000;

describe("an offer at the foot of the sidebar", () => {
  const act = vi.fn();
  let footEl: HTMLElement;
  const offer = (): (() => void) => drawOffer(footEl, "Kept here", "Change", act, en);

  beforeEach(() => {
    vi.useFakeTimers();
    footEl = footOf(document.body);
  });
  afterEach(() => {
    vi.useRealTimers();
    act.mockClear();
    document.body.empty();
  });

  it("goes by itself after a while, but not from under the keyboard", () => {
    offer();
    vi.advanceTimersByTime(TIME - 1);
    expect(footEl.textContent).toBe("Kept hereChange");
    footEl.findAll("button").at(-1)?.focus();
    vi.advanceTimersByTime(TIME);
    expect(footEl.textContent).toBe("Kept hereChange");
    footEl.findAll("button").at(-1)?.blur();
    vi.advanceTimersByTime(TIME);
    expect(footEl.childElementCount).toBe(0);
    expect(act).not.toHaveBeenCalled();
  });

  it("goes when it is closed, taken back or answered, which alone does something; nothing is left running", () => {
    offer();
    footEl.find(".moc-path-offer-close").click();
    expect([footEl.childElementCount, vi.getTimerCount()]).toEqual([0, 0]);
    offer()();
    expect([footEl.childElementCount, vi.getTimerCount(), act.mock.calls.length]).toEqual([0, 0, 0]);
    offer();
    footEl.findAll("button").at(-1)?.click();
    expect([footEl.childElementCount, vi.getTimerCount(), act.mock.calls.length]).toEqual([0, 0, 1]);
  });
});
