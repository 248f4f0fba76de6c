// A function that waits until calls to it have settled.

export interface Debouncer<T extends unknown[], V> {
  (...args: T): Debouncer<T, V>;
  /** Drops what is waiting. */
  cancel(): Debouncer<T, V>;
  /** Runs at once what is waiting; undefined if nothing is. */
  run(): V | undefined;
}

/** Calls `cb` with the latest arguments `timeout` ms after the first call, or after the last one if `resetTimer`. */
export function debounce<T extends unknown[], V>(
  cb: (...args: T) => V,
  timeout = 0,
  resetTimer = false,
): Debouncer<T, V> {
  let timer: number | null = null;
  let waiting: T | null = null;
  const run = (): V | undefined => {
    const args = waiting;
    cancel();
    return args ? cb(...args) : undefined;
  };
  const cancel = (): Debouncer<T, V> => {
    if (timer !== null) window.clearTimeout(timer);
    timer = waiting = null;
    return debounced;
  };
  const fire = (): void => {
    // The timers of a page that was left go on in happy-dom, where those of a browser do not.
    if (typeof window !== "undefined") run();
  };
  const call = (...args: T): Debouncer<T, V> => {
    waiting = args;
    if (timer !== null && resetTimer) window.clearTimeout(timer);
    if (timer === null || resetTimer) timer = window.setTimeout(fire, timeout);
    return debounced;
  };
  const debounced: Debouncer<T, V> = Object.assign(call, { cancel, run });
  return debounced;
}
