// Tells all who follow the vault what happens to notes and files, in the order in which it happens. Thousands can come
// and go at once, as with a renamed folder or a pull: after the first milliseconds the others are told in slices
// between frames.
import { TFile, type App, type EventRef, type TAbstractFile } from "obsidian";
import type { VaultFollower } from "../index/ports";
import { log } from "./log";
import { TimeSlices } from "./time-slices";

/** Is told of what it has a method for. */
export interface Follower extends Partial<VaultFollower> {
  folderRenamed?(path: string, oldPath: string): void;
}

type Tell = (follower: Follower) => void;

export class VaultEvents {
  private readonly followers = new Map<Follower, string>();
  readonly slices = new TimeSlices();

  constructor(private readonly app: App) {}

  /** Tells a follower, whose name the log gives where it fails, of all that happens; returns what ends that. */
  follow(name: string, follower: Follower): () => void {
    this.followers.set(follower, name);
    return () => this.followers.delete(follower);
  }

  /** Follows the vault from now on. `register` releases each subscription with its owner. */
  begin(register: (ref: EventRef) => void): void {
    const { vault, metadataCache } = this.app;
    register(
      metadataCache.on("changed", ({ path }, text, cache) =>
        this.happened(path, (one) => one.changed?.(path, text, cache)),
      ),
    );
    register(vault.on("create", (file) => this.happenedTo(file, (one, path) => one.created?.(path))));
    register(vault.on("delete", (file) => this.happenedTo(file, (one, path) => one.removed?.(path))));
    // A renamed folder is told of for each of its files as well.
    register(
      vault.on("rename", (file, oldPath) => {
        const { path } = file;
        if (file instanceof TFile) this.happened(path, (one) => one.renamed?.(path, oldPath));
        else this.happened(path, (one) => one.folderRenamed?.(path, oldPath));
      }),
    );
  }

  private happenedTo(file: TAbstractFile, tell: (follower: Follower, path: string) => void): void {
    const { path } = file;
    if (file instanceof TFile) this.happened(path, (one) => tell(one, path));
  }

  private happened(path: string, tell: Tell): void {
    this.slices.run(() => {
      for (const [follower, name] of this.followers) {
        try {
          tell(follower);
        } catch (error) {
          log(`${name} could not follow what happened to ${path}.`, error);
        }
      }
    });
  }
}
