// A vault on disk behind the loopback server.
//
//   GET    /vault/list                → BackendEntry[]
//   POST   /vault/stat                { paths } → (BackendEntry | null)[]
//   GET    /vault/changes             → server-sent events, each a JSON list of paths
//   GET    /vault/file?path=PATH      → the bytes
//   PUT    /vault/file?path=PATH      the bytes → BackendEntry
//   DELETE /vault/file?path=PATH      a file, or a folder with all in it
//   POST   /vault/rename              { from, to }
//   POST   /vault/folder              { path } → BackendEntry
//
// Whatever fails answers with a status of 400 or more and one sentence as text.
import { reportUncaught } from "../events/events";
import type { BackendEntry, ChangeListener, VaultBackend } from "./backend";

export class HttpBackend implements VaultBackend {
  /** `base` is the server's address without a closing slash; "" for the page's own. */
  constructor(private readonly base = "") {}

  async list(): Promise<readonly BackendEntry[]> {
    return (await (await this.ask("GET", "/vault/list")).json()) as readonly BackendEntry[];
  }

  async stat(paths: readonly string[]): Promise<readonly (BackendEntry | null)[]> {
    return (await (
      await this.ask("POST", "/vault/stat", JSON.stringify({ paths }))
    ).json()) as readonly (BackendEntry | null)[];
  }

  watch(listener: ChangeListener): Promise<() => void> {
    const source = new EventSource(`${this.base}/vault/changes`);
    source.addEventListener(
      "message",
      ({ data }) => void listener(JSON.parse(String(data)) as string[]).catch(reportUncaught),
    );
    return new Promise((resolve, reject) => {
      source.addEventListener("open", () => resolve(() => source.close()), { once: true });
      source.addEventListener("error", () => reject(new Error("The vault cannot be watched.")), { once: true });
    });
  }

  async read(path: string): Promise<Uint8Array> {
    const response = await this.ask("GET", this.fileAddress(path));
    return new Uint8Array(await response.arrayBuffer());
  }

  async write(path: string, data: Uint8Array): Promise<BackendEntry> {
    const body = new Blob([new Uint8Array(data)]);
    return (await (await this.ask("PUT", this.fileAddress(path), body)).json()) as BackendEntry;
  }

  async remove(path: string): Promise<void> {
    await this.ask("DELETE", this.fileAddress(path));
  }

  async rename(from: string, to: string): Promise<void> {
    await this.ask("POST", "/vault/rename", JSON.stringify({ from, to }));
  }

  async makeFolder(path: string): Promise<BackendEntry> {
    return (await (await this.ask("POST", "/vault/folder", JSON.stringify({ path }))).json()) as BackendEntry;
  }

  private fileAddress(path: string): string {
    return `/vault/file?path=${encodeURIComponent(path)}`;
  }

  private async ask(method: string, address: string, body?: BodyInit): Promise<Response> {
    const response = await fetch(this.base + address, { method, ...(body === undefined ? {} : { body }) });
    if (!response.ok) throw new Error(await response.text());
    return response;
  }
}
