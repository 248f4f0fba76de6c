// A device of several, with a vault of its own that sync brings together with others, a clock and a reader.
import { Progress } from "../../src/progress/progress";
import { FakeDevice, FakeVault } from "./fake-ports";

/** A device with its own copy of the vault, which sync brings together with others. */
export class Site {
  readonly vault = new FakeVault();
  readonly device: FakeDevice;
  progress: Progress;
  private backup = new Map<string, string>();

  constructor(seed: number) {
    this.device = new FakeDevice(this.vault, seed * 7919 + 1);
    this.progress = new Progress(this.device.ports());
  }

  /** The app is killed, or closed, and started again. */
  async restart(isKilled = true): Promise<void> {
    if (!isKilled) await this.progress.stop();
    this.device.dropTimers();
    this.progress = new Progress(this.device.ports());
    await this.progress.journals.load();
  }

  save(): void {
    this.backup = new Map(this.vault.texts);
  }

  /** An old copy of the files takes the place of the present ones, while the app is closed. */
  async restore(): Promise<void> {
    for (const [path, text] of this.backup) this.vault.texts.set(path, text);
    await this.restart();
  }

  /**
   * This device's storage is now what another's was: a disk image, or a phone set up from the other one. Its
   * own is overlaid, with what was not yet written.
   */
  async cloneOf(other: Site): Promise<void> {
    await this.device.pass(40_000);
    this.backup.clear();
    for (const [key, value] of other.device.storage) this.device.storage.set(key, value);
    await this.restart();
  }

  /** A sync tool brings another device's files: the longer one of two that only differ in length, else both. */
  receive(other: Site): void {
    for (const [path, text] of other.vault.texts) {
      const own = this.vault.texts.get(path);
      if (own === text || own?.startsWith(text) === true) continue;
      const place =
        own === undefined || text.startsWith(own)
          ? path
          : path.replace(/(?: \(conflict \w+\))?\.md$/, ` (conflict ${hash(text)}).md`);
      if (this.vault.texts.get(place) === text) continue;
      this.vault.texts.set(place, text);
      this.progress.journals.absorb({ path: place, text });
    }
  }
}

function hash(text: string): string {
  return [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 1_000_003, 7).toString(36);
}

/** The ids of all events that a device knows. */
export const idsAt = ({ progress }: Site): readonly string[] => [...progress.exported().events].map(({ id }) => id);
