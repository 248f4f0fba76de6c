// The active leaf, and the file that it makes the active one; tells each change once, after the moment is over.
import type { TFile } from "../vault";
import { FileView } from "./file-view";
import type { WorkspaceLeaf } from "./leaf";
import { onceSoon } from "./once-soon";
import type { Workspace } from "./workspace";

const MOST_LAST_FILES = 10;

export class ActiveLeaf {
  leaf: WorkspaceLeaf | null = null;
  /** Paths of files opened, the latest first. */
  lastOpenFiles: string[] = [];
  private clock = 0;
  private toldLeaf: WorkspaceLeaf | null = null;
  private toldFile: TFile | null = null;

  constructor(private readonly workspace: Workspace) {}

  /**
   * The file of the active leaf, or else of the leaf that was active last among those of the main area and the windows
   * that show files; null if there is none.
   */
  get file(): TFile | null {
    if (this.leaf?.view instanceof FileView) return this.leaf.view.file;
    const recent = this.workspace.getMostRecentLeaf(undefined, ({ view }) => view instanceof FileView)?.view;
    return recent instanceof FileView ? recent.file : null;
  }

  set(leaf: WorkspaceLeaf | null): void {
    if (leaf) leaf.activeTime = ++this.clock;
    if (leaf !== this.leaf) {
      this.leaf?.containerEl.removeClass("mod-active");
      this.giveKeys(leaf);
      this.leaf = leaf;
      leaf?.containerEl.addClass("mod-active");
    }
    this.tell();
  }

  /** Tells what has changed since it was told last. */
  readonly tell = onceSoon(() => {
    if (this.leaf !== this.toldLeaf) {
      this.toldLeaf = this.leaf;
      this.workspace.trigger("active-leaf-change", this.leaf);
    }
    const { file } = this;
    if (file === this.toldFile) return;
    this.toldFile = file;
    if (file) this.remember(file);
    this.workspace.trigger("file-open", file);
  });

  /** The keys of the active view's scope come before the app's. */
  giveKeys(leaf: WorkspaceLeaf | null): void {
    this.workspace.app.keymap.viewScope = leaf?.view.scope ?? null;
  }

  private remember({ path }: TFile): void {
    this.lastOpenFiles = [path, ...this.lastOpenFiles.filter((one) => one !== path)].slice(0, MOST_LAST_FILES);
  }
}
