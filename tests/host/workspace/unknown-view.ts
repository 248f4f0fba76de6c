// The view that stands in for one whose type nobody has registered, and keeps its state until somebody does.
import type { ViewStateResult } from "obsidian";
import type { WorkspaceLeaf } from "./leaf";
import { ItemView } from "./view";

export class UnknownView extends ItemView {
  override icon = "lucide-ghost";
  override navigation = true;
  private state: Record<string, unknown> = {};

  constructor(
    leaf: WorkspaceLeaf,
    readonly wantedType: string,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return this.wantedType;
  }

  getDisplayText(): string {
    return "Plugin no longer active";
  }

  override getState(): Record<string, unknown> {
    return this.state;
  }

  override setState(state: unknown, _result: ViewStateResult): Promise<void> {
    this.state = typeof state === "object" && state !== null ? { ...state } : {};
    return Promise.resolve();
  }

  protected override onOpen(): Promise<void> {
    const boxEl = this.contentEl.createDiv("empty-state").createDiv("empty-state-container");
    boxEl.createDiv({ cls: "empty-state-title", text: `No view of type "${this.wantedType}"` });
    boxEl.createDiv({ cls: "empty-state-action-list", text: "The plugin that shows it is not active." });
    return Promise.resolve();
  }
}
