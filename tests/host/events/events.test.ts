// Who is told of an event, in which order, and what becomes of errors.
import { describe, expect, it, vi } from "vitest";
import { Events } from "./events";

/** Runs a task and yields the errors that nobody caught, as the page would report them. */
async function uncaughtIn(task: () => void): Promise<unknown[]> {
  const tasks: (() => void)[] = [];
  const spy = vi.spyOn(globalThis, "queueMicrotask").mockImplementation((one) => void tasks.push(one));
  task();
  spy.mockRestore();
  return (await Promise.allSettled(tasks.map((one) => Promise.resolve().then(one)))).flatMap((result) =>
    result.status === "rejected" ? [result.reason as unknown] : [],
  );
}

describe("listeners", () => {
  it("are called in the order they came, with what is told and on their own context", () => {
    const [events, log] = [new Events(), [] as unknown[]];
    events.on("news", (text: string) => log.push(text, 1));
    events.on(
      "news",
      function (this: unknown, text: string) {
        log.push(text, this);
      },
      "context",
    );
    events.trigger("other", "no");
    events.trigger("news", "yes");
    expect(log).toEqual(["yes", 1, "yes", "context"]);
  });

  it("are not told any more once they are off, each on its own", () => {
    const [events, log] = [new Events(), [] as string[]];
    const listener = (): unknown => log.push("told");
    const first = events.on("news", listener);
    events.on("news", listener);
    events.offref(first);
    events.trigger("news");
    expect(log).toHaveLength(1);
    events.off("news", listener);
    events.trigger("news");
    expect([log.length, events.listenerCount("news")]).toEqual([1, 0]);
  });

  it("may come and go while an event is told", () => {
    const [events, log] = [new Events(), [] as string[]];
    const ref = events.on("news", () => {
      log.push("one");
      events.offref(ref);
      events.on("news", () => log.push("late"));
    });
    events.on("news", () => log.push("two"));
    events.trigger("news");
    expect(log).toEqual(["one", "two"]);
  });

  it("that fail do not keep the others from being told, and their error is reported as uncaught", async () => {
    const [events, told] = [new Events(), vi.fn()];
    const error = new Error("broken listener");
    events.on("news", () => {
      throw error;
    });
    events.on("news", told);
    expect(await uncaughtIn(() => events.trigger("news"))).toEqual([error]);
    expect(told).toHaveBeenCalledOnce();
  });
});
