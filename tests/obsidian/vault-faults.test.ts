// @vitest-environment happy-dom
// The journals and the storage of a device as Obsidian keeps them, where each call to the vault goes wrong in turn: no
// mark that was acknowledged is lost, none appears that nobody made, and what is not safe yet is said.
import { OffSwitch } from "../../src/obsidian/off-switch";
import type { App } from "obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeviceMemory } from "../../src/obsidian/device-memory";
import { NoteEdits } from "../../src/obsidian/note-edits";
import { JournalNotes } from "../../src/obsidian/journal-notes";
import { ProgressFiles } from "../../src/obsidian/progress-files";
import { progressPorts } from "../../src/obsidian/progress-ports";
import { VaultEvents } from "../../src/obsidian/vault-events";
import { readJournal } from "../../src/progress/journal";
import { headsOf } from "../progress/heads";
import { Progress } from "../../src/progress/progress";
import type { State } from "../../src/core/base/state";
import { makeTestApp, type TestApp } from "../host/test-app";
import type { BackendCall } from "../host/vault/faulty-backend";

const PHONE = "MOC Path/Progress Phone phone000 2026-02.md";
const JOURNAL =
  '---\nmoc-path-journal: "phone000"\nmoc-path-month: "2026-02"\nmoc-path: false\n---\n```jsonl\n' +
  '{"v":1,"id":"phone000.s.1","at":"2026-02-22T10:11:12.345Z","target":"Salt.md","state":"done","note":null}\n';

/**
 * `fails`: nothing is done. `done`: it fails though it is done. `cut`: it fails, and part of a text is written.
 * `hangs`: it never answers. `killed`: the app ends before.
 */
type Fault = "fails" | "done" | "cut" | "hangs" | "killed";
type CallName = BackendCall | "save";

