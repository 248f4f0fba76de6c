// Merging the events of all devices: the same whatever the order, and what a reader expects.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JournalEvent, MarkEvent, MoveEvent } from "../../src/progress/event";
import { Merge } from "../../src/progress/merge";
import { headsOf } from "./heads";

function mark(
  id: string,
  at: number,
  state: MarkEvent["state"],
  over: string | null = null,
  target = "A.md",
): MarkEvent {
  return { kind: "mark", id, at, target, state, over, marks: "", note: null };
}

function move(id: string, at: number, from: string, target: string): MoveEvent {
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

  const where = (events: readonly JournalEvent[]): readonly string[] => [...headsOf(events).keys()];
  const only = (event: MoveEvent, ...ids: readonly string[]): MoveEvent => ({ ...event, only: ids });
  const since = <E extends JournalEvent>(event: E, id: string): E => ({ ...event, since: id });

  it("leaves a mark that was made after its device knew of a move to the note that has the place now, come and go what may", () => {
    const [doing, renamed] = [mark("a.s.1", 1, "doing", null, "Week.md"), move("a.s.2", 2, "Week.md", "W07.md")];
    const states = (...events: readonly JournalEvent[]): readonly unknown[] => [
      stateOf(events, "W07.md"),
      stateOf(events, "Week.md"),
    ];
    expect(states(doing, renamed, mark("a.s.3", 3, "done", null, "Week.md"))).toEqual(["doing", "done"]);
    expect(states(doing, renamed, mark("a.t.1", 3, "done", null, "Week.md"))).toEqual(["doing", "done"]);
    expect(states(doing, renamed, since(mark("b.s.1", 3, "done", null, "Week.md"), "a.s.2"))).toEqual([
      "doing",
      "done",
    ]);
    const setBack = since(mark("b.s.1", 1, "done", null, "Week.md"), "a.s.2");
    expect(states(doing, renamed, setBack)).toEqual(["doing", "done"]);
  });

  it("asks of a mark that another device made after a move, and of no other", () => {
    const note = { basename: "A", title: "GRPO", ids: {}, headings: ["GRPO"], lines: 9 };
    const asked = (event: MarkEvent, ...moves: readonly JournalEvent[]): readonly string[] => {
      const merge = new Merge();
      merge.add([...moves, event]);
      return merge.questions().map(({ event: { id }, move: { id: by } }) => `${id} ${by}`);
    };
    const moved = move("a.s.1", 1, "A.md", "B.md");
    const late: MarkEvent = { ...mark("b.s.1", 5, "done"), note };
    expect(asked(late, moved)).toEqual(["b.s.1 a.s.1"]);
    expect(asked(since(late, "a.s.1"), moved)).toEqual([]);
    expect(asked(since(late, "a.t.9"), moved, move("a.t.9", 2, "A.md", "C.md"))).toEqual([]);
    expect(asked({ ...late, at: 0 }, moved)).toEqual([]);
    expect(asked({ ...late, id: "a.t.1" }, moved)).toEqual([]);
    expect(asked({ ...late, note: null }, moved)).toEqual([]);
    expect(asked({ ...late, note: { ...note, title: null, headings: [], lines: 0 } }, moved)).toEqual([]);
  });

  it("leaves a mark where it is until somebody has seen the notes, and then does what was found, whatever else comes", () => {
    const [moved, late] = [move("a.s.1", 1, "A.md", "B.md"), mark("b.s.1", 5, "done")];
    const on = move("a.s.2", 2, "B.md", "C.md");
    expect(where([moved, late, on])).toEqual(["A.md"]);
    expect(where([moved, late, only(move("c.s.1", 1, "A.md", "B.md"), "b.s.1")])).toEqual(["B.md"]);
    expect(where([moved, late, on, only(move("c.s.9", 1, "A.md", "B.md"), "b.s.1")])).toEqual(["C.md"]);
    expect(where([moved, late, on, only(move("a.s.9", 1, "A.md", "B.md"), "b.s.1")])).toEqual(["C.md"]);
    const stays = only(move("c.s.1", 1, "A.md", "A.md"), "b.s.1");
    expect(where([moved, late, stays])).toEqual(["A.md"]);
    expect(where([moved, late, stays, move("a.s.3", 9, "A.md", "D.md")])).toEqual(["D.md"]);
    const merge = new Merge();
    merge.add([moved, { ...late, note: { basename: "A", title: "A", ids: {}, headings: [], lines: 9 } }, stays]);
    expect(merge.questions()).toEqual([]);
  });

  it("follows from move to move, and ends where notes were moved in circles", () => {
    const events = [mark("a.s.1", 10, "done"), move("a.s.2", 100, "A.md", "B.md"), move("b.s.1", 150, "B.md", "C.md")];
    expect(where(events)).toEqual(["C.md"]);
    const circle = [mark("a.s.1", 1, "done"), move("a.s.2", 2, "A.md", "B.md"), move("a.s.3", 3, "B.md", "A.md")];
    expect(where(circle)).toEqual(["A.md"]);
  });

  it("lets two notes that were moved at once into each other's place keep their marks apart", () => {
    const swap = [since(move("a.s.3", 3, "A.md", "B.md"), "a.s.4"), since(move("a.s.4", 3, "B.md", "A.md"), "a.s.3")];
    const events = [mark("a.s.1", 1, "done"), mark("a.s.2", 2, "doing", null, "B.md"), ...swap];
    expect([stateOf(events), stateOf(events, "B.md")]).toEqual(["doing", "done"]);
  });

  const [PATHS, NOTE] = ["ABC", { basename: "A", title: "A", ids: {}, headings: ["A"], lines: 9 }] as const;

  /**
   * Marks, moves away and back, what their devices knew of each other, and
   * judgements, by devices whose clocks are wrong.
   */
  const anyEvents = fc
    .array(
      fc.record({
        session: fc.constantFrom("a.s", "a.t", "b.s", "c.s"),
        at: fc.nat(5),
        state: fc.constantFrom<MarkEvent["state"]>("todo", "doing", "done", "skipped"),
        kind: fc.constantFrom("mark" as const, "mark" as const, "move" as const, "judged" as const),
        from: fc.nat(2),
        to: fc.nat(2),
        isInside: fc.boolean(),
        before: fc.nat(6),
        isKnown: fc.boolean(),
      }),
      { maxLength: 16 },
    )
    .map((drafts) =>
      drafts.map((draft, index): JournalEvent => {
        const idOf = (at: number): string => `${drafts[at]?.session ?? "z.z"}.${at}`;
        const [id, other] = [idOf(index), idOf(index - draft.before)];
        const [from, to] = [`${PATHS[draft.from] ?? ""}.md`, `${PATHS[draft.to] ?? ""}.md`];
        const known = draft.isKnown ? { since: idOf(index - draft.before - 1) } : {};
        if (draft.kind === "move") return { ...move(id, draft.at, from, to), note: NOTE, ...known };
        if (draft.kind === "judged") return only(move(id, draft.at, from, to), other);
        const over = draft.before > 0 && draft.before <= index ? other : null;
        const target = draft.isInside ? `${from}#One` : from;
        return { ...mark(id, draft.at, draft.state, over, target), note: NOTE, ...known };
      }),
    );

  const shuffle = <T>(values: readonly T[], seed: number): readonly T[] =>
    values
      .map((value, index) => [((index + 1) * 7919 * (seed + 1)) % 104_729, value] as const)
      .sort(([a], [b]) => a - b)
      .map(([, value]) => value);

  it("does not depend on order, repetition or grouping", () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(100_000), fc.nat(16), (events, seed, cut) => {
        const said = (merge: Merge): readonly unknown[] => [
          [...merge.heads].map(([target, { id }]) => `${target} ${id}`).sort(),
          merge
            .questions()
            .map(({ event, move: { id } }) => `${event.id} ${id}`)
            .sort(),
          [...merge.destinations()].sort(),
        ];
        const take = (...deliveries: readonly (readonly JournalEvent[])[]): readonly unknown[] => {
          const merge = new Merge();
          for (const delivery of deliveries) merge.add(delivery);
          return said(merge);
        };
        const [whole, mixed] = [take(events), shuffle(events, seed)];
        expect(take(mixed)).toEqual(whole);
        expect(take([...mixed, ...events])).toEqual(whole);
        expect(take(...mixed.map((event) => [event]))).toEqual(whole);
        expect(take(mixed.slice(cut), events.slice(0, cut), mixed.slice(0, cut), events)).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  it("tells of every target for which another event holds now", () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(100_000), (events, seed) => {
        const merge = new Merge();
        const seen = new Map<string, MarkEvent>();
        for (const event of shuffle(events, seed)) {
          for (const target of merge.add([event])) {
            const head = merge.heads.get(target);
            if (head) seen.set(target, head);
            else seen.delete(target);
          }
        }
        expect([...seen].sort()).toEqual([...merge.heads].sort());
      }),
    );
  });
});
