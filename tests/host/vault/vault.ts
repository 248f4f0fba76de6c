// The vault: its files, changing them, and the events that tell of it. Every write goes to the backend and is logged.
import type { DataWriteOptions, FileStats } from "obsidian";
import { Events } from "../events/events";
import { DataAdapter } from "./adapter";
import type { BackendEntry, VaultBackend } from "./backend";
import { diskChanges, pathsToCheck, type DiskChange } from "./disk-changes";
import { TFile, TFolder, type TAbstractFile } from "./files";
import { isHidden, parentOf } from "./paths";
import { Queue } from "./queue";
import { decodeText, encodeText } from "./text";
import { FileTree } from "./tree";
import { WriteLog, type LoggedWrite } from "./write-log";

interface ReadText {
  readonly stat: FileStats;
  readonly text: string;
}

function statOf({ ctime, mtime, size }: BackendEntry): FileStats {
  return { ctime, mtime, size };
}

/** The app knows files by composed paths, also where the disk lists them decomposed, as a Mac's does. */
function composed(entry: BackendEntry): BackendEntry {
  return { ...entry, path: entry.path.normalize("NFC") };
}

/** A file's times are what the backend makes them. */
function refuseTimes(options: DataWriteOptions | undefined): void {
  for (const name of Object.keys(options ?? {}))
    throw new Error(`DataWriteOptions.${name} is not part of the stand-in app yet.`);
}

/** As everywhere but on Windows and Android, which refuse more. */
function refuseName(path: string): void {
  if (/[\\:]/.test(path)) throw new Error("File name cannot contain any of the following characters: \\ / :");
}

export class Vault extends Events {
  readonly adapter: DataAdapter;
  private readonly backend: WriteLog;
  private readonly tree = new FileTree(this);
  /**
   * As in the app, one queue for all that is written: nothing comes between reading and writing, whichever file it is.
   */
  private readonly queue = new Queue();
  private readonly readTexts = new WeakMap<TFile, ReadText>();
  private unwatch: () => void = () => undefined;

  constructor(
    backend: VaultBackend,
    readonly configDir: string,
    private readonly name = "Vault",
  ) {
    super();
    this.backend = new WriteLog(backend);
    this.adapter = new DataAdapter(this.backend);
  }

  /** Every write that reached the backend, in order. */
  get writeLog(): readonly LoggedWrite[] {
    return this.backend.writes;
  }

  /**
   * Finds the files there are, and tells of each as if it were new: so does the app. A folder without a config folder
   * gets one.
   */
  load(): Promise<void> {
    return this.queue.run(async () => {
      this.unwatch = await this.backend.watch((paths) => this.takeIn(paths));
      const all = await this.backend.list();
      if (!all.some(({ path }) => path === this.configDir)) await this.backend.makeFolder(this.configDir);
      const entries = all.map(composed).filter(({ path }) => !isHidden(path));
      for (const entry of entries.sort((a, b) => (a.path < b.path ? -1 : 1))) this.trigger("create", this.add(entry));
    });
  }

  /** No longer follows what other programs do to the files: the app is closed. */
  stopWatching(): void {
    this.unwatch();
  }

  getName(): string {
    return this.name;
  }

  getRoot(): TFolder {
    return this.tree.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.tree.get(path);
  }

