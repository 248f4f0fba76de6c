// @vitest-environment happy-dom
// Everything a component registers ends with it; and the order in which things begin and end.
import { describe, expect, it, vi } from "vitest";
import { Component } from "./component";
import { Events } from "./events";

/** Notes when it is loaded and unloaded. */
class Noted extends Component {
  constructor(
    private readonly name: string,
    private readonly log: string[],
  ) {
    super();
  }

  override onload(): Promise<void> | void {
    this.log.push(`+${this.name}`);
  }

  override onunload(): void {
    this.log.push(`-${this.name}`);
  }
}

describe("a component", () => {
  it("loads its children after itself, at once, and unloads them before itself, last first", () => {
    const log: string[] = [];
    const parent = new Noted("parent", log);
    parent.addChild(new Noted("one", log));
    parent.addChild(new Noted("two", log));
    void parent.load();
    expect(log.splice(0)).toEqual(["+parent", "+one", "+two"]);
    parent.unload();
    expect(log).toEqual(["-two", "-one", "-parent"]);
  });

  it("loads and unloads once", () => {
    const log: string[] = [];
    const component = new Noted("it", log);
    component.unload();
    void component.load();
    void component.load();
    component.unload();
    component.unload();
    expect(log).toEqual(["+it", "-it"]);
  });

  it("waits with its children for an asynchronous onload", async () => {
    const log: string[] = [];
    const parent = new Noted("parent", log);
    vi.spyOn(parent, "onload").mockImplementation(() => Promise.resolve().then(() => void log.push("+parent")));
    parent.addChild(new Noted("child", log));
    await parent.load();
    expect(log).toEqual(["+parent", "+child"]);
  });

  it("loads a child at once that comes later, and unloads one that is taken away", () => {
    const log: string[] = [];
    const parent = new Noted("parent", log);
    void parent.load();
    const child = parent.addChild(new Noted("child", log));
    parent.removeChild(child);
    parent.unload();
    expect(log).toEqual(["+parent", "+child", "-child", "-parent"]);
  });

  it("rejects when its onload throws", async () => {
    const component = new Noted("it", []);
    vi.spyOn(component, "onload").mockImplementation(() => {
      throw new Error("cannot");
    });
    await expect(component.load()).rejects.toThrow("cannot");
  });

  it("ends events, listeners, intervals and whatever else is registered, last first", () => {
    vi.useFakeTimers();
    const [component, events, log] = [new Component(), new Events(), [] as string[]];
    void component.load();
    component.register(() => log.push("first"));
    component.registerEvent(events.on("news", () => log.push("news")));
    component.registerDomEvent(document, "click", () => log.push("click"));
    component.registerInterval(window.setInterval(() => log.push("tick"), 10));
    component.register(() => log.push("last"));
    const happen = (): void => {
      events.trigger("news");
      document.dispatchEvent(new Event("click"));
      vi.advanceTimersByTime(10);
    };
    happen();
    expect(log.splice(0)).toEqual(["news", "click", "tick"]);
    component.unload();
    happen();
    expect(log).toEqual(["last", "first"]);
    expect(events.listenerCount()).toBe(0);
    vi.useRealTimers();
  });
});
