// Joins many requests of one moment into one call at its end.

/** Calls `act` once in the next microtask, however often the result is called before. */
export function onceSoon(act: () => void): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() => {
      isPlanned = false;
      act();
    });
  };
}
