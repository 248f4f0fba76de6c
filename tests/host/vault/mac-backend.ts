// A vault in memory whose disk is as a Mac's or a Windows machine's may be: names are kept decomposed, and found in
// either form and whatever their case.
import type { BackendEntry, ChangeListener } from "./backend";
import { MemoryBackend } from "./memory-backend";
import { parentOf } from "./paths";

const folded = (path: string): string => path.normalize("NFD").toLowerCase();

export class MacBackend extends MemoryBackend {
  constructor(texts: Readonly<Record<string, string>> = {}) {
    super(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path.normalize("NFD"), text])));
  }

  /** A path as the disk has it: what is there keeps its spelling. */
  private onDisk(path: string): string {
    const known = this.paths().find((one) => folded(one) === folded(path));
    const parent = parentOf(path);
    return known ?? (parent === "" ? path : this.onDisk(parent) + path.slice(parent.length)).normalize("NFD");
  }

  override stat(paths: readonly string[]): Promise<readonly (BackendEntry | null)[]> {
    return super.stat(paths.map((path) => this.onDisk(path)));
  }

  override watch(listener: ChangeListener): Promise<() => void> {
    return super.watch((paths) => listener(paths.map((path) => this.onDisk(path))));
  }

  override read(path: string): Promise<Uint8Array> {
    return super.read(this.onDisk(path));
  }

  override write(path: string, data: Uint8Array): Promise<BackendEntry> {
    return super.write(this.onDisk(path), data);
  }

  override remove(path: string): Promise<void> {
    return super.remove(this.onDisk(path));
  }

  override rename(from: string, to: string): Promise<void> {
    const isOtherCase = folded(from) === folded(to);
    return super.rename(this.onDisk(from), isOtherCase ? to.normalize("NFD") : this.onDisk(to));
  }

  override makeFolder(path: string): Promise<BackendEntry> {
    return super.makeFolder(this.onDisk(path));
  }
}
