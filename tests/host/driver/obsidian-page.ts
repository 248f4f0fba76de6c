// The app by its own means, in the words of wdio-obsidian-service: files, plugins, vault.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { RunningServer } from "../server";

/** The parts of the driver that ObsidianPage needs. */
export interface PageContext {
  readonly page: Page;
  readonly server: RunningServer;
  resetVault(vault?: string): Promise<void>;
}

export class ObsidianPage {
  constructor(private readonly context: PageContext) {}

  /** Opens a file of the vault in the active tab. Rejects if there is no such file. */
  async openFile(path: string): Promise<void> {
    await this.context.page.evaluate(async (wanted) => {
      const { app } = window as unknown as PageWindow;
      const file = app.vault.getFileByPath(wanted);
      if (!file) throw new Error(`No file ${wanted} exists`);
      await app.workspace.getLeaf(false).openFile(file);
    }, path);
  }

  /**
   * Starts the app as on a new device, over a fresh copy of a vault folder, by default of the one it was launched with.
   */
  async resetVault(vault?: string): Promise<void> {
    await this.context.resetVault(vault);
  }

  async enablePlugin(id: string): Promise<void> {
    await this.context.page.evaluate(
      (pluginId) => (window as unknown as PageWindow).app.plugins.enablePlugin(pluginId),
      id,
    );
  }

  async disablePlugin(id: string): Promise<void> {
    await this.context.page.evaluate(
      (pluginId) => (window as unknown as PageWindow).app.plugins.disablePlugin(pluginId),
      id,
    );
  }

  /** The text of a file on disk, by vault path. */
  async read(path: string): Promise<string> {
    return readFile(join(this.context.server.vaultDir, path), "utf8");
  }

  /** Writes a file through the app, as a plugin would. */
  async write(path: string, text: string): Promise<void> {
    await this.context.page.evaluate(
      async ([to, content]) => {
        const { vault } = (window as unknown as PageWindow).app;
        const file = vault.getFileByPath(to);
        if (file) await vault.modify(file, content);
        else await vault.create(to, content);
      },
      [path, text] as const,
    );
  }
}

/** The window of the page, as ../page/main.ts furnishes it. */
export interface PageWindow {
  readonly app: import("../app").App;
  readonly obsidian: Record<string, unknown>;
  readonly started: Promise<void>;
}
