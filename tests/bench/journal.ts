// `npm run bench -- journal`: what a life of reading costs: bytes of a mark and of what is written for it,
// 100,000 events of five devices read and merged beside `JSON.parse` of the same lines in the same run, marks in bulk,
// and the memory that they keep.
import type { Fingerprint } from "../../src/progress/fingerprint";
import { encodeEvent, type JournalEvent } from "../../src/progress/event";
import { appendLines, newJournal, readJournal } from "../../src/progress/journal";
import { Merge } from "../../src/progress/merge";
import { Progress } from "../../src/progress/progress";
import { FakeDevice, FakeVault } from "../progress/fake-ports";
import { compare, retained, summary, timeOf, type Work } from "./measure";
import { figure, print, table, verdict } from "./report";

const [EVENTS, DEVICES, NOTES] = [100_000, 5, 4_000];
const SECOND = 1000;
const HOUR = 3600 * SECOND;
/**
 * A year of a reader: notes as a real vault of 437 has them, marked three thousand times in all,
 * every tenth after an edit.
 */
const [YEAR_MARKS, YEAR_NOTES] = [3000, 437];

/** The fingerprint that identifies a note of the usual kind: eight headings. */
function fingerprint(note: number): Fingerprint {
  const headings = Array.from({ length: 8 }, (_, heading) => `Part ${heading} of ${note % 97}`);
  return {
    basename: `A note on something ${note}`,
    title: `On something ${note}`,
    ids: { created: "2026-02-22T10:11:12" },
    headings,
    lines: 100 + (note % 900),
  };
}

/** Marks as readers make them: each replaces the one before on its note, now and then from another device. */
function events(): readonly JournalEvent[] {
  const last = new Map<number, string>();
  return Array.from({ length: EVENTS }, (_, index): JournalEvent => {
    const [note, device] = [(index * 7919) % NOTES, Math.floor(index / 50) % DEVICES];
    const id = `device0${device}.sess${Math.floor(index / 500) % 100}.${index}`;
    const over = last.get(note) ?? null;
    last.set(note, id);
    const state = (["doing", "done", "todo", "skipped"] as const)[index % 4] ?? "done";
    return {
      kind: "mark",
      id,
      at: Date.UTC(2020) + index * HOUR,
      target: `Folder ${note % 40}/A note on something ${note}.md`,
      state,
      over,
      marks: "",
      note: fingerprint(note),
    };
  });
}

function journals(all: readonly JournalEvent[]): readonly string[] {
  return Array.from({ length: DEVICES }, (_, device) =>
    newJournal(
      `device0${device}`,
      "2026-02",
      all.filter(({ id }) => id.startsWith(`device0${device}`)).map(encodeEvent),
    ),
  );
}

function merged(texts: readonly string[]): Merge {
  const merge = new Merge();
  merge.add(texts.flatMap((text) => readJournal("J.md", text).events));
  return merge;
}

/** A note of a real vault in the mean: a path of 43 bytes, ten headings of 24 each, a date. */
function realNote(number: number): { readonly path: string; readonly note: Fingerprint } {
  const basename = `深度学习 ${number} Notes on a thing`;
  const headings = Array.from({ length: 10 }, (_, at) => `第${at}节 Part ${at} of ${number % 97} end`);
  const note = { basename, title: headings[0] ?? null, ids: { date: "2026-02-22" }, headings, lines: 100 + number };
  return { path: `AI/LLM/${basename}.md`, note };
}

/** A device that counts what it writes: each write is that of a whole file. */
class Desk {
  readonly vault = new FakeVault();
  readonly device = new FakeDevice(this.vault);
  progress = new Progress(this.device.ports());
  written = 0;

  constructor() {
    for (let number = 0; number < YEAR_NOTES; number++) {
      const { path, note } = realNote(number);
      this.vault.notes.set(path, note);
    }
    const set = this.vault.texts.set.bind(this.vault.texts);
    this.vault.texts.set = (path, text) => {
      this.written += Buffer.byteLength(text);
      return set(path, text);
    };
  }

  /** Opens the app, marks notes with some seconds between, and closes it. */
  async sit(marks: number, first: number, pause: number): Promise<void> {
    this.progress = new Progress(this.device.ports());
    await this.progress.journals.load();
    for (let mark = first; mark < first + marks; mark++) {
      const { path, note } = realNote((mark * 7919) % YEAR_NOTES);
      if (mark % 10 === 0) this.vault.notes.set(path, { ...note, lines: mark });
      await this.progress.mark(
        [path],
        (["doing", "done", "todo"] as const)[Math.floor(mark / YEAR_NOTES) % 3] ?? "done",
      );
      await this.device.pass(pause);
    }
    await this.progress.stop();
  }

