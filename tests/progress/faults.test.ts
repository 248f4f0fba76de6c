// Every call that progress makes to vault and device goes wrong in every way it can, one after the other: no mark that
// was acknowledged is lost, none appears that nobody made, and the reader is told what is not safe yet.
import { describe, expect, it } from "vitest";
import type { State } from "../../src/core/base/state";
import { encodeEvent, type MarkEvent } from "../../src/progress/event";
import { newJournal, readJournal } from "../../src/progress/journal";
import { Progress } from "../../src/progress/progress";
import { FakeDevice, FakeVault, settle } from "./fake-ports";
import { faultsOf, FaultyCalls } from "./faulty-calls";

/** One reader on one device, what was asked of progress, and what it acknowledged. */
class Run {
  readonly vault = new FakeVault();
  readonly device = new FakeDevice(this.vault);
  progress: Progress;
  /** Every mark that was ever asked for. */
  private readonly asked = new Set<string>();
  /** The states of each target that were acknowledged, the last one last. */
  private readonly acknowledged = new Map<string, State[]>();
  /** States that were asked for when the app ended, before anybody said that they hold. */
  private readonly open = new Map<string, State>();
  /** The journals' texts that progress was told of. */
  private readonly told = new Map<string, string>();

  constructor(
    readonly calls: FaultyCalls,
    prepare: (run: Run) => void = () => undefined,
  ) {
    prepare(this);
    this.progress = this.opened();
  }

  /** The app starts. A start that fails is followed by another. */
  private opened(): Progress {
    try {
      return new Progress(this.calls.ports(this.device));
    } catch {
      return new Progress((this.calls.isDead ? new FaultyCalls() : this.calls).ports(this.device));
    }
  }

  async mark(target: string, state: State): Promise<void> {
    await this.markAtOnce([target], state);
  }

  async markAtOnce(targets: readonly string[], state: State): Promise<void> {
    if (this.calls.isDead) return;
    for (const target of targets) this.asked.add(`${target} ${state}`);
    for (const target of targets) this.open.set(target, state);
    void this.progress.mark(targets, state).then(
      () => targets.forEach((target) => this.note(target, state)),
      () => this.calls.isDead || targets.forEach((target) => this.open.delete(target)),
    );
    await settle();
  }

  async undo(): Promise<void> {
    if (this.calls.isDead) return;
    for (const [target, states] of this.acknowledged) {
      const before = states.at(-2) ?? "todo";
      this.open.set(target, before);
      this.asked.add(`${target} ${before}`);
    }
    void this.progress.undo().then(
      (reversal) => {
        const changed = reversal?.kind === "marks" ? reversal.changed : [];
        for (const target of changed) this.acknowledged.get(target)?.pop();
        this.open.clear();
      },
      () => undefined,
    );
    await settle();
  }

  /** A note that is marked is moved in the app. */
  async move(from: string, to: string): Promise<void> {
    if (this.calls.isDead) return;
    for (const one of [...this.asked]) this.asked.add(one.replace(from, to));
    const note = this.vault.notes.get(from);
    this.vault.notes.delete(from);
    if (note) this.vault.notes.set(to, note);
    const isDone = await Promise.race([
      this.progress.moved([{ from, to }]).then(
        () => true,
        () => false,
      ),
      this.pass(20_000).then(() => false),
    ]);
    const states = this.acknowledged.get(from);
    this.acknowledged.delete(from);
    if (states && isDone) this.acknowledged.set(to, states);
  }

  /** Time passes, and the app tells of each journal that became different. */
  async pass(ms: number): Promise<void> {
    await settle();
    for (let left = ms; left > 0; left -= 1000) {
      await this.device.pass(Math.min(left, 1000));
      await settle();
      this.tellOfChanges();
    }
  }

  private tellOfChanges(): void {
    for (const [path, text] of this.vault.texts) {
      if (this.told.get(path) === text) continue;
      this.told.set(path, text);
      try {
        if (!this.calls.isDead) this.progress.journals.absorb({ path, text });
      } catch (error) {
        if (!this.calls.isDead) throw error;
      }
    }
  }

