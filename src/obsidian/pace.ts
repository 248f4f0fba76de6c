// When background work may run: before a frame is drawn, and in slices that leave the app responsive.
import type { Pace } from "../index/ports";
import { Slice } from "./time-slices";
import { later } from "./timers";

/** Windows that are hidden draw no frames: so many milliseconds are waited for one. */
const PATIENCE = 250;

/** Work tied to a window's frames and timers. */
export class FramePace implements Pace {
  private readonly slice = new Slice();
  /** True if something has run that the next frame is to show. */
  private isFrameTaken = false;
  private readonly waiting: (() => void)[] = [];

  soon(task: () => void): void {
    if (this.isFrameTaken) this.waiting.push(task);
    else this.run(task);
  }

  /** Runs a task for the next frame, without waiting for that to begin, and what waits for the frame after it then. */
  private run(task: () => void): void {
    this.isFrameTaken = true;
    window.setTimeout(() => {
      this.slice.begin();
      task();
    }, 0);
    onFrame(() => {
      this.isFrameTaken = false;
      const next = this.waiting.shift();
      if (next) this.run(next);
    });
  }

  readonly later = later;

  readonly isSpent = this.slice.isSpent;

  readonly breathe = async (): Promise<void> => {
    if (!this.isSpent()) return;
    await nextTask();
    this.slice.begin();
  };

  async painted(): Promise<void> {
    // A frame may begin before the task that draws: its own comes after that.
    await nextTask();
    await new Promise<void>((resolve) => onFrame(resolve));
    await nextTask();
    this.slice.begin();
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, 0));
}

/** Calls back at the next frame, or after a while where none is drawn. */
function onFrame(callback: () => void): void {
  const run = (): void => {
    window.cancelAnimationFrame(frame);
    window.clearTimeout(timer);
    callback();
  };
  const frame = window.requestAnimationFrame(run);
  const timer = window.setTimeout(run, PATIENCE);
}
