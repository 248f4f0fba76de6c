// The content of a leaf in the background of a restart until somebody looks at it: the view's type, state, title and
// icon.
import type { WorkspaceLeaf } from "./leaf";
import type { LeafLayout } from "./layout-types";
import { View } from "./view";

export class DeferredView extends View {
  constructor(
    leaf: WorkspaceLeaf,
    private readonly saved: LeafLayout["state"],
  ) {
    super(leaf);
    this.icon = saved.icon ?? this.icon;
  }

  getViewType(): string {
    return this.saved.type;
  }

  getDisplayText(): string {
    return this.saved.title ?? this.saved.type;
  }

  override getState(): Record<string, unknown> {
    return this.saved.state;
  }
}
