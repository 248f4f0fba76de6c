// The vault's files and folders by path, each in its folder.
import { TFolder, type TAbstractFile } from "./files";
import { parentOf } from "./paths";
import type { Vault } from "./vault";

export class FileTree {
  readonly root: TFolder;
  private readonly byPath = new Map<string, TAbstractFile>();

  constructor(vault: Vault) {
    this.root = new TFolder(vault, "/");
    this.byPath.set("/", this.root);
  }

  get(path: string): TAbstractFile | null {
    return this.byPath.get(path) ?? null;
  }

  all(): readonly TAbstractFile[] {
    return [...this.byPath.values()];
  }

  add(file: TAbstractFile): void {
    this.byPath.set(file.path, file);
    file.parent = this.folderOf(file.path);
    file.parent.children.push(file);
  }

  /** Takes out a file, or a folder with all in it; yields what is gone, folders last. */
  remove(file: TAbstractFile): readonly TAbstractFile[] {
    const gone = file instanceof TFolder ? [...file.children].flatMap((child) => this.remove(child)) : [];
    file.parent?.children.splice(file.parent.children.indexOf(file), 1);
    this.byPath.delete(file.path);
    return [...gone, file];
  }

  /** Moves a file, or a folder with all in it; yields what moved with its old path, the folder first. */
  move(file: TAbstractFile, to: string): readonly (readonly [TAbstractFile, string])[] {
    const from = file.path;
    const inside = this.all().filter((other) => other.path.startsWith(`${from}/`));
    file.parent?.children.splice(file.parent.children.indexOf(file), 1);
    const moved = [file, ...inside].map((one) => [one, one.path] as const);
    for (const [one, path] of moved) {
      this.byPath.delete(path);
      one.setPath(to + path.slice(from.length));
      this.byPath.set(one.path, one);
    }
    file.parent = this.folderOf(to);
    file.parent.children.push(file);
    return moved;
  }

  private folderOf(path: string): TFolder {
    const folder = this.get(parentOf(path));
    return folder instanceof TFolder ? folder : this.root;
  }
}