  getFileByPath(path: string): TFile | null {
    const file = this.tree.get(path);
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const folder = this.tree.get(path);
    return folder instanceof TFolder ? folder : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.tree.all()];
  }

  getFiles(): TFile[] {
    return this.tree.all().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter(({ extension }) => extension === "md");
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.tree.all().filter((file) => file instanceof TFolder && (includeRoot || !file.isRoot())) as TFolder[];
  }

  async read(file: TFile): Promise<string> {
    return decodeText(await this.backend.read(file.path));
  }

  /** The text read last, as long as the app has not noticed that the file is another one. */
  async cachedRead(file: TFile): Promise<string> {
    const { stat } = file;
    const known = this.readTexts.get(file);
    if (known?.stat === stat) return known.text;
    const text = await this.read(file);
    this.readTexts.set(file, { stat, text });
    return text;
  }

  async readBinary(file: TFile): Promise<ArrayBuffer> {
    return new Uint8Array(await this.backend.read(file.path)).buffer;
  }

  create(path: string, data: string, options?: DataWriteOptions): Promise<TFile> {
    return this.createBinary(path, encodeText(data), options);
  }

  createBinary(path: string, data: ArrayBuffer | Uint8Array, options?: DataWriteOptions): Promise<TFile> {
    return this.queue.run(async () => {
      refuseTimes(options);
      refuseName(path);
      if (await this.adapter.exists(path)) throw new Error("File already exists.");
      const file = this.add(await this.backend.write(path, new Uint8Array(data)));
      if (!(file instanceof TFile)) throw new Error(`"${path}" is no file.`);
      this.trigger("create", file);
      return file;
    });
  }

  /** Makes a folder, and those above it that are not there. */
  createFolder(path: string): Promise<TFolder> {
    return this.queue.run(async () => {
      refuseName(path);
      if (await this.adapter.exists(path)) throw new Error("Folder already exists.");
      const missing = [path];
      for (let above = parentOf(path); above !== "" && !this.tree.get(above); above = parentOf(above))
        missing.unshift(above);
      for (const one of missing) this.trigger("create", this.add(await this.backend.makeFolder(one)));
      const folder = this.getFolderByPath(path);
      if (!folder) throw new Error(`"${path}" is no folder.`);
      return folder;
    });
  }

  async modify(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    await this.modifyBinary(file, encodeText(data), options);
  }

  async modifyBinary(file: TFile, data: ArrayBuffer | Uint8Array, options?: DataWriteOptions): Promise<void> {
    await this.queue.run(() => this.write(file, new Uint8Array(data), options));
  }

  async append(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    await this.process(file, (text) => text + data, options);
  }

  /**
   * Changes a file in one step: reads it, asks for the new text, writes it, and nothing comes between. Resolves to what
   * was written.
   */
  process(file: TFile, fn: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    return this.queue.run(async () => {
      this.checkPresent(file);
      const before = await this.read(file);
      const after = fn(before);
      if (after !== before) await this.write(file, encodeText(after), options);
      return after;
    });
  }

  delete(file: TAbstractFile, _force?: boolean): Promise<void> {
    return this.queue.run(async () => {
      this.checkPresent(file);
      await this.backend.remove(file.path);
      this.forget(file);
    });
  }

  /** Deletes the file: there is no trash here. */
  async trash(file: TAbstractFile, _system: boolean): Promise<void> {
    await this.delete(file);
  }

  /** Tells of the file, and of each file and folder inside it. Never of changed text. */
  rename(file: TAbstractFile, newPath: string): Promise<void> {
    return this.queue.run(async () => {
      this.checkPresent(file);
      if (await this.adapter.exists(newPath)) throw new Error("Destination file already exists!");
      await this.backend.rename(file.path, newPath);
      for (const [moved, oldPath] of this.tree.move(file, newPath)) this.trigger("rename", moved, oldPath);
    });
  }

  async copy(file: TFile, newPath: string): Promise<TFile> {
    return this.createBinary(newPath, await this.readBinary(file));
  }

  static recurseChildren(root: TFolder, cb: (file: TAbstractFile) => unknown): void {
    cb(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, cb);
      else cb(child);
    }
  }

  /**
   * Looks at paths where another program may have changed something, and tells of what it finds. Never of a rename:
   * nothing says that a file moved. Of hidden files the app itself is told, by the path alone.
   */
  private takeIn(paths: readonly string[]): Promise<void> {
    for (const path of paths) if (isHidden(path)) this.trigger("raw", path);
    return this.queue.run(async () => {
      const wanted = pathsToCheck(
        this.tree,
        paths.map((path) => path.normalize("NFC")),
      );
      if (wanted.length === 0) return;
      for (const change of diskChanges(this.tree, wanted, await this.backend.stat(wanted))) this.apply(change);
    });
  }

  private apply(change: DiskChange): void {
    if (change.kind === "create") return this.trigger("create", this.add(change.entry));
    if (change.kind === "delete") return this.forget(change.file);
    change.file.stat = statOf(change.entry);
    this.trigger("modify", change.file);
  }

  /** Takes a file, or a folder with all in it, out of the tree. */
  private forget(file: TAbstractFile): void {
    if (this.tree.get(file.path) !== file) return;
    for (const gone of this.tree.remove(file)) this.trigger("delete", gone);
  }

  private add(found: BackendEntry): TAbstractFile {
    const entry = composed(found);
    const file = entry.kind === "folder" ? new TFolder(this, entry.path) : new TFile(this, entry.path, statOf(entry));
    this.tree.add(file);
    return file;
  }

  private async write(file: TFile, data: Uint8Array, options?: DataWriteOptions): Promise<void> {
    refuseTimes(options);
    this.checkPresent(file);
    file.stat = statOf(await this.backend.write(file.path, data));
    this.trigger("modify", file);
  }

  private checkPresent(file: TAbstractFile): void {
    if (this.tree.get(file.path) !== file) throw new Error(`File not found: ${file.path}`);
  }
}
