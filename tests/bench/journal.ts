// `npm run bench -- journal`: what a life of reading costs: bytes of an event, and 100,000 events of five devices read and merged, beside
// `JSON.parse` of the same lines in the same run; one more mark; and the memory that they keep.
import type { Fingerprint } from "../../src/progress/fingerprint";
import { encodeEvent, type JournalEvent } from "../../src/progress/event";
import { newJournal, readJournal } from "../../src/progress/journal";
import { Merge } from "../../src/progress/merge";
import { compare, retained, timeOf, type Work } from "./measure";
import { figure, print, table } from "./report";

const [EVENTS, DEVICES, NOTES] = [100_000, 5, 4_000];
const HOUR = 3_600_000;

/** What identifies a note of the usual kind: eight headings. */
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
      2026,
      all.filter(({ id }) => id.startsWith(`device0${device}`)),
    ),
  );
}

function merged(texts: readonly string[]): Merge {
  const merge = new Merge();
  merge.add(texts.flatMap((text) => readJournal("J.md", text).events));
  return merge;
}

export function benchJournal(): void {
  const all = events();
  const [texts, lines] = [journals(all), all.map(encodeEvent)];
  const bytes = (some: readonly string[]): number =>
    some.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) / some.length;
  const bare = all.map((event) => encodeEvent({ ...event, note: null }));
  print(
    `${EVENTS} events of ${DEVICES} devices on ${NOTES} notes: ${figure(bytes(lines))} bytes each, ${figure(bytes(lines) - bytes(bare))} of them for what identifies the note`,
  );
  const works: readonly Work[] = [
    { name: "JSON.parse of the lines", run: () => lines.map((line) => JSON.parse(line) as unknown) },
    { name: "journals read", run: () => texts.map((text) => readJournal("J.md", text)) },
    { name: "read and merged", run: () => merged(texts) },
  ];
  const times = compare(works, { rounds: 5, warmUp: 1, repeat: 1 });
  const floor = times.get("JSON.parse of the lines")?.median ?? NaN;
  print(
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
