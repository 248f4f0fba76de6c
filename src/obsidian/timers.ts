// The window's timers.
import type { Later } from "../progress/ports";

export const later: Later = (task, delay) => {
  const timer = window.setTimeout(task, delay);
  return () => window.clearTimeout(timer);
};
