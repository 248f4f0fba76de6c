// The place where the files of a vault really are: the few calls that everything else is built on.

/** A file or folder. Paths are vault paths; times in milliseconds, size in bytes. */
export interface BackendEntry {
  readonly path: string;
  readonly kind: "file" | "folder";
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

/** Every call rejects with a message for people if it cannot be done. */
export interface VaultBackend {
  /** Everything there is, config folder and dot files included. */
  list(): Promise<readonly BackendEntry[]>;
  /** The entries at these paths, in their order; null where there is nothing. */
  stat(paths: readonly string[]): Promise<readonly (BackendEntry | null)[]>;
  read(path: string): Promise<Uint8Array>;
  /** Writes the whole file at once; its folder must be there. */
  write(path: string, data: Uint8Array): Promise<BackendEntry>;
  /** Removes a file, or a folder with all in it. */
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Makes a folder and those above it. */
  makeFolder(path: string): Promise<BackendEntry>;
  /**
   * Tells of paths where something may have changed, many at once, whoever changed it. Resolves, once nothing can be
   * missed, to what ends it.
   */
  watch(listener: ChangeListener): Promise<() => void>;
}

/** Resolves when the paths have been looked at. */
export type ChangeListener = (paths: readonly string[]) => Promise<void>;
