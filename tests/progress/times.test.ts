// When things were marked, where clocks are wrong.
import { describe, expect, it } from "vitest";
import type { JournalEvent } from "../../src/progress/event";
import { Progress } from "../../src/progress/progress";
import { Times } from "../../src/progress/times";
import { FakeDevice, FakeVault } from "./fake-ports";

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

function timesOf(events: readonly JournalEvent[], now = 1000): readonly number[] {
  const times = new Times();
  for (const one of events) {
    times.add(one);
    times.timeOf(one, now);
  }
  return events.map((one) => times.timeOf(one, now));
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

  it("are never ahead of now, nor later than the latest that is not", () => {
    expect(timesOf([event("a.s.1", 5), event("a.s.2", 5000), event("b.s.1", 800)])).toEqual([5, 800, 800]);
    expect(timesOf([event("a.s.1", 5000)])).toEqual([1000]);
    expect(timesOf([event("a.s.1", 5000), event("b.s.1", 800)], 6000)).toEqual([5000, 800]);
  });

  it("do not pin what to continue with to a note that was marked while a clock was two years ahead", async () => {
    const vault = new FakeVault();
    const [phone, laptop] = [new FakeDevice(vault), new FakeDevice(vault, 7)];
    const today = laptop.time;
    phone.time += 2 * 365 * 24 * 3600_000;
    const there = new Progress(phone.ports());
    await there.journals.load();
    await there.mark(["Ahead.md"], "doing");
    await there.journals.flush();
    laptop.time = today + 60_000;
    const here = new Progress(laptop.ports());
    await here.journals.load();
    expect(here.touchedAt("Ahead.md")).toBe(laptop.time - 1);
    await here.mark(["Now.md"], "doing");
    const order = (progress: Progress): boolean => progress.touchedAt("Now.md")! > progress.touchedAt("Ahead.md")!;
    expect(order(here)).toBe(true);
    await here.journals.flush();
    laptop.time += 60_000;
    const again = new Progress(laptop.ports());
    await again.journals.load();
    expect(order(again)).toBe(true);
    phone.time = laptop.time + 60_000;
    await there.mark(["Right again.md"], "doing");
    expect(there.touchedAt("Right again.md")!).toBeGreaterThan(there.touchedAt("Ahead.md")!);
  });

  it("do not take a line that came to light late for a later one", () => {
    expect(timesOf([event("a.s.2", 20), event("a.s.3", 30), event("a.s.1", 10)])).toEqual([20, 30, 10]);
  });
});