  /** A journal of another device comes, or comes anew. */
  receive(path: string, events: readonly MarkEvent[], device: string): void {
    for (const { target, state } of events) {
      this.asked.add(`${target} ${state}`);
      this.note(target, state);
    }
    const text = newJournal(device, "2026-02", events.map(encodeEvent));
    this.vault.texts.set(path, text);
  }

  /** The app is closed and opened again. */
  async restart(): Promise<void> {
    void this.progress.stop().catch(() => undefined);
    await this.pass(11_000);
    await this.start();
  }

  /** The app is opened, after it was killed or closed. */
  async start(calls = this.calls): Promise<void> {
    this.device.dropTimers();
    this.progress = calls === this.calls ? this.opened() : new Progress(calls.ports(this.device));
    void this.progress.journals.load().catch(() => undefined);
    await settle();
  }

  note(target: string, state: State): void {
    this.open.delete(target);
    this.acknowledged.set(target, [...(this.acknowledged.get(target) ?? []), state]);
  }

  /** The targets whose state is not what it has to be, with both. */
  wrongIn(progress: Progress): readonly string[] {
    return [...this.acknowledged].flatMap(([target, states]) => {
      const [state, wanted] = [progress.state(target), states.at(-1) ?? "todo"];
      return state === wanted || state === this.open.get(target) ? [] : [`${target} is ${state}, not ${wanted}`];
    });
  }

  /** Everything that another device reads in the vault. */
  async elsewhere(): Promise<Progress> {
    const progress = new Progress(new FakeDevice(this.vault, 4711).ports());
    await progress.journals.load();
    return progress;
  }

  /** The ids of all events in journals. */
  get ids(): readonly string[] {
    return [...this.vault.texts].flatMap(([path, text]) => readJournal(path, text).events.map(({ id }) => id));
  }

  /** Marks in journals that nobody made. */
  get invented(): readonly string[] {
    const events = [...this.vault.texts].flatMap(([path, text]) => readJournal(path, text).events);
    return events.flatMap((event) =>
      event.kind === "mark" && !this.asked.has(`${event.target} ${event.state}`) ? [event.target] : [],
    );
  }

  /** The number of events that hold here and are in no journal. */
  async unwritten(): Promise<number> {
    const there = (await this.elsewhere()).exported().events;
    const ids = new Set([...there].map(({ id }) => id));
    return [...this.progress.heads.values()].filter(({ id }) => !ids.has(id)).length;
  }
}

interface Scenario {
  readonly prepare?: (run: Run) => void;
  readonly act: (run: Run) => Promise<void>;
}

const REST = 6000;
const MONTH_END = Date.UTC(2026, 1, 28, 23, 59, 57);
const PHONE = "MOC Path/Progress Phone phone000 2026-02.md";
const LONG = "x".repeat(29_500);

const markOf = (number: number, target: string, state: State, device = "phone000"): MarkEvent => ({
  kind: "mark",
  id: `${device}.s.${number}`,
  at: Date.UTC(2026, 1, 20) + number,
  target,
  state,
  over: null,
  marks: "",
  note: null,
});

