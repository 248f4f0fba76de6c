// The calls that progress makes to vault and device, counted; one of them, or all from one on, goes wrong as a test
// says.
import type { JournalFiles, ProgressPorts } from "../../src/progress/ports";
import type { FakeDevice } from "./fake-ports";

export type CallName = keyof JournalFiles | "load" | "save" | "fingerprint" | "marks";

/**
 * `throws`: nothing is done. `fails`: it is done, and said not to be. `cut`: half of a text is written, then it fails.
 * `hangs`: neither done nor answered. `mute`: done, not answered. `late`: done and answered half a minute later.
 * `old`: the answer, or the text that is changed, is the one before. `killed`: the app ends before, or (`ended`) after
 * it.
 */
export type Fault = "throws" | "fails" | "cut" | "hangs" | "mute" | "late" | "old" | "killed" | "ended";

const WRITES: readonly Fault[] = ["throws", "fails", "hangs", "mute", "late", "killed", "ended"];

const FAULTS: Readonly<Record<CallName, readonly Fault[]>> = {
  paths: ["throws", "killed"],
  has: ["throws", "old", "killed"],
  read: ["throws", "hangs", "late", "old", "killed"],
  process: [...WRITES, "old"],
  create: [...WRITES, "cut"],
  load: ["throws", "old", "killed"],
  save: ["throws", "killed", "ended"],
  fingerprint: ["throws", "old", "killed"],
  marks: ["throws", "killed"],
};

/** The faults that a call can have. */
export function faultsOf(call: CallName): readonly Fault[] {
  return FAULTS[call];
}

const LATE = 30_000;
const never = <T>(): Promise<T> => new Promise(() => undefined);

export class FaultyCalls {
  readonly names: CallName[] = [];
  isDead = false;
  /** Values before the last change, by what they are values of. */
  private readonly before = new Map<string, unknown>();
  /** The journals that were there when the app was started. */
  private first: ReadonlySet<string> = new Set();

  /** The call of this number goes wrong, counted from 0; and, if it `stays`, all of that name after it. */
  constructor(
    private at = -1,
    private readonly fault: Fault = "throws",
    private stays = false,
  ) {}

  /** Everything works again. */
  heal(): void {
    this.at = -1;
    this.stays = false;
  }

  /** The ports of a device, through which the faults are met. */
  ports(device: FakeDevice): ProgressPorts {
    const ports = device.ports();
    const { journals, device: storage } = ports;
    this.first = new Set(journals.paths());
    return {
      ...ports,
      later: (task, delay) => (this.isDead ? () => undefined : ports.later(() => this.isDead || task(), delay)),
      fingerprint: (path) => this.now("fingerprint", path, () => ports.fingerprint(path), null),
      marks: (target) => this.now("marks", target, () => ports.marks(target), ""),
      device: {
        load: (key) => this.now("load", key, () => storage.load(key), null),
        save: (key, value) => {
          const known = storage.load(key);
          const isSaved = this.now("save", key, () => storage.save(key, value), false);
          this.before.set(`load ${key}`, known);
          return isSaved;
        },
      },
      journals: {
        paths: () => this.now("paths", "", () => journals.paths(), []),
        has: (path) => this.now("has", path, () => journals.has(path), this.first.has(path)),
        read: (path) => this.later("read", device, (old) => (old ? this.oldText(path) : journals.read(path))),
        process: (path, edit) =>
          this.later("process", device, async (old) => {
            const known = device.vault.texts.get(path);
            if (old) device.vault.texts.set(path, await this.oldText(path));
            await journals.process(path, edit);
            this.before.set(`text ${path}`, known);
          }),
        create: (path, text) =>
          this.later(
            "create",
            device,
            () => journals.create(path, text),
            () => journals.create(path, text.slice(0, text.length / 2)),
          ),
      },
    };
  }

  private oldText(path: string): Promise<string> {
    const text = this.before.get(`text ${path}`);
    return typeof text === "string" ? Promise.resolve(text) : Promise.reject(new Error(`no ${path}`));
  }

  /** The fault of the call that is being made; null for none. */
  private meet(name: CallName): Fault | null {
    const number = this.names.push(name) - 1;
    const isMeant = number === this.at || (this.stays && number > this.at && name === this.names[this.at]);
    return isMeant ? this.fault : null;
  }

  private now<T>(name: CallName, key: string, act: () => T, old: T): T {
    if (this.isDead) return old;
    const fault = this.meet(name);
    if (fault === "killed" || fault === "ended") {
      if (fault === "ended") act();
      this.isDead = true;
      throw new Error("The app ends.");
    }
    if (fault === null) return act();
    if (name === "load") return (fault === "old" ? (this.before.get(`load ${key}`) ?? null) : null) as T;
    if (name === "save" || fault === "old") return old;
    throw new Error("EIO");
  }

  private async later<T>(
    name: CallName,
    device: FakeDevice,
    act: (isOld: boolean) => Promise<T>,
    half = (): Promise<unknown> => Promise.resolve(),
  ): Promise<T> {
    if (this.isDead) return never();
    const fault = this.meet(name);
    this.isDead ||= fault === "killed";
    if (fault === "killed" || fault === "hangs") return never();
    if (fault === "late") await new Promise<void>((resolve) => device.ports().later(resolve, LATE));
    if (fault === "throws") throw new Error("EIO");
    if (fault === "cut") await half();
    if (fault === "cut") throw new Error("ENOSPC");
    const result = await act(fault === "old");
    if (fault === "fails") throw new Error("EIO, though it is done");
    this.isDead ||= fault === "ended";
    return fault === "mute" || this.isDead ? never() : result;
  }
}
