// Drawing once for many changes.

/**
 * A function that draws before the next frame, however often it is called until then; in whatever window the element
 * is.
 */
export function oncePerFrame(el: HTMLElement, draw: () => void): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    el.win.requestAnimationFrame(() => {
      isPlanned = false;
      draw();
    });
  };
}
