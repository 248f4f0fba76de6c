// The bar at the lower right edge of the window.

export class StatusBar {
  readonly containerEl: HTMLElement = createDiv("status-bar");

  /** Adds an empty item and returns its element; taking the element away takes the item away. */
  registerStatusBarItem(): HTMLElement {
    return this.containerEl.createDiv("status-bar-item");
  }
}
