// When background work may run: before a frame is drawn, and in slices that leave the app responsive.
import type { Pace } from "../index/ports";

/** Milliseconds of work at a time: half a frame. */
const SLICE = 8;

/** Work tied to a window's frames and timers. */
export class FramePace implements Pace {
  private sliceStart = 0;

  soon(task: () => void): void {
    window.requestAnimationFrame(() => {
      this.sliceStart = performance.now();
      task();
    });
  }

  isSpent(): boolean {
    return performance.now() - this.sliceStart >= SLICE;
  }

  async breathe(): Promise<void> {
    if (!this.isSpent()) return;
    await new Promise((resolve) => window.setTimeout(resolve, 0));
    this.sliceStart = performance.now();
  }
}
