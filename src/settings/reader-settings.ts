// The settings that hold now: read from the plugin's data, changed by the reader, and told of at once.
import { Listeners } from "../core/base/listeners";
import type { Log } from "../core/base/log";
import { DEFAULT_SETTINGS, readSettings, type SettingKey, type Settings } from "./settings";

export type Data = Readonly<Record<string, unknown>>;

/** The plugin's data as it is saved. The adapter for Obsidian lives in obsidian/. */
export interface SavedData {
  /** Empty where nothing is saved; rejects if what is saved cannot be read. */
  load(): Promise<Data>;
  save(data: unknown): Promise<void>;
  /** Keeps a copy of what is saved but cannot be read, before something else takes its place. */
  keepDamaged(): Promise<void>;
}

type Listener = (settings: Settings, before: Settings) => void;

export class ReaderSettings {
  private data: Data = {};
  /** Those that were set and are not saved, yet or at all: they hold whatever is read meanwhile. */
  private unsaved: Data = {};
  private settings = DEFAULT_SETTINGS;
  private damage: readonly string[] = [];
  private readonly listeners = new Listeners<Parameters<Listener>>((error) =>
    this.log("What follows the settings failed.", error),
  );
  private saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly saved: SavedData,
    private readonly log: Log,
  ) {}

  get current(): Settings {
    return this.settings;
  }

  /** Names of what is saved but cannot be used: keys, or the file as a whole. */
  get damaged(): readonly string[] {
    return this.damage;
  }

  /** Calls back after changes; returns what ends that. */
  onChange(listener: Listener): () => void {
    return this.listeners.add(listener);
  }

  /** Reads what is saved: at the start, and when another device has changed it. Never rejects. */
  async read(): Promise<void> {
    try {
      this.adopt(await this.saved.load());
    } catch {
      this.adopt({});
      this.damage = ["data.json"];
    }
  }

  /**
   * Sets one of them at once, and saves it; all else that is saved stays as it is there. Rejects if it cannot be saved.
   */
  set(key: SettingKey, value: unknown): Promise<void> {
    this.unsaved = { ...this.unsaved, [key]: value };
    this.adopt(this.data);
    const save = this.saving.then(async () => {
      await this.saved.save({ ...(await this.savedNow()), [key]: value });
      const { [key]: latest, ...others } = this.unsaved;
      if (latest === value) this.unsaved = others;
    });
    this.saving = save.catch(() => undefined);
    return save;
  }

  private async savedNow(): Promise<Data> {
    try {
      return await this.saved.load();
    } catch {
      await this.saved.keepDamaged();
      return {};
    }
  }

  private adopt(saved: Data): void {
    const before = this.settings;
    const data = { ...saved, ...this.unsaved };
    const { settings, wrong } = readSettings(data);
    this.data = data;
    this.settings = settings;
    this.damage = wrong;
    this.listeners.tell(settings, before);
  }
}
