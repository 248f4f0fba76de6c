// Parsed metadata kept by the server between runs: read once at the start, new entries sent in bundles.
import type { CacheStore } from "../cache";

const SEND_MS = 300;

export class ServerCache implements CacheStore {
  private added: Record<string, string> = {};
  private timer: number | null = null;

  private constructor(private readonly entries: Map<string, string>) {}

  static async load(): Promise<ServerCache> {
    const entries = (await (await fetch("/cache")).json()) as Record<string, string>;
    return new ServerCache(new Map(Object.entries(entries)));
  }

  get(key: string): string | undefined {
    return this.entries.get(key);
  }

  set(key: string, json: string): void {
    this.entries.set(key, json);
    this.added[key] = json;
    this.timer ??= window.setTimeout(() => this.send(), SEND_MS);
  }

  /** A note that is not stored is parsed again next time, so a lost bundle does no harm. */
  private send(): void {
    const body = JSON.stringify(this.added);
    this.added = {};
    this.timer = null;
    fetch("/cache", { method: "POST", body }).catch((error: unknown) => console.debug("metadata not stored", error));
  }
}
