// The app: one vault and all that is built around it, and the order in which it starts.
import { MetadataCache, stored, type CacheStore } from "./cache";
import { Commands } from "./commands";
import { Keymap } from "./events/keymap";
import { Scope } from "./events/scope";
import { LocalStorage, MemoryStore, type KeyValueStore } from "./local-storage";
import { parseMetadata } from "./metadata/parse";
import { OutsideCalls } from "./plugins/outside-calls";
import { Plugins } from "./plugins/plugins";
import { SettingWindow } from "./settings/setting-window";
import { FileManager, Vault, type VaultBackend } from "./vault";
import { Workspace } from "./workspace";
import { QuitTasks } from "./workspace/quit-tasks";
import { PagePreview } from "./workspace/page-preview";

export interface AppOptions {
  readonly backend: VaultBackend;
  readonly configDir?: string;
  /** The store that keeps this device's own values; memory if not given. */
  readonly storage?: KeyValueStore;
  readonly vaultId?: string;
  readonly vaultName?: string;
  /** Parsed caches of earlier runs. */
  readonly cacheStore?: CacheStore;
  /**
   * When notes are indexed: `known` as after an earlier run, before the layout and without `changed` events;
   * `late` as in a vault seen for the first time, after the layout is ready.
   */
  readonly indexing?: "known" | "late";
  /** The layout is not ready before this resolves. */
  readonly layoutGate?: Promise<void>;
}

export class App {
  readonly keymap = new Keymap();
  readonly scope = new Scope();
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly workspace: Workspace;
  readonly commands: Commands;
  readonly plugins: Plugins;
  readonly pagePreview: PagePreview;
  readonly outsideCalls = new OutsideCalls();
  readonly setting: SettingWindow;
  private readonly localStorage: LocalStorage;
  private detach: () => void = () => undefined;

  constructor(private readonly options: AppOptions) {
    this.localStorage = new LocalStorage(options.storage ?? new MemoryStore(), options.vaultId ?? "vault");
    this.vault = new Vault(options.backend, options.configDir ?? ".obsidian", options.vaultName);
    this.metadataCache = new MetadataCache(
      this.vault,
      options.cacheStore ? stored(parseMetadata, options.cacheStore) : parseMetadata,
    );
    this.fileManager = new FileManager(this);
    this.commands = new Commands(this);
    this.plugins = new Plugins(this);
    this.workspace = new Workspace(this);
    this.pagePreview = new PagePreview(this);
    this.setting = new SettingWindow(this);
    this.keymap.pushScope(this.scope);
  }

  /**
   * Starts as the app does: plugins, which find an empty vault and are told of each file that comes, then notes known
   * from an earlier run, layout, layout ready; other notes are indexed after that. (The order in app.js of 1.7.7 and
   * 1.13: `plugins.initialize`, `vault.load`, `metadataCache.initialize`, the workspace's layout.)
   */
  async boot(containerEl: HTMLElement): Promise<void> {
    const isKnown = this.options.indexing !== "late";
    this.detach = this.workspace.attach(containerEl);
    await this.plugins.loadAll();
    await this.vault.load();
    if (isKnown) await this.metadataCache.start({ quiet: true });
    await this.workspace.loadLayout();
    await this.options.layoutGate;
    this.workspace.markLayoutReady();
    if (!isKnown) await this.metadataCache.start();
  }

  /** Closes the app: plugins are unloaded, the window is emptied. */
  async close(): Promise<void> {
    await this.plugins.unloadAll();
    this.setting.close();
    this.vault.stopWatching();
    this.workspace.end();
    this.detach();
  }

  /** Ends as a window does that is closed: plugins are told and waited for, and not unloaded. */
  async quit(): Promise<void> {
    const tasks = new QuitTasks();
    this.workspace.trigger("quit", tasks);
    await tasks.promise();
    this.vault.stopWatching();
  }

  /** The value this device saved for the vault; null if there is none. */
  loadLocalStorage(key: string): unknown {
    return this.localStorage.load(key);
  }

  saveLocalStorage(key: string, data: unknown): void {
    this.localStorage.save(key, data);
  }

  isDarkMode(): boolean {
    return document.body.hasClass("theme-dark");
  }
}
