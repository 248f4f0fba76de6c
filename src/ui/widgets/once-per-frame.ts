// Drawing once for many changes.

/**
 * A function that draws before the next frame, however often it is called until then; in whatever window the element
 * is.
 */
export function oncePerFrame(el: HTMLElement, draw: () => void): () => void {
  // A window that goes before its frame comes draws nothing: the element may be in another one by then.
  let planned: Window | null = null;
  return () => {
    const { win } = el;
    if (planned === win) return;
    planned = win;
    win.requestAnimationFrame(() => {
      if (planned !== win) return;
      planned = null;
      draw();
    });
  };
}
