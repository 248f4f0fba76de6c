// The storage of a device where it is full or out of reach: nothing else stops, and the reader is told once.
import { afterEach, describe, expect, it, vi } from "vitest";
import { DeviceMemory } from "../../src/obsidian/device-memory";
import type { App } from "obsidian";

const refuse = (): never => {
  throw new Error("QuotaExceededError");
};

afterEach(() => void vi.restoreAllMocks());

describe("the storage of a device", () => {
  it.each([
    ["says nothing of it, as Obsidian's does", (): void => undefined],
    ["throws", refuse],
  ])("says of each value whether it was kept, and tells the reader once that it is full: one that %s", (_, drop) => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const kept = new Map<string, unknown>();
    const app = {
      loadLocalStorage: (key: string): unknown => kept.get(key) ?? null,
      saveLocalStorage: (key: string, value: unknown): void => void (key === "big" ? drop() : kept.set(key, value)),
    };
    const full = vi.fn();
    const memory = new DeviceMemory(app as unknown as App, full);
    expect(["small", "big", "big", "other"].map((key) => memory.save(key, 1))).toEqual([true, false, false, true]);
    expect([full, warned].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    expect(memory.load("other")).toBe(1);
  });

  it("counts as empty where it cannot be read at all", () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const memory = new DeviceMemory({ loadLocalStorage: refuse } as unknown as App, vi.fn());
    expect(memory.load("moc-path-device")).toBeNull();
  });
});
