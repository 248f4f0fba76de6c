// Storage of this device for this vault, which Obsidian keeps apart from what is synced.
import type { App } from "obsidian";
import type { DeviceStorage } from "../progress/ports";
import { warn } from "./progress-ports";

export class DeviceMemory implements DeviceStorage {
  private hasWarned = false;

  constructor(private readonly app: App) {}

  load(key: string): unknown {
    const value: unknown = this.app.loadLocalStorage(key);
    return value;
  }

  /** What is kept here is a help, never the only place of a mark: where the storage is full, all goes on without it. */
  save(key: string, value: unknown): boolean {
    try {
      this.app.saveLocalStorage(key, value);
      return true;
    } catch (error) {
      if (!this.hasWarned)
        warn(
          "The storage of this device takes no more; nothing is lost by that but what views remember.",
          String(error),
        );
      this.hasWarned = true;
      return false;
    }
  }
}
