// The rows of the file explorer: folders first, each level by name; only unfolded folders are drawn.
import { setIcon } from "../ui/icons";
import { TFile, TFolder, type TAbstractFile } from "../vault";

export interface FileTreeActions {
  open(file: TFile, event: MouseEvent): void;
  menu(file: TAbstractFile, event: MouseEvent): void;
  /** The menu of all files that are selected. */
  menuOfMany(files: readonly TAbstractFile[], event: MouseEvent): void;
  foldersChanged(unfolded: ReadonlySet<string>): void;
}

const INDENT = 17;
const BASE_PADDING = 24;

export class FileTree {
  private readonly unfolded: Set<string>;
  private root: TFolder | null = null;
  private activePath: string | null = null;
  /** Alt+click selects. */
  private readonly selected = new Set<TAbstractFile>();

  constructor(
    private readonly containerEl: HTMLElement,
    unfolded: readonly string[],
    private readonly actions: FileTreeActions,
  ) {
    this.unfolded = new Set(unfolded);
  }

  draw(root: TFolder, activePath: string | null): void {
    this.root = root;
    this.activePath = activePath;
    const { scrollTop } = this.containerEl;
    const rootEl = createDiv("tree-item nav-folder mod-root");
    this.drawChildren(rootEl.createDiv("tree-item-children nav-folder-children"), root, 0);
    this.containerEl.replaceChildren(rootEl);
    this.containerEl.scrollTop = scrollTop;
  }

  collapseAll(): void {
    this.unfolded.clear();
    this.changed();
  }

  private drawChildren(parentEl: HTMLElement, folder: TFolder, depth: number): void {
    for (const child of [...folder.children].sort(byKindAndName)) {
      if (child instanceof TFolder) this.drawFolder(parentEl, child, depth);
      else if (child instanceof TFile) this.drawFile(parentEl, child, depth);
    }
  }

  private drawFolder(parentEl: HTMLElement, folder: TFolder, depth: number): void {
    const isFolded = !this.unfolded.has(folder.path);
    const itemEl = parentEl.createDiv("tree-item nav-folder");
    itemEl.toggleClass("is-collapsed", isFolded);
    const selfEl = this.row(itemEl, folder, "nav-folder-title mod-collapsible", depth);
    const iconEl = selfEl.createDiv("tree-item-icon collapse-icon");
    iconEl.toggleClass("is-collapsed", isFolded);
    setIcon(iconEl, "right-triangle");
    selfEl.createDiv({ cls: "tree-item-inner nav-folder-title-content", text: folder.name });
    selfEl.addEventListener("click", () => this.toggle(folder));
    if (!isFolded) this.drawChildren(itemEl.createDiv("tree-item-children nav-folder-children"), folder, depth + 1);
  }

  private drawFile(parentEl: HTMLElement, file: TFile, depth: number): void {
    const selfEl = this.row(parentEl.createDiv("tree-item nav-file"), file, "nav-file-title tappable", depth);
    selfEl.toggleClass("is-active", file.path === this.activePath);
    const isNote = file.extension === "md";
    selfEl.createDiv({ cls: "tree-item-inner nav-file-title-content", text: isNote ? file.basename : file.name });
    if (!isNote) selfEl.createDiv({ cls: "nav-file-tag", text: file.extension });
    selfEl.toggleClass("is-selected", this.selected.has(file));
    selfEl.addEventListener("click", (event) => (event.altKey ? this.flip(file, selfEl) : this.open(file, event)));
    selfEl.addEventListener("auxclick", (event) => event.button === 1 && this.actions.open(file, event));
  }

  private row(itemEl: HTMLElement, file: TAbstractFile, cls: string, depth: number): HTMLElement {
    const selfEl = itemEl.createDiv({ cls: `tree-item-self is-clickable ${cls}`, attr: { "data-path": file.path } });
    selfEl.style.marginInlineStart = `${-depth * INDENT}px`;
    selfEl.style.paddingInlineStart = `${BASE_PADDING + depth * INDENT}px`;
    selfEl.addEventListener("contextmenu", (event) => {
      const isOfMany = this.selected.has(file) && this.selected.size > 1;
      if (isOfMany) this.actions.menuOfMany([...this.selected], event);
      else this.actions.menu(file, event);
    });
    return selfEl;
  }

  private flip(file: TFile, el: HTMLElement): void {
    if (!this.selected.delete(file)) this.selected.add(file);
    el.toggleClass("is-selected", this.selected.has(file));
  }

  private open(file: TFile, event: MouseEvent): void {
    this.selected.clear();
    this.containerEl.findAll(".is-selected").forEach((el) => el.removeClass("is-selected"));
    this.actions.open(file, event);
  }

  private toggle(folder: TFolder): void {
    if (!this.unfolded.delete(folder.path)) this.unfolded.add(folder.path);
    this.changed();
  }

  private changed(): void {
    this.actions.foldersChanged(this.unfolded);
    if (this.root) this.draw(this.root, this.activePath);
  }
}

function byKindAndName(a: TAbstractFile, b: TAbstractFile): number {
  const folders = Number(b instanceof TFolder) - Number(a instanceof TFolder);
  return folders || a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: "base" });
}