  get size(): number {
    return [...this.vault.texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  }
}

async function benchYear(): Promise<void> {
  const desk = new Desk();
  for (let mark = 0; mark < YEAR_MARKS; mark += 10) {
    await desk.sit(10, mark, 60 * SECOND);
    desk.device.time += 29 * HOUR;
  }
  print(
    verdict({
      name: `${YEAR_MARKS} marks of a year on ${YEAR_NOTES} notes, in ${desk.vault.texts.size} files`,
      value: desk.size / 1000,
      unit: "kB",
      limit: 600,
      is: "most",
    }),
  );
}

async function benchDay(): Promise<void> {
  const desk = new Desk();
  // The marks that the month so far has left.
  for (let mark = 0; mark < 200; mark += 10) await desk.sit(10, mark, 60 * SECOND);
  const before = desk.written;
  for (let sitting = 0; sitting < 40; sitting++) {
    await desk.sit(5, 200 + sitting * 5, 3 * SECOND);
    desk.device.time += 600 * SECOND;
  }
  print(`A day of 40 sittings with 5 marks each, 3 s apart: ${figure((desk.written - before) / 1000)} kB written.`, "");
}

/**
 * Milliseconds of marking so many targets in one action until they are written,
 * and of `JSON.stringify` of their events.
 */
async function bulkOf(count: number): Promise<readonly [number, number]> {
  const desk = new Desk();
  await desk.progress.journals.load();
  const targets = Array.from({ length: count }, (_, at) => `Folder ${at % 40}/A note on something ${at}.md`);
  targets.forEach((target, at) => desk.vault.notes.set(target, fingerprint(at)));
  const start = performance.now();
  await desk.progress.mark(targets, "done");
  await desk.progress.journals.flush();
  const time = performance.now() - start;
  const all = [...desk.progress.exported().events];
  return [time, timeOf({ name: "floor", run: () => JSON.stringify(all) }, 5)];
}

async function benchBulk(): Promise<void> {
  for (const count of [2750, 11_000]) {
    const rounds: (readonly [number, number])[] = [];
    for (let round = 0; round < 7; round++) rounds.push(await bulkOf(count));
    const [time, floor] = [0, 1].map((at) => summary(rounds.map((round) => round[at] ?? NaN)).median);
    print(
      `${count} marks in one action, kept and written: ${figure(time ?? NaN)} ms, ${figure((time ?? NaN) / (floor ?? NaN))} × JSON.stringify of their events.`,
    );
  }
}

function benchAppend(): void {
  const lines = events()
    .slice(0, 600)
    .map((event) => ({ id: event.id, text: encodeEvent({ ...event, note: null }) }));
  const full = newJournal(
    "device00",
    "2026-02",
    lines.slice(1).map(({ text }) => text),
  );
  const works: readonly Work[] = [
    { name: "JSON.parse of its lines", run: () => lines.map(({ text }) => JSON.parse(text) as unknown) },
    { name: "one line added", run: () => appendLines(full, lines.slice(0, 1)) },
  ];
  const times = compare(works, { rounds: 15, warmUp: 5, repeat: 10 });
  const rows = [...times].map(([name, { median }]) => [name, figure(median)]);
  print(table([[`a file of ${figure(Buffer.byteLength(full) / 1000)} kB`, "ms"], ...rows]), "");
}

export async function benchJournal(): Promise<void> {
  await benchYear();
  await benchDay();
  await benchBulk();
  benchAppend();
  const all = events();
  const [texts, lines] = [journals(all), all.map(encodeEvent)];
  const works: readonly Work[] = [
    { name: "JSON.parse of the lines", run: () => lines.map((line) => JSON.parse(line) as unknown) },
    { name: "journals read", run: () => texts.map((text) => readJournal("J.md", text)) },
    { name: "read and merged", run: () => merged(texts) },
  ];
  const times = compare(works, { rounds: 5, warmUp: 1, repeat: 1 });
  const floor = times.get("JSON.parse of the lines")?.median ?? NaN;
  print(
    `${EVENTS} events of ${DEVICES} devices on ${NOTES} notes, all said whole:`,
    table([
      ["", "ms", "× JSON.parse"],
      ...[...times].map(([name, { median }]) => [name, figure(median), figure(median / floor)]),
    ]),
  );
  const merge = merged(texts);
  let count = 0;
  const mark = (): unknown => merge.add([{ ...(all[count++ % NOTES] as JournalEvent), id: `device09.s.${count}` }]);
  print(
    `One more mark: ${figure(timeOf({ name: "mark", run: mark }, 1000) * 1000)} µs. Kept: ${figure(retained({ name: "merge", run: () => merged(texts) }, 1) / EVENTS)} bytes an event.`,
    "",
  );
}
