// When background work may run, beside the frames of a window.
import { afterEach, expect, it, vi } from "vitest";
import { FramePace } from "../../src/obsidian/pace";

/** A window whose tasks and frames come only when told to. */
class ManualWindow {
  private tasks: (() => void)[] = [];
  private frames: (() => void)[] = [];

  setTimeout(task: () => void, delay = 0): number {
    return delay === 0 ? this.tasks.push(task) : 0;
  }

  clearTimeout(): void {}

  requestAnimationFrame(callback: () => void): number {
    return this.frames.push(callback);
  }

  cancelAnimationFrame(): void {}

  async task(): Promise<void> {
    this.tasks.shift()?.();
    await Promise.resolve().then(() => undefined);
  }

  async frame(): Promise<void> {
    for (const callback of this.frames.splice(0)) callback();
    await Promise.resolve().then(() => undefined);
  }
}

afterEach(() => vi.unstubAllGlobals());

it("what waits for changes to be painted comes after the frame behind their drawing, not one before", async () => {
  const window = new ManualWindow();
  vi.stubGlobal("window", window);
  const pace = new FramePace();
  const done: string[] = [];
  pace.soon(() => done.push("drawn"));
  void pace.painted().then(() => done.push("went on"));
  await window.frame();
  await window.task();
  expect(done).toEqual(["drawn"]);
  await window.task();
  await window.task();
  expect(done).toEqual(["drawn"]);
  await window.frame();
  expect(done).toEqual(["drawn"]);
  await window.task();
  expect(done).toEqual(["drawn", "went on"]);
});
