// The window's timers, and the clock.
import type { Later } from "../progress/ports";

export const later: Later = (task, delay) => {
  const timer = window.setTimeout(task, delay);
  return () => window.clearTimeout(timer);
};

/** Milliseconds since 1970. */
export const now = (): number => Date.now();
