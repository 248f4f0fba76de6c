// Files and folders of the vault, as plugins hold them.
import type { FileStats } from "obsidian";
import { nameOf } from "./paths";
import type { Vault } from "./vault";

export abstract class TAbstractFile {
  name = "";
  parent: TFolder | null = null;

  constructor(
    readonly vault: Vault,
    public path: string,
  ) {
    this.setPath(path);
  }

  /** Takes another path, as after a rename. */
  setPath(path: string): void {
    this.path = path;
    this.name = nameOf(path);
  }
}

export class TFile extends TAbstractFile {
  basename = "";
  extension = "";

  constructor(
    vault: Vault,
    path: string,
    public stat: FileStats,
  ) {
    super(vault, path);
    this.setPath(path);
  }

  override setPath(path: string): void {
    super.setPath(path);
    const dot = this.name.lastIndexOf(".");
    this.basename = dot > 0 ? this.name.slice(0, dot) : this.name;
    this.extension = dot > 0 ? this.name.slice(dot + 1).toLowerCase() : "";
  }
}

export class TFolder extends TAbstractFile {
  readonly children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === "/";
  }
}
