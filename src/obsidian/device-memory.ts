// Storage of this device for this vault, which Obsidian keeps apart from what is synced.
import type { App } from "obsidian";
import type { DeviceStorage } from "../progress/ports";

export class DeviceMemory implements DeviceStorage {
  constructor(private readonly app: App) {}

  load(key: string): unknown {
    const value: unknown = this.app.loadLocalStorage(key);
    return value;
  }

  save(key: string, value: unknown): void {
    this.app.saveLocalStorage(key, value);
  }
}
