// Storage of this device for one vault: JSON under keys of its own, over the browser's or over memory.

/** The part of a browser's localStorage that is needed here. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A store that lasts as long as it is held: for tests. */
export class MemoryStore implements KeyValueStore {
  private readonly values = new Map<string, string>();

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }

  removeItem(key: string): void {
    this.values.delete(key);
  }
}

export class LocalStorage {
  constructor(
    private readonly store: KeyValueStore,
    private readonly vaultId: string,
  ) {}

  /** The value saved last; null if there is none or it is no JSON. */
  load(key: string): unknown {
    try {
      const value: unknown = JSON.parse(this.store.getItem(this.key(key)) ?? "null");
      return value;
    } catch {
      return null;
    }
  }

  /**
   * Saves a value; null takes it away. As in the app, nobody is told where the store takes no more (seen in app.js of
   * 1.13.7: `try { localStorage.setItem(…) } catch (e) {}`).
   */
  save(key: string, value: unknown): void {
    try {
      if (value === null || value === undefined) this.store.removeItem(this.key(key));
      else this.store.setItem(this.key(key), JSON.stringify(value));
    } catch {
      return;
    }
  }

  private key(key: string): string {
    return `${this.vaultId}-${key}`;
  }
}
