// A vault's journals, a device and a clock for tests: time moves only when told to, and writes can be made to fail.
import { stateOfMark, type State } from "../../src/core/base/state";
import { applyEdits } from "../../src/core/edit/apply-edits";
import type { EditResult, TextEdit } from "../../src/core/edit/text-edit";
import type { EditOutcome } from "../../src/index/ports";
import { Progress } from "../../src/progress/progress";
import type { Fingerprint } from "../../src/progress/fingerprint";
import type { JournalText, ProgressPorts } from "../../src/progress/ports";

/** The journal notes that all devices of a test share. */
export class FakeVault {
  readonly texts = new Map<string, string>();
  /** The fingerprint of each note that is there. */
  readonly notes = new Map<string, Fingerprint>();
  /** The marks that tasks of maps declare, by target. */
  readonly marks = new Map<string, string>();
  /** Writes task marks where tests let it. */
  writeMarks: (states: ReadonlyMap<string, State>) => Promise<void> = () => Promise.resolve();
  /** The texts of notes that edits are made in. */
  readonly bodies = new Map<string, string>();
  /** The paths of notes that cannot be edited. */
  readonly unwritable = new Set<string>();
  /** While set, every write fails with it. */
  fault: string | null = null;
  writes = 0;
  /** Journals that cannot be written to. */
  readonly locked = new Set<string>();
  /** No write is done before this resolves. */
  hold: Promise<void> = Promise.resolve();
  /** Reads a journal; tests make it fail or hang. */
  read = (path: string): Promise<string> => {
    const text = this.texts.get(path);
    return text === undefined ? Promise.reject(new Error(`no ${path}`)) : Promise.resolve(text);
  };

  edit(edits: readonly TextEdit[]): EditOutcome {
    const results = new Map<TextEdit, EditResult>();
    const inverse: TextEdit[] = [];
    const failures = new Map<string, string>();
    for (const path of new Set(edits.map((edit) => edit.path))) {
      const [own, text] = [edits.filter((edit) => edit.path === path), this.bodies.get(path)];
      const done = applyEdits(text ?? "", own);
      const fault = text === undefined ? "missing" : this.unwritable.has(path) ? "failed" : null;
      own.forEach((edit, at) => results.set(edit, fault ?? done.results[at]!));
      if (fault === "failed") failures.set(path, "EACCES");
      if (fault === null) inverse.push(...done.inverse);
      if (fault === null) this.bodies.set(path, done.text);
    }
    return { results: edits.map((edit) => results.get(edit)!), inverse, failures };
  }

  all(): readonly JournalText[] {
    return [...this.texts].map(([path, text]) => ({ path, text }));
  }
}

/** One device: its own storage, clock and chance. */
export class FakeDevice {
  /** Its reader has named it. */
  readonly storage = new Map([["moc-path-device-name", '"Desk"']]);
  readonly warnings: string[] = [];
  /** While set, its storage takes no more. */
  isFull = false;
  /** The number of characters its storage takes under one key. */
  room = Infinity;
  /** The number of characters it takes in all. */
  roomInAll = Infinity;
  time = Date.UTC(2026, 1, 22, 12);
  private seed: number;
  private timers: { readonly at: number; readonly task: () => void }[] = [];

  constructor(
    readonly vault: FakeVault,
    seed = 1,
  ) {
    this.seed = seed;
  }

  ports(): ProgressPorts {
    return {
      journals: {
        paths: () => [...this.vault.texts.keys()],
        has: (path) => this.vault.texts.has(path),
        read: (path) => this.vault.read(path),
        process: async (path, edit) => {
          await this.vault.hold;
          const text = this.vault.texts.get(path);
          if (text === undefined) throw new Error(`no ${path}`);
          this.write(path, edit(text));
        },
        create: async (path, text) => {
          await this.vault.hold;
          if (this.vault.texts.has(path)) throw new Error(`${path} is there`);
          this.write(path, text);
        },
      },
      device: {
        load: (key) => JSON.parse(this.storage.get(key) ?? "null") as unknown,
        save: (key, value) => {
          const text = JSON.stringify(value);
          const others = [...this.storage].map(([other, { length }]) => (other === key ? 0 : length));
          const all = others.reduce((sum, length) => sum + length, text.length);
          if (this.isFull || text.length > this.room || all > this.roomInAll) return false;
          this.storage.set(key, text);
          return true;
        },
      },
      deviceKind: "Linux",
      now: () => this.time,
      later: (task, delay) => {
        const timer = { at: this.time + delay, task };
        this.timers.push(timer);
        return () => void (this.timers = this.timers.filter((other) => other !== timer));
      },
      random: (length) => Array.from({ length }, () => this.next()).join(""),
      fingerprint: (path) => this.vault.notes.get(path) ?? null,
      marks: (target) => this.vault.marks.get(target) ?? "",
      stateOfMark: (mark) => stateOfMark(mark),
      writeMarks: (states) => this.vault.writeMarks(states),
      edit: (edits) => Promise.resolve(this.vault.edit(edits)),
      warn: (message) => void this.warnings.push(message),
    };
  }

  /** Lets time pass, running what falls due, and waits for the writes that causes. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (let due = this.due(end); due; due = this.due(end)) {
      this.timers = this.timers.filter((timer) => timer !== due);
      this.time = Math.max(this.time, due.at);
      due.task();
      await settle();
    }
    this.time = end;
  }

  /** The app was killed: nothing that was planned happens. */
  dropTimers(): void {
    this.timers = [];
  }

  private due(end: number): { readonly at: number; readonly task: () => void } | undefined {
    return this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }

  private write(path: string, text: string): void {
    if (this.vault.fault !== null) throw new Error(this.vault.fault);
    if (this.vault.locked.has(path)) throw new Error("EACCES");
    this.vault.texts.set(path, text);
    this.vault.writes++;
  }

  private next(): string {
    this.seed = (this.seed * 48271) % 2147483647;
    return (this.seed % 36).toString(36);
  }
}

/** Waits until all that is under way has gone as far as it can. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** Progress as it is when the app has been started on a device. */
export async function start(device: FakeDevice): Promise<Progress> {
  const progress = new Progress(device.ports());
  await progress.journals.load();
  return progress;
}

/** A vault of its own, with one device on which the app was started. */
export async function setUp(): Promise<{
  readonly vault: FakeVault;
  readonly device: FakeDevice;
  readonly progress: Progress;
}> {
  const vault = new FakeVault();
  const device = new FakeDevice(vault);
  return { vault, device, progress: await start(device) };
}
