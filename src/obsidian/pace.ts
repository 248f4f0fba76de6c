// When background work may run: before a frame is drawn, and in slices that leave the app responsive.
import type { Pace } from "../index/ports";

/** Milliseconds of work at a time: half a frame. */
const SLICE = 8;
/** Windows that are hidden draw no frames: so many milliseconds are waited for one. */
const PATIENCE = 250;

/** Work tied to a window's frames and timers. */
export class FramePace implements Pace {
  private sliceStart = 0;

  soon(task: () => void): void {
    const run = (): void => {
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
      this.sliceStart = performance.now();
      task();
    };
    const frame = window.requestAnimationFrame(run);
    const timer = window.setTimeout(run, PATIENCE);
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
