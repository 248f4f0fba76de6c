// Another program at work on a vault in memory: what sync, git or a script does to the files while the app runs.
import type { MemoryBackend } from "./memory-backend";
import { parentOf } from "./paths";
import { encodeText } from "./text";

/** Changes as another program makes them. */
export interface Disk {
  /** Writes a file, with its folders. */
  write(path: string, text: string): Promise<void>;
  /** Moves a file or folder; the folders above its new place come with it. */
  move(from: string, to: string): Promise<void>;
  delete(path: string): Promise<void>;
}

/** Each call resolves when the apps that watch the vault have told of it. */
export class Outside implements Disk {
  private readonly disk: Disk;

  constructor(private readonly backend: MemoryBackend) {
    this.disk = diskOf(backend);
  }

  write(path: string, text: string): Promise<void> {
    return this.burst((disk) => disk.write(path, text));
  }

  move(from: string, to: string): Promise<void> {
    return this.burst((disk) => disk.move(from, to));
  }

  delete(path: string): Promise<void> {
    return this.burst((disk) => disk.delete(path));
  }

  /** Many changes that the watcher reports as one. */
  async burst(change: (disk: Disk) => Promise<void>): Promise<void> {
    const notice = await this.unnoticed(change);
    await notice();
  }

  /** Brings files that sync had not brought yet, by path: all at once. */
  async arrive(texts: Readonly<Record<string, string>>): Promise<void> {
    await this.burst(async (disk) => {
      for (const [path, text] of Object.entries(texts)) await disk.write(path, text);
    });
  }

  /** Changes that no app knows of before the function it resolves to is called. */
  unnoticed(change: (disk: Disk) => Promise<void>): Promise<() => Promise<void>> {
    return this.backend.unnoticed(() => change(this.disk));
  }
}

function diskOf(backend: MemoryBackend): Disk {
  return {
    write: async (path, text) => {
      await makeFolders(backend, path);
      await backend.write(path, encodeText(text));
    },
    move: async (from, to) => {
      await makeFolders(backend, to);
      await backend.rename(from, to);
    },
    delete: (path) => backend.remove(path),
  };
}

async function makeFolders(backend: MemoryBackend, path: string): Promise<void> {
  if (parentOf(path) !== "") await backend.makeFolder(parentOf(path));
}
