// Storage of this device for this vault, which Obsidian keeps apart from what is
// synced. It may be full, or out of reach.
import type { App } from "obsidian";
import type { DeviceStorage } from "../progress/ports";
import { warn } from "./progress-ports";

export class DeviceMemory implements DeviceStorage {
  private hasFailed = false;

  constructor(
    private readonly app: App,
    /** Tells the reader that something could not be kept; called once. */
    private readonly full: () => void,
  ) {}

  load(key: string): unknown {
    try {
      const value: unknown = this.app.loadLocalStorage(key);
      return value;
    } catch (error) {
      warn("The storage of this device cannot be read.", String(error));
      return null;
    }
  }

  save(key: string, value: unknown): boolean {
    try {
      this.app.saveLocalStorage(key, value);
      // Obsidian tells nobody where the storage takes no more: only what is there then does.
      if (JSON.stringify(this.app.loadLocalStorage(key)) === JSON.stringify(value)) return true;
      this.failed("not kept");
    } catch (error) {
      this.failed(String(error));
    }
    return false;
  }

  private failed(why: string): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    warn("The storage of this device takes no more.", why);
    this.full();
  }
}
