// When things were marked, where clocks are wrong.
import { describe, expect, it } from "vitest";
import type { JournalEvent } from "../../src/progress/event";
import { Times } from "../../src/progress/times";

const event = (id: string, at: number): JournalEvent => ({
  kind: "mark",
  id,
  at,
  target: "A.md",
  state: "done",
  over: null,
  marks: "",
  note: null,
});

function timesOf(events: readonly JournalEvent[]): readonly number[] {
  const times = new Times();
  for (const one of events) {
    times.add(one);
    times.timeOf(one);
  }
  return events.map((one) => times.timeOf(one));
}

describe("times", () => {
  it("are those of the events where clocks run forward", () => {
    expect(timesOf([event("a.s.1", 1), event("a.s.2", 5), event("b.s.1", 2)])).toEqual([1, 5, 2]);
  });

  it("are lowered to that of the device's next event where a clock had been ahead", () => {
    expect(
      timesOf([event("a.s.1", 1), event("a.s.2", 900), event("a.s.3", 950), event("a.t.1", 7), event("b.s.1", 500)]),
    ).toEqual([1, 7, 7, 7, 500]);
  });

  it("do not take a line that came to light late for a later one", () => {
    expect(timesOf([event("a.s.2", 20), event("a.s.3", 30), event("a.s.1", 10)])).toEqual([20, 30, 10]);
  });
});
