// The app's log, for whoever looks after it, and the fences that tell it of what fails.
import type { Log } from "../core/base/log";

export const log: Log = (message, why) => console.error("MOC Path:", message, why);

/** Does something, and goes on where that throws. `failure` is the sentence that says so. */
export function fenced(failure: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    log(failure, error);
  }
}

/** Resolves when work has ended, even if it failed. `failure` is the sentence that says so. */
export function logged(failure: string, work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => log(failure, error));
}
