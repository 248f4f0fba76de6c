// Watches the vault's folders and names the paths where something happened; what happens within a moment is told at
// once, since sync and git write hundreds of files in one go.
import { watch, type FSWatcher } from "node:fs";
import { join } from "node:path";
import { parentOf } from "../vault/paths";
import type { VaultFiles } from "./vault-files";

const MOMENT = 50;
/**
 * Linux watches folder by folder; elsewhere the system watches a whole tree, and watching folders one by one would
 * hinder moving them.
 */
const IS_BY_FOLDER = process.platform === "linux";

export class VaultWatch {
  private readonly watchers = new Map<string, FSWatcher>();
  private touched = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private started: Promise<void> | null = null;

  constructor(
    private readonly root: string,
    private readonly files: VaultFiles,
    private readonly tell: (paths: readonly string[]) => void,
  ) {}

  /** Resolves when nothing can be missed any more. Doing so again changes nothing. */
  start(): Promise<void> {
    this.started ??= this.watchBelow("").then(() => undefined);
    return this.started;
  }

  stop(): void {
    this.started = null;
    this.touched.clear();
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    for (const folder of [...this.watchers.keys()]) this.unwatch(folder);
  }

  /**
   * Watches a folder before looking into it, so that what comes meanwhile is seen one way or the other. Resolves to all
   * that is in it.
   */
  private async watchBelow(folder: string): Promise<readonly string[]> {
    if (IS_BY_FOLDER || folder === "") this.watchFolder(folder);
    const entries = await this.files.children(folder);
    const below = entries.map(async ({ kind, path }) =>
      kind === "folder" ? [path, ...(await this.watchBelow(path))] : [path],
    );
    return (await Promise.all(below)).flat();
  }

  private watchFolder(folder: string): void {
    if (this.watchers.has(folder)) return;
    try {
      const watcher = watch(join(this.root, folder), { recursive: !IS_BY_FOLDER, persistent: false });
      watcher.on("change", (_event, name) => this.touch(folder, String(name).replaceAll("\\", "/")));
      watcher.on("error", () => this.unwatch(folder));
      this.watchers.set(folder, watcher);
    } catch {
      this.touch(parentOf(folder), folder);
    }
  }

  private unwatch(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private touch(folder: string, name: string): void {
    this.touched.add(folder === "" ? name : `${folder}/${name}`);
    this.timer ??= setTimeout(() => void this.flush().catch((error: unknown) => this.report(error)), MOMENT);
  }

  /** A folder that is new here came with all that is in it. */
  private async flush(): Promise<void> {
    this.timer = null;
    const touched = [...this.touched];
    this.touched = new Set();
    for (const path of touched) this.unwatchBelow(path);
    const inside = await Promise.all(touched.map((path) => this.insideOf(path)));
    if (this.started) this.tell([...new Set([...touched, ...inside.flat()])]);
  }

  /** A folder that is removed while nobody watches any more is no fault. */
  private report(error: unknown): void {
    if (this.started) console.error(error);
  }

  private async insideOf(path: string): Promise<readonly string[]> {
    const entry = await this.files.find(path);
    return entry?.kind === "folder" ? this.watchBelow(path) : [];
  }

  /** A folder that was watched under this name may be gone, moved or another one now. */
  private unwatchBelow(path: string): void {
    for (const folder of [...this.watchers.keys()])
      if (folder === path || folder.startsWith(`${path}/`)) this.unwatch(folder);
  }
}
