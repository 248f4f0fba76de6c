// A new tab: nothing is open, and the ways to open something.
import { ItemView } from "./view";

export const EMPTY_VIEW = "empty";

export class EmptyView extends ItemView {
  override navigation = true;

  getViewType(): string {
    return EMPTY_VIEW;
  }

  getDisplayText(): string {
    return "New tab";
  }

  protected override onOpen(): Promise<void> {
    const boxEl = this.contentEl.createDiv("empty-state").createDiv("empty-state-container");
    boxEl.createDiv({ cls: "empty-state-title", text: "No file is open" });
    const listEl = boxEl.createDiv("empty-state-action-list");
    this.addChoice(listEl, "Open the command palette (Ctrl + P)", () =>
      this.app.commands.executeCommandById("command-palette:open"),
    );
    this.addChoice(listEl, "Close", () => this.leaf.detach());
    return Promise.resolve();
  }

  private addChoice(listEl: HTMLElement, text: string, act: () => unknown): void {
    listEl.createDiv({ cls: "empty-state-action tappable", text }).addEventListener("click", () => void act());
  }
}
