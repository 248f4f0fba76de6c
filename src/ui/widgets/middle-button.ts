// The middle button opens in the background, as in a browser; what scrolls must not scroll by it instead.

/** Acts at a click of the middle button on an element or what is in it. */
export function onMiddleClick(el: HTMLElement, act: (event: MouseEvent) => void): void {
  el.addEventListener("mousedown", (event) => event.button === 1 && event.preventDefault());
  el.addEventListener("auxclick", (event) => {
    if (event.button !== 1) return;
    event.preventDefault();
    act(event);
  });
}
