// A vault in memory that keeps names as a Mac's disk may: decomposed, and found by either form.
import type { BackendEntry, ChangeListener } from "./backend";
import { MemoryBackend } from "./memory-backend";

const onDisk = (path: string): string => path.normalize("NFD");

export class MacBackend extends MemoryBackend {
  constructor(texts: Readonly<Record<string, string>> = {}) {
    super(Object.fromEntries(Object.entries(texts).map(([path, text]) => [onDisk(path), text])));
  }

  override stat(paths: readonly string[]): Promise<readonly (BackendEntry | null)[]> {
    return super.stat(paths.map(onDisk));
  }

  override watch(listener: ChangeListener): Promise<() => void> {
    return super.watch((paths) => listener(paths.map(onDisk)));
  }

  override read(path: string): Promise<Uint8Array> {
    return super.read(onDisk(path));
  }

  override write(path: string, data: Uint8Array): Promise<BackendEntry> {
    return super.write(onDisk(path), data);
  }

  override remove(path: string): Promise<void> {
    return super.remove(onDisk(path));
  }

  override rename(from: string, to: string): Promise<void> {
    return super.rename(onDisk(from), onDisk(to));
  }

  override makeFolder(path: string): Promise<BackendEntry> {
    return super.makeFolder(onDisk(path));
  }
}