/** The ways in which a call goes wrong: this once, or from then on. */
function faultsOf(call: CallName): readonly (readonly [Fault, stays: boolean])[] {
  const once: readonly Fault[] = ["fails", "killed", ...(call === "save" ? [] : (["done", "hangs"] as const))];
  const always: readonly Fault[] = call === "save" ? ["fails"] : ["fails", "hangs"];
  const cut: readonly Fault[] = call === "write" ? ["cut"] : [];
  return [
    ...[...once, ...cut].map((fault) => [fault, false] as const),
    ...always.map((fault) => [fault, true] as const),
  ];
}

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** Time passes. */
const pass = (seconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(seconds * 1000);

/** Calls about journals, counted; one of them, or all of its name from it on, goes wrong. */
class Calls {
  readonly names: CallName[] = [];
  isDead = false;

  constructor(
    private at = -1,
    readonly fault: Fault = "fails",
    private stays = false,
  ) {}

  /** Everything works again. */
  heal(): void {
    this.at = -1;
    this.stays = false;
  }

  /** An app meets the faults from now on, in the vault and in the storage. */
  meetIn({ faults, backend, storage }: TestApp): void {
    const meet = faults.meet.bind(faults);
    faults.meet = async (call, paths, act) => {
      // The app itself asks what has become of files.
      if (call === "stat" || !paths.some((path) => path.startsWith("MOC Path"))) return meet(call, paths, act);
      const fault = this.next(call);
      if (this.isDead || fault === "hangs") return never();
      if (fault === "fails") throw new Error("EIO");
      const result = await act();
      if (fault === "cut") {
        const [path = ""] = paths;
        const text = backend.texts()[path] ?? "";
        await backend.write(path, new TextEncoder().encode(text.slice(0, text.length * 0.8)));
      }
      if (fault !== null) throw new Error("EIO, though it is done");
      return result;
    };
    const save = storage.setItem.bind(storage);
    storage.setItem = (key, value) => {
      const fault = this.next("save");
      if (this.isDead) return;
      if (fault !== null) throw new Error("QuotaExceededError");
      save(key, value);
    };
  }

  private next(name: CallName): Fault | null {
    if (this.isDead) return null;
    const number = this.names.push(name) - 1;
    const isMeant = number === this.at || (this.stays && number > this.at && name === this.names[this.at]);
    this.isDead = isMeant && this.fault === "killed";
    return isMeant ? this.fault : null;
  }
}

/** A reader, what was asked for, and what was acknowledged. */
class Run {
  private readonly asked = new Set<string>();
  private readonly acknowledged = new Map<string, State>();
  /** States that were asked for and not acknowledged. */
  private readonly open = new Map<string, State>();
  progress: Progress | null = null;
  private test: TestApp;

  constructor(
    notes: Readonly<Record<string, string>>,
    readonly calls: Calls,
  ) {
    this.test = makeTestApp(notes);
  }

  /** The app is opened. */
  async start(calls = this.calls): Promise<void> {
    if (this.progress) this.test = makeTestApp({}, { from: this.test });
    await this.test.app.boot(this.test.containerEl);
    const app = this.test.app as unknown as App;
    calls.meetIn(this.test);
    const journals = new JournalNotes(app, { breathe: () => Promise.resolve() });
    const memory = new DeviceMemory(app, () => undefined);
    const tasks = { marks: () => "", stateOfMark: () => null, writeMarks: () => Promise.resolve() };
    const progress = new Progress(
      progressPorts(app, journals, memory, tasks, tasks, new NoteEdits(app, new OffSwitch())),
    );
    this.progress = progress;
    const events = new VaultEvents(app);
    events.follow("The journals", journals.following(progress));
    events.begin(() => undefined);
    void progress.journals.load();
    await pass(0);
  }

  async mark(target: string, state: State): Promise<void> {
    if (this.calls.isDead || !this.progress) return;
    this.asked.add(`${target} ${state}`);
    this.open.set(target, state);
    void this.progress.mark([target], state).then(() => this.calls.isDead || this.note(target, state));
    await pass(6);
  }

  /** An import of what other devices marked; it counts if all of its files were written. */
  async take(events: Readonly<Record<string, string>>): Promise<void> {
    const files = new ProgressFiles(this.test.app as unknown as App, new OffSwitch(), () => "MOC Path");
    for (const [name, text] of Object.entries(events)) {
      const [mark] = readJournal("", text).events;
      if (mark?.kind === "mark") this.asked.add(`${mark.target} ${mark.state}`);
      void files.create(name, "md", text).then(
        (path) => {
          if (mark?.kind !== "mark" || this.calls.isDead) return;
          this.progress?.journals.absorb({ path, text });
          this.note(mark.target, mark.state);
        },
        () => undefined,
      );
      await pass(1);
    }
  }

  /** A mark that was there before. */
  known(target: string, state: State): void {
    this.asked.add(`${target} ${state}`);
    this.note(target, state);
  }

  private note(target: string, state: State): void {
    this.open.delete(target);
    this.acknowledged.set(target, state);
  }

  /** True if the reader is told that something is not safe yet. */
  get isTold(): boolean {
    return (this.progress?.unsaved ?? 0) > 0 || (this.progress?.journals.unreadable().length ?? 0) > 0;
  }

  /** The marks that were acknowledged and that journals do not say, and those there that nobody made. */
  get wrong(): readonly string[] {
    const journals = Object.entries(this.test.backend.texts()).filter(([path]) => path.startsWith("MOC Path/"));
    const heads = headsOf(journals.flatMap(([path, text]) => readJournal(path, text).events));
    const lost = [...this.acknowledged].flatMap(([target, state]) => {
      const now = heads.get(target)?.state ?? "todo";
      return now === state || now === this.open.get(target) ? [] : [`${target} is ${now}, not ${state}`];
    });
    const invented = [...heads].filter(([target, { state }]) => !this.asked.has(`${target} ${state}`));
    return [...lost, ...invented.map(([target]) => `${target} was never marked so`)];
  }

  /** Marks that do not hold here. */
  get wrongHere(): readonly string[] {
    return [...this.acknowledged].flatMap(([target, state]) => {
      const now = this.progress?.state(target);
      return now === state || now === this.open.get(target) ? [] : [`${target} is ${now} here`];
    });
  }

  async end(): Promise<void> {
    document.body.empty();
    await pass(0);
  }
}

interface Scenario {
  readonly notes: Readonly<Record<string, string>>;
  readonly act: (run: Run) => Promise<void>;
}

const importedOf = (device: string, target: string): string =>
  JOURNAL.replaceAll("phone000", device).replace("Salt.md", target);

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "the first marks in a vault": {
    notes: {},
    act: async (run) => {
      await run.mark("Flour.md", "doing");
      await pass(30);
      await run.mark("Flour.md", "done");
    },
  },
  "marks beside another device, over the end of a month": {
    notes: { [PHONE]: JOURNAL },
    act: async (run) => {
      await run.mark("Flour.md", "done");
      await pass(35);
      vi.setSystemTime(Date.UTC(2026, 2, 1));
      await run.mark("Water.md", "doing");
      await run.mark("Flour.md", "doing");
    },
  },
  "an import of several devices beside a mark": {
    notes: {},
    act: async (run) => {
      const importing = run.take({
        "Imported phone000 2026": importedOf("phone000", "Salt.md"),
        "Imported tablet00 2026": importedOf("tablet00", "Yeast.md"),
      });
      await run.mark("Flour.md", "done");
      await importing;
      await pass(35);
    },
  },
};

async function check({ notes, act }: Scenario, calls: Calls): Promise<readonly string[]> {
  vi.setSystemTime(Date.UTC(2026, 1, 22, 12));
  const run = new Run(notes, calls);
  await run.start();
  if (notes[PHONE] !== undefined) run.known("Salt.md", "done");
  await act(run);
  await pass(70);
  const untold = calls.isDead || run.isTold ? [] : run.wrong.map((wrong) => `${wrong}, and nothing says so`);
  // Obsidian does one write after the other: one that hangs for good holds up all others until a restart.
  if (calls.isDead || calls.fault === "hangs") await run.start(new Calls());
  calls.heal();
  await pass(130);
  const wrong = [...untold, ...run.wrong, ...run.wrongHere];
  await run.end();
  return wrong;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe.each(Object.entries(SCENARIOS))("%s", (_, scenario) => {
  it("are safe whatever call goes wrong, and what is not is said", { timeout: 180_000 }, async () => {
    const plain = new Calls();
    expect(await check(scenario, plain)).toEqual([]);
    const failures: string[] = [];
    for (const [at, call] of plain.names.entries())
      for (const [fault, stays] of faultsOf(call)) {
        const wrong = await check(scenario, new Calls(at, fault, stays));
        const name = `call ${at}, ${call} ${fault}${stays ? " from then on" : ""}`;
        if (wrong.length > 0) failures.push(`${name}: ${wrong.join("; ")}`);
      }
    expect(failures).toEqual([]);
  });
});
