// Elements that move to another window, and who wants to know.

interface Watched {
  readonly el: HTMLElement;
  readonly listener: (win: Window) => unknown;
  win: Window;
}

const watched = new Set<Watched>();

/** Calls back whenever the element is found in another window; returns what ends that. */
export function watchMigration(el: HTMLElement, listener: (win: Window) => unknown): () => void {
  const one: Watched = { el, listener, win: el.win };
  watched.add(one);
  return () => void watched.delete(one);
}

/** Called after a part of the layout has moved. */
export function tellMigrated(): void {
  for (const one of [...watched]) {
    const { win } = one.el;
    if (!one.el.isConnected || win === one.win) continue;
    one.win = win;
    one.listener(win);
  }
}
