// The text of journals: what is written, and what can still be read after damage.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeEvent, encodeEvent, type JournalEvent } from "../../src/progress/event";
import {
  appendLines,
  isJournalText,
  isSound,
  newJournal,
  readJournal,
  type JournalLine,
} from "../../src/progress/journal";

const at = Date.UTC(2026, 1, 22, 12, 30);
const event = (counter: number): JournalEvent => ({
  kind: "mark",
  id: `abcd1234.sess1.${counter}`,
  at: at + counter,
  target: `文件夹/Note "${counter}" 😀.md`,
  state: "done",
  over: counter > 1 ? `abcd1234.sess0.${counter - 1}` : null,
  marks: counter > 1 ? " x" : "",
  note: { basename: `Note ${counter}`, title: null, ids: { created: "2026-02-22" }, headings: ["One"], lines: 12 },
});
const events = [1, 2, 3].map(event);
const lineOf = (one: JournalEvent): JournalLine => ({ id: one.id, text: encodeEvent(one) });
const journalOf = (some: readonly JournalEvent[]): string => newJournal("abcd1234", "2026-02", some.map(encodeEvent));

describe("a journal", () => {
  it("is a note that says what it is, with one event a line in a fence that is never closed", () => {
    const text = journalOf(events);
    expect(text.split("\n").slice(0, 6)).toEqual([
      "---",
      'moc-path-journal: "abcd1234"',
      'moc-path-month: "2026-02"',
      "moc-path: false",
      "publish: false",
      "---",
    ]);
    expect(text.match(/```/g)).toHaveLength(1);
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("gives back the events written into it", () => {
    const reading = readJournal("J.md", journalOf(events));
    expect(reading).toEqual({ device: "abcd1234", month: "2026-02", events, problems: [], newer: [] });
  });

  it("gives back moves, what their devices knew, and whose marks they are about; that, older versions leave alone", () => {
    const { id, at: when, note } = event(1);
    const move: JournalEvent = { kind: "move", id, at: when, from: "A.md", target: "B.md", note };
    const known: JournalEvent = { ...event(2), since: id };
    const judged: JournalEvent = { ...move, id: event(3).id, only: [known.id] };
    expect([move, known, judged].map((one) => decodeEvent(encodeEvent(one)))).toEqual([move, known, judged]);
    expect([move, known, judged].map((one) => encodeEvent(one).slice(0, 6))).toEqual(['{"v":1', '{"v":1', '{"v":2']);
    expect(decodeEvent(encodeEvent(judged).replace('"only":[', '"only":[1,'))).toBe("damaged");
  });

  it("keeps what stands in it when events are added, and never adds one twice", () => {
    const text = journalOf(events.slice(0, 1)).trimEnd();
    const longer = appendLines(text, events.map(lineOf));
    expect(longer.startsWith(text)).toBe(true);
    expect(readJournal("J.md", longer).events).toEqual(events);
    expect(appendLines(longer, events.map(lineOf))).toBe(longer);
  });

  it("keeps its own line ends", () => {
    const windows = journalOf(events.slice(0, 1)).replaceAll("\n", "\r\n");
    const longer = appendLines(windows, events.map(lineOf));
    expect(longer.replaceAll("\r\n", "")).not.toContain("\n");
    expect(readJournal("J.md", longer).events).toEqual(events);
  });

  it("is read past damage, which is named by line and left in place", () => {
    const [first = "", second = "", third = ""] = events.map(encodeEvent);
    const text = `${journalOf([])}${first.slice(0, 30)}${second}\n<<<<<<< HEAD\n{"v":9,"id":"x"}\n${third}\n`;
    const reading = readJournal("J.md", text);
    expect(reading.events).toEqual(events.slice(1));
    expect(reading.problems.map(({ line, why }) => [line, why])).toEqual([
      [11, "damaged"],
      [12, "damaged"],
      [13, "newer"],
    ]);
  });

  it("loses no event but those that a cut or an overwritten byte hits", () => {
    const text = journalOf(events);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom("", "#", "\n", "{"), (place, wrong) => {
        const damaged = text.slice(0, place) + wrong + text.slice(place + 1);
        const read = readJournal("J.md", damaged).events;
        const untouched = events.filter((one) => damaged.includes(encodeEvent(one)));
        for (const one of untouched) expect(read).toContainEqual(one);
        expect(readJournal("J.md", text.slice(0, place)).events).toEqual(
          events.filter((one) => text.slice(0, place).includes(encodeEvent(one))),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("loses no event to a sync tool that marks conflicts, doubles, mixes or joins lines, changes their ends or adds a mark of order", () => {
    const lines = Array.from({ length: 8 }, (_, index) => event(index + 1));
    const ugly = fc.constantFrom(
      "<<<<<<< HEAD",
      "=======",
      ">>>>>>> other",
      "```",
      "",
      "   ",
      '{"v":3,"id":"abcd1234.sess1.99","new":true}',
      '{"v":1,"id":"abcd1234.se',
      "\u0000\u0000",
      "words",
    );
    const pieces = fc.array(fc.oneof(fc.nat(lines.length - 1), ugly), { maxLength: 30 });
    fc.assert(
      fc.property(pieces, fc.constantFrom("\n", "\r\n"), fc.boolean(), (parts, end, hasMark) => {
        const frame = journalOf([]).trimEnd().split("\n");
        const text =
          (hasMark ? "\uFEFF" : "") +
          [...frame, ...parts.map((part) => (typeof part === "number" ? encodeEvent(lines[part]!) : part))].join(end);
        const { device, events: read, problems } = readJournal("J.md", text);
        const held = new Set(parts.filter((part) => typeof part === "number"));
        expect(new Set(read.map(({ id }) => id))).toEqual(new Set([...held].map((index) => lines[index]!.id)));
        expect(device).toBe("abcd1234");
        const wrong = parts.filter((part) => typeof part === "string" && part.trim() !== "");
        expect(problems).toHaveLength(wrong.length);
      }),
    );
  });

  it("is known by its text where its name, its frontmatter or the words of its frame are left, and no other note is", () => {
    const text = journalOf(events);
    const lines = events.map(encodeEvent).join("\n");
    const [named, renamed] = ["MOC Path/Progress Desk abcd1234 2026-02 (Conflicted copy).md", "Mine.md"];
    expect([isJournalText(named, lines), isJournalText(renamed, text), isJournalText(renamed, `a\n${text}`)]).toEqual([
      true,
      true,
      true,
    ]);
    const bare = text.slice(text.indexOf("# Reading"));
    expect([isJournalText(renamed, bare), isJournalText(renamed, journalOf([]))]).toEqual([true, true]);
    expect([isJournalText(renamed, lines), isJournalText(named, "# Notes"), isJournalText(renamed, "")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("is sound whatever quotes, order and further properties a linter gives its frontmatter, and only for its own device", () => {
    const text = journalOf(events);
    const linted = text
      .replace('moc-path-journal: "abcd1234"', "tags:\n  - progress\nmoc-path-journal: 'abcd1234'")
      .replaceAll("\n", "\r\n");
    expect([isSound(text, "abcd1234"), isSound(linted, "abcd1234"), isSound(text, "dcba4321")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("keeps what a later version has added to a line, and lines of one, for whoever writes them again", () => {
    const added = encodeEvent(event(1)).replace(/}$/, ',"mood":"good","deep":{"a":[1]}}');
    const later = '{"v":3,"id":"abcd1234.sess1.9","what":["A.md"]}';
    const { events: read, newer } = readJournal("J.md", newJournal("abcd1234", "2026-02", [added, later]));
    expect(read.map((one) => JSON.parse(encodeEvent(one)) as unknown)).toEqual([
      expect.objectContaining({ mood: "good", deep: { a: [1] }, target: event(1).target }),
    ]);
    expect(newer).toEqual([later]);
  });

  it("is read from any text without an error", () => {
    fc.assert(fc.property(fc.string(), (text) => void readJournal("J.md", text)));
    fc.assert(fc.property(fc.json(), (line) => ["damaged", "newer"].includes(decodeEvent(line) as string)));
  });
});
