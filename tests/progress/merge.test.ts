// Merging the events of all devices: the same whatever the order, and what a reader expects.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JournalEvent, MarkEvent } from "../../src/progress/event";
import type { Fingerprint } from "../../src/progress/fingerprint";
import { headsOf, Merge } from "../../src/progress/merge";

function mark(
  id: string,
  at: number,
  state: MarkEvent["state"],
  over: string | null = null,
  target = "A.md",
): MarkEvent {
  return { kind: "mark", id, at, target, state, over, marks: "", note: null };
}

function move(id: string, at: number, from: string, target: string): JournalEvent {
  return { kind: "move", id, at, from, target, note: null };
}

const stateOf = (events: readonly JournalEvent[], target = "A.md"): string | undefined =>
  headsOf(events).get(target)?.state;

describe("merging", () => {
  it("lets an event beat the one it replaced, whatever the clocks say", () => {
    expect(stateOf([mark("a.s.1", 5000, "doing"), mark("b.s.1", 1000, "done", "a.s.1")])).toBe("done");
  });

  it("lets the later of two unrelated events win, and the larger device where they are equal", () => {
    expect(stateOf([mark("a.s.1", 2000, "doing"), mark("b.s.1", 1000, "done")])).toBe("doing");
    expect(stateOf([mark("a.s.1", 1000, "doing"), mark("b.s.1", 1000, "done")])).toBe("done");
  });

  it("does not let an ancestor of what was replaced come back", () => {
    const chain = [mark("a.s.1", 9000, "doing"), mark("a.s.2", 1, "done", "a.s.1"), mark("a.s.3", 2, "todo", "a.s.2")];
    expect(stateOf(chain)).toBe("todo");
  });

  it("lets marks follow a note that was moved, with what is inside it", () => {
    const events = [
      mark("a.s.1", 1, "done"),
      mark("a.s.2", 2, "doing", null, "A.md#One"),
      move("a.s.3", 3, "A.md", "B/A.md"),
    ];
    expect(stateOf(events, "B/A.md")).toBe("done");
    expect(stateOf(events, "B/A.md#One")).toBe("doing");
    expect(stateOf(events)).toBeUndefined();
  });

  it("lets a mark made at the new place beat the one that came along", () => {
    const events = [
      mark("a.s.1", 1, "done"),
      move("a.s.2", 2, "A.md", "B.md"),
      mark("a.s.3", 3, "todo", "a.s.1", "B.md"),
    ];
    expect(stateOf(events, "B.md")).toBe("todo");
  });

  it("knows the order within a session even where a line between is lost and the clock was set back", () => {
    expect(stateOf([mark("a.s.1", 9000, "doing"), mark("a.s.3", 2, "done", "a.s.2")])).toBe("done");
  });

  const named = (basename: string, heading: string): Fingerprint => ({
    basename,
    title: heading,
    ids: {},
    headings: [heading],
    lines: heading.length,
  });
  const about = (event: MarkEvent, note: Fingerprint): MarkEvent => ({ ...event, note });
  const where = (events: readonly JournalEvent[], notes: Readonly<Record<string, Fingerprint>>): readonly string[] => [
    ...headsOf(events, (path) => notes[path] ?? null).keys(),
  ];

  it("lets a mark that was made offline follow a move that had come before it", () => {
    const [old, other] = [named("A", "GRPO"), named("A", "Something else")];
    const moved: JournalEvent = {
      kind: "move",
      id: "a.s.1",
      at: 1,
      from: "A.md",
      target: "B.md",
      note: named("B", "GRPO"),
    };
    const late = about(mark("b.s.1", 5, "done"), old);
    expect(where([moved, late], { "B.md": named("B", "GRPO") })).toEqual(["B.md"]);
    expect(where([moved, late], { "B.md": named("B", "GRPO"), "A.md": other })).toEqual(["B.md"]);
    expect(where([moved, about(late, other)], { "B.md": named("B", "GRPO"), "A.md": other })).toEqual(["A.md"]);
    expect(where([moved, about(late, named("Z", "Never seen"))], { "B.md": named("B", "GRPO") })).toEqual(["A.md"]);
  });

  it("follows from move to move even where a clock was wrong, and ends where notes were moved in circles", () => {
    const events = [mark("a.s.1", 10, "done"), move("a.s.2", 100, "A.md", "B.md"), move("b.s.1", 50, "B.md", "C.md")];
    expect(where(events, { "C.md": named("C", "x") })).toEqual(["C.md"]);
    const circle = [mark("a.s.1", 1, "done"), move("a.s.2", 2, "A.md", "B.md"), move("a.s.3", 3, "B.md", "A.md")];
    expect(where(circle, { "A.md": named("A", "x") })).toEqual(["A.md"]);
  });

  it("follows anew when the note at a place comes or goes", () => {
    const notes = new Map([["A.md", named("A", "New")]]);
    const merge = new Merge((path) => notes.get(path) ?? null);
    merge.add([move("a.s.1", 1, "A.md", "B.md"), mark("b.s.1", 5, "done")]);
    expect([...merge.heads.keys()]).toEqual(["A.md"]);
    notes.delete("A.md");
    expect([...merge.notesChanged(["A.md"])].sort()).toEqual(["A.md", "B.md"]);
    expect([...merge.heads.keys()]).toEqual(["B.md"]);
  });

  const anyEvents = fc
    .array(
      fc.record({
        device: fc.constantFrom("a", "b", "c"),
        at: fc.nat(5),
        state: fc.constantFrom<MarkEvent["state"]>("todo", "doing", "done", "skipped"),
        back: fc.nat(4),
        moves: fc.nat(5),
      }),
      { maxLength: 14 },
    )
    .map((drafts) =>
      drafts.map(({ device, at, state, back, moves }, index): JournalEvent => {
        const id = `${device}.s.${index}`;
        const over =
          drafts[index - back] && back > 0 ? `${drafts[index - back]?.device ?? ""}.s.${index - back}` : null;
        const [here, there] = [`${"ABC"[moves % 3] ?? ""}.md`, `${"ABC"[(moves + 1 + (at % 2)) % 3] ?? ""}.md`];
        return back === 0 ? move(id, at, here, there) : mark(id, at, state, over, moves > 3 ? `${here}#One` : here);
      }),
    );

  it("does not depend on order, repetition or grouping", () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(), (events, seed) => {
        const heads = headsOf(events);
        const shuffled = [...events].sort(
          (a, b) =>
            ((a.id.length * 31 + a.at + seed) % 7) - ((b.id.length * 17 + b.at + seed) % 5) || (a.id < b.id ? 1 : -1),
        );
        expect(headsOf(shuffled)).toEqual(heads);
        expect(headsOf([...shuffled, ...events])).toEqual(heads);
        const merge = new Merge(() => null);
        for (const event of shuffled) merge.add([event]);
        expect(new Map([...merge.heads].sort())).toEqual(new Map([...heads].sort()));
      }),
    );
  });
});
