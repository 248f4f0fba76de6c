// The line between two parts of the layout that can be dragged.

/** Adds the line; `drag` gets the pointer's position with every move, `end` comes once when it is let go. */
export function addResizeHandle(
  parentEl: HTMLElement,
  drag: (event: PointerEvent) => void,
  end: () => void,
): HTMLElement {
  const handleEl = parentEl.createEl("hr", "workspace-leaf-resize-handle");
  handleEl.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    handleEl.setPointerCapture(event.pointerId);
    handleEl.addEventListener("pointermove", drag);
    handleEl.addEventListener(
      "lostpointercapture",
      () => {
        handleEl.removeEventListener("pointermove", drag);
        end();
      },
      { once: true },
    );
  });
  return handleEl;
}
