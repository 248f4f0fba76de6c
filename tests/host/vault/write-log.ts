// Passes calls on to a backend and remembers each one that changes something: for "wrote nothing".
import type { BackendEntry, ChangeListener, VaultBackend } from "./backend";

export interface LoggedWrite {
  readonly op: "write" | "remove" | "rename" | "folder";
  readonly path: string;
}

export class WriteLog implements VaultBackend {
  readonly writes: LoggedWrite[] = [];

  constructor(private readonly backend: VaultBackend) {}

  list(): Promise<readonly BackendEntry[]> {
    return this.backend.list();
  }

  stat(paths: readonly string[]): Promise<readonly (BackendEntry | null)[]> {
    return this.backend.stat(paths);
  }

  watch(listener: ChangeListener): Promise<() => void> {
    return this.backend.watch(listener);
  }

  read(path: string): Promise<Uint8Array> {
    return this.backend.read(path);
  }

  async write(path: string, data: Uint8Array): Promise<BackendEntry> {
    const entry = await this.backend.write(path, data);
    this.writes.push({ op: "write", path });
    return entry;
  }

  async remove(path: string): Promise<void> {
    await this.backend.remove(path);
    this.writes.push({ op: "remove", path });
  }

  async rename(from: string, to: string): Promise<void> {
    await this.backend.rename(from, to);
    this.writes.push({ op: "rename", path: to });
  }

  async makeFolder(path: string): Promise<BackendEntry> {
    const entry = await this.backend.makeFolder(path);
    this.writes.push({ op: "folder", path });
    return entry;
  }
}