/** Some marks, one after the other, each written. */
async function markAll(run: Run, ...targets: readonly string[]): Promise<void> {
  for (const target of targets) {
    await run.mark(target, "done");
    await run.pass(REST);
  }
}

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "the first marks in a new vault": {
    prepare: ({ device }) => device.storage.clear(),
    act: async (run) => {
      await run.start();
      await run.mark("A.md", "doing");
      await run.pass(32_000);
      await run.mark("A.md", "done");
      await run.mark("B.md", "done");
      await run.pass(REST);
    },
  },
  "marks before all is read": {
    prepare: (run) => run.receive(PHONE, [markOf(1, "P.md", "done")], "phone000"),
    act: async (run) => {
      await run.mark("A.md", "done");
      void run.progress.journals.load().catch(() => undefined);
      await run.mark("B.md", "done");
      await run.pass(REST);
      await markAll(run, "C.md");
    },
  },
  "marks over the end of a month": {
    prepare: ({ device }) => (device.time = MONTH_END),
    act: async (run) => {
      await run.start();
      await run.mark("A.md", "doing");
      await run.pass(4000);
      await run.mark("A.md", "done");
      await run.mark("B.md", "done");
      await run.pass(REST);
      await markAll(run, "C.md");
    },
  },
  "a journal that becomes full": {
    act: async (run) => {
      await run.start();
      await run.markAtOnce(
        Array.from({ length: 5 }, (_, at) => `${at}${LONG}.md`),
        "done",
      );
      await run.pass(REST);
      await markAll(run, "A.md", "B.md");
    },
  },
  "a restart": {
    act: async (run) => {
      await run.start();
      await markAll(run, "A.md");
      await run.mark("B.md", "done");
      await run.restart();
      await markAll(run, "A.md", "C.md");
    },
  },
  "the plugin turned off while it reads": {
    act: async (run) => {
      await run.start();
      await markAll(run, "A.md");
      await run.restart();
      void run.progress.stop().catch(() => undefined);
      await run.start();
      await run.mark("B.md", "done");
      await run.restart();
    },
  },
  undo: {
    act: async (run) => {
      await run.start();
      await run.mark("A.md", "doing");
      await run.pass(2000);
      await run.mark("A.md", "done");
      await run.pass(REST);
      await run.undo();
      await run.pass(REST);
      await run.mark("B.md", "done");
      await run.undo();
      await run.pass(REST);
    },
  },
  "a note that is moved": {
    prepare: ({ vault }) =>
      vault.notes.set("A.md", { basename: "A", title: "On A", ids: {}, headings: ["On A", "One"], lines: 12 }),
    act: async (run) => {
      await run.start();
      await markAll(run, "A.md", "B.md");
      await run.move("A.md", "C.md");
      await run.pass(REST);
      await markAll(run, "B.md");
    },
  },
  "two devices": {
    prepare: (run) => run.receive(PHONE, [markOf(1, "P.md", "done"), markOf(2, "Q.md", "done")], "phone000"),
    act: async (run) => {
      await run.start();
      await run.pass(12_000);
      await markAll(run, "A.md");
      run.receive(
        PHONE,
        [markOf(1, "P.md", "done"), markOf(2, "Q.md", "done"), markOf(3, "R.md", "doing")],
        "phone000",
      );
      await markAll(run, "P.md");
    },
  },
};

/** The longest that anything is tried again after. */
const LONG_ENOUGH = 200_000;

async function check(run: Run, name: string): Promise<void> {
  const { calls } = run;
  if (calls.isDead) await run.start(new FaultyCalls());
  else {
    // Anything not safe is told of while it is not.
    await run.pass(LONG_ENOUGH);
    if ((await run.unwritten()) > 0)
      expect([run.progress.unsaved, run.progress.journals.unreadable().length], `${name}: told`).not.toEqual([0, 0]);
    calls.heal();
  }
  await run.pass(LONG_ENOUGH);
  expect(run.wrongIn(run.progress), `${name}: here`).toEqual([]);
  expect([run.progress.unsaved, run.progress.journals.unreadable()], `${name}: nothing waits`).toEqual([0, []]);
  expect(run.wrongIn(await run.elsewhere()), `${name}: elsewhere`).toEqual([]);
  expect(run.invented, `${name}: invented`).toEqual([]);
  await run.start(new FaultyCalls());
  await run.pass(LONG_ENOUGH);
  expect(run.wrongIn(run.progress), `${name}: after a restart`).toEqual([]);
  expect(run.wrongIn(await run.elsewhere()), `${name}: elsewhere, after a restart`).toEqual([]);
}

async function runOf({ prepare, act }: Scenario, calls: FaultyCalls): Promise<Run> {
  const run = new Run(calls, prepare);
  await act(run);
  return run;
}

describe.each(Object.entries(SCENARIOS))("%s", (_, scenario) => {
  it("loses and invents nothing where any call fails, hangs, answers late, tells of before, or is the last", async () => {
    const plain = new FaultyCalls();
    const run = await runOf(scenario, plain);
    await check(run, "no fault");
    expect(run.ids.length, "no event is written twice").toBe(new Set(run.ids).size);
    const failures: string[] = [];
    for (const stays of [false, true])
      for (const [at, call] of plain.names.entries())
        for (const fault of faultsOf(call)) {
          const name = `call ${at}, ${call} ${fault}${stays ? " from then on" : ""}`;
          await check(await runOf(scenario, new FaultyCalls(at, fault, stays)), name).catch((error: unknown) =>
            failures.push(`${name}: ${String(error)}`),
          );
        }
    expect(failures).toEqual([]);
  });
});
