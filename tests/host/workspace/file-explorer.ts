// The list of all files and folders, in the left sidebar.
import { Keymap } from "../events/keymap";
import { Menu } from "../ui/menu";
import { setIcon } from "../ui/icons";
import { setTooltip } from "../ui/tooltip";
import { TFile, TFolder, type TAbstractFile } from "../vault";
import { FileTree } from "./file-tree";
import { ItemView } from "./view";

export const FILE_EXPLORER_VIEW = "file-explorer";

const UNFOLDED_KEY = "file-explorer-unfold";

export class FileExplorerView extends ItemView {
  override icon = "lucide-folder-closed";
  private tree: FileTree | null = null;
  private isDrawPlanned = false;

  getViewType(): string {
    return FILE_EXPLORER_VIEW;
  }

  getDisplayText(): string {
    return "Files";
  }

  protected override onOpen(): Promise<void> {
    this.drawHeader();
    const listEl = this.containerEl.createDiv("nav-files-container node-insert-event");
    this.contentEl.detach();
    this.tree = new FileTree(listEl, this.storedFolders(), {
      open: (file, event) => void this.openFile(file, event),
      menu: (file, event) => this.showMenu(file, event),
      menuOfMany: (files, event) => this.showMenuOfMany(files, event),
      foldersChanged: (paths) => this.app.saveLocalStorage(UNFOLDED_KEY, [...paths]),
    });
    this.watch();
    this.draw();
    return Promise.resolve();
  }

  private drawHeader(): void {
    const buttonsEl = this.containerEl.createDiv("nav-header").createDiv("nav-buttons-container");
    this.addButton(buttonsEl, "lucide-square-pen", "New note", () => void this.createNote());
    this.addButton(buttonsEl, "lucide-chevrons-down-up", "Collapse all", () => this.tree?.collapseAll());
  }

  private addButton(parentEl: HTMLElement, icon: string, title: string, act: () => void): void {
    const el = parentEl.createDiv("clickable-icon nav-action-button");
    setIcon(el, icon);
    setTooltip(el, title);
    el.addEventListener("click", act);
  }

  private watch(): void {
    const { vault, workspace } = this.app;
    const plan = (): void => this.planDraw();
    this.registerEvent(vault.on("create", plan));
    this.registerEvent(vault.on("delete", plan));
    this.registerEvent(vault.on("rename", plan));
    this.registerEvent(workspace.on("file-open", plan));
    workspace.onLayoutReady(plan);
  }

  private planDraw(): void {
    if (this.isDrawPlanned) return;
    this.isDrawPlanned = true;
    window.setTimeout(() => {
      this.isDrawPlanned = false;
      this.draw();
    });
  }

  private draw(): void {
    this.tree?.draw(this.app.vault.getRoot(), this.app.workspace.getActiveFile()?.path ?? null);
  }

  private async openFile(file: TFile, event: MouseEvent): Promise<void> {
    await this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file, { active: true });
  }

  private showMenu(file: TAbstractFile, event: MouseEvent): void {
    const menu = new Menu();
    if (file instanceof TFile) this.addFileItems(menu, file);
    this.app.workspace.trigger("file-menu", menu, file, "file-explorer-context-menu", this.leaf);
    menu.addItem((item) =>
      item
        .setSection("danger")
        .setTitle("Delete")
        .setIcon("lucide-trash-2")
        .setWarning(true)
        .onClick(() => void this.app.fileManager.trashFile(file)),
    );
    menu.showAtMouseEvent(event);
  }

  private showMenuOfMany(files: readonly TAbstractFile[], event: MouseEvent): void {
    const menu = new Menu();
    this.app.workspace.trigger("files-menu", menu, [...files], "file-explorer-context-menu", this.leaf);
    menu.addItem((item) =>
      item
        .setSection("danger")
        .setTitle("Delete")
        .setIcon("lucide-trash-2")
        .setWarning(true)
        .onClick(() => files.forEach((file) => void this.app.fileManager.trashFile(file))),
    );
    menu.showAtMouseEvent(event);
  }

  private addFileItems(menu: Menu, file: TFile): void {
    const { workspace } = this.app;
    const add = (title: string, icon: string, pane: "tab" | "split"): void => {
      menu.addItem((item) =>
        item
          .setSection("open")
          .setTitle(title)
          .setIcon(icon)
          .onClick(() => void workspace.getLeaf(pane).openFile(file)),
      );
    };
    add("Open in new tab", "lucide-file-plus", "tab");
    add("Open to the right", "lucide-separator-vertical", "split");
  }

  private async createNote(): Promise<void> {
    const { vault, workspace } = this.app;
    let name = "Untitled";
    for (let n = 1; vault.getAbstractFileByPath(`${name}.md`); n++) name = `Untitled ${n}`;
    await workspace.getLeaf(false).openFile(await vault.create(`${name}.md`, ""));
  }

  private storedFolders(): readonly string[] {
    const stored: unknown = this.app.loadLocalStorage(UNFOLDED_KEY);
    const paths = Array.isArray(stored) ? stored.filter((path): path is string => typeof path === "string") : [];
    return paths.filter(
      (path) => this.app.vault.getAbstractFileByPath(path) instanceof TFolder || !this.app.workspace.layoutReady,
    );
  }
}
