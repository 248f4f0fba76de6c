// @vitest-environment happy-dom
// When a debounced function runs, and with what.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { debounce } from "./debounce";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("a debounced function", () => {
  it("runs once, with the latest arguments, counted from the first call", () => {
    const run = vi.fn();
    const debounced = debounce(run, 100);
    debounced("a");
    vi.advanceTimersByTime(60);
    debounced("b");
    vi.advanceTimersByTime(40);
    expect(run.mock.calls).toEqual([["b"]]);
    vi.advanceTimersByTime(200);
    expect(run).toHaveBeenCalledOnce();
  });

  it("counts from the last call if it is told to", () => {
    const run = vi.fn();
    const debounced = debounce(run, 100, true);
    debounced("a");
    vi.advanceTimersByTime(60);
    debounced("b");
    vi.advanceTimersByTime(60);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(40);
    expect(run.mock.calls).toEqual([["b"]]);
  });

  it("starts anew after it has run", () => {
    const run = vi.fn();
    const debounced = debounce(run, 100);
    for (const text of ["a", "b"]) {
      debounced(text);
      vi.advanceTimersByTime(100);
    }
    expect(run.mock.calls).toEqual([["a"], ["b"]]);
  });

  it("can be cancelled, or run at once, which says what came of it", () => {
    const run = vi.fn((text: string) => `${text}!`);
    const debounced = debounce(run, 100);
    expect(debounced("a").cancel().run()).toBeUndefined();
    expect(debounced("b").run()).toBe("b!");
    vi.advanceTimersByTime(200);
    expect(run).toHaveBeenCalledOnce();
  });
});
