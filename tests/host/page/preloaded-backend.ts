// The vault behind the server, with all notes fetched in one request at the start: a request for each would take
// seconds. Only the first reading of a note is answered from it; from then on every reading goes to the server.
import type { BackendEntry, ChangeListener, VaultBackend } from "../vault";

export class PreloadedBackend implements VaultBackend {
  private notes: Promise<Map<string, Uint8Array>> | null = null;

  constructor(private readonly inner: VaultBackend) {}

  list(): Promise<readonly BackendEntry[]> {
    this.notes ??= fetchNotes();
    return this.inner.list();
  }

  stat(paths: readonly string[]): Promise<readonly (BackendEntry | null)[]> {
    return this.inner.stat(paths);
  }

  watch(listener: ChangeListener): Promise<() => void> {
    return this.inner.watch(async (paths) => {
      for (const path of paths) await this.forget(path);
      await listener(paths);
    });
  }

  async read(path: string): Promise<Uint8Array> {
    const notes = await this.notes;
    const data = notes?.get(path);
    notes?.delete(path);
    return data ?? this.inner.read(path);
  }

  async write(path: string, data: Uint8Array): Promise<BackendEntry> {
    await this.forget(path);
    return this.inner.write(path, data);
  }

  async remove(path: string): Promise<void> {
    await this.forget(path);
    await this.inner.remove(path);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.forget(from);
    await this.forget(to);
    await this.inner.rename(from, to);
  }

  makeFolder(path: string): Promise<BackendEntry> {
    return this.inner.makeFolder(path);
  }

  /** Forgets a file, and what is below it if it is a folder. */
  private async forget(path: string): Promise<void> {
    const notes = await this.notes;
    for (const known of [...(notes?.keys() ?? [])])
      if (known === path || known.startsWith(`${path}/`)) notes?.delete(known);
  }
}

async function fetchNotes(): Promise<Map<string, Uint8Array>> {
  const buffer = await (await fetch("/vault/notes")).arrayBuffer();
  const view = new DataView(buffer);
  const notes = new Map<string, Uint8Array>();
  for (let at = 0; at < buffer.byteLength;) {
    const [nameLength, dataLength] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
    const name = new TextDecoder().decode(new Uint8Array(buffer, at + 8, nameLength));
    notes.set(name, new Uint8Array(buffer, at + 8 + nameLength, dataLength));
    at += 8 + nameLength + dataLength;
  }
  return notes;
}
