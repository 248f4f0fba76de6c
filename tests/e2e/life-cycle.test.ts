// A hundred times off and on: what is counted before is there after, and nothing more.
import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";

const MAP = "Bread/Bread MOC.md";
const TIMES = 100;

interface Held {
  readonly timers: number;
  readonly observers: number;
}

type Instrumented = Window & { held: () => Held; refs: WeakRef<object>[] };

/**
 * Runs in the page before anything else there: counts timers that are still to fire and observers that still observe.
 */
function instrument(): void {
  const timers = new Set<number>();
  const observers = new Set<object>();
  const [start, repeat] = [window.setTimeout.bind(window), window.setInterval.bind(window)];
  const stops = { clearTimeout: window.clearTimeout.bind(window), clearInterval: window.clearInterval.bind(window) };
  const setTimeout = (act: () => void, delay?: number): number => {
    const timer = start(() => {
      timers.delete(timer);
      act();
    }, delay);
    timers.add(timer);
    return timer;
  };
  const setInterval = (act: () => void, delay?: number): number => {
    const timer = repeat(act, delay);
    timers.add(timer);
    return timer;
  };
  Object.assign(window, { setTimeout, setInterval });
  for (const [name, stop] of Object.entries(stops))
    Object.assign(window, { [name]: (timer: number) => void (timers.delete(timer), stop(timer)) });
  window.ResizeObserver = class extends ResizeObserver {
    override observe(...args: Parameters<ResizeObserver["observe"]>): void {
      observers.add(this);
      super.observe(...args);
    }
    override disconnect(): void {
      observers.delete(this);
      super.disconnect();
    }
  };
  window.MutationObserver = class extends MutationObserver {
    override observe(...args: Parameters<MutationObserver["observe"]>): void {
      observers.add(this);
      super.observe(...args);
    }
    override disconnect(): void {
      observers.delete(this);
      super.disconnect();
    }
  };
  Object.assign(window, { refs: [], held: () => ({ timers: timers.size, observers: observers.size }) });
}

async function showEverything(app: ObsidianApp): Promise<void> {
  await app.obsidianPage.openFile(MAP);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
  await app.page.locator(".cm-content .moc-path-mark").first().waitFor();
}

/** Counts all that the page holds, garbage apart: documents, nodes, listeners of elements, timers and observers. */
async function heldBy(
  page: Page,
  devtools: CDPSession,
): Promise<Held & Readonly<Record<"documents" | "nodes" | "listeners", number>>> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  const held = await page.evaluate(() => (window as unknown as Instrumented).held());
  return { ...held, documents: metric("Documents"), nodes: metric("Nodes"), listeners: metric("JSEventListeners") };
}

/** Everything of the app that a plugin could leave behind. */
function parts(app: ObsidianApp): Promise<Readonly<Record<string, unknown>>> {
  return app.executeObsidian(({ app: { vault, metadataCache, workspace, commands } }) => ({
    listeners: [vault, metadataCache, workspace].map((events) => events.listenerCount()),
    commands: commands.listCommands().length,
    extensions: workspace.editorExtensions.length,
    styles: document.querySelectorAll("style, link").length,
    statusBar: document.querySelectorAll(".status-bar-item").length,
    ribbon: document.querySelectorAll(".side-dock-ribbon-action").length,
    own: document.querySelectorAll("[class*='moc-path-']").length,
  }));
}

describe("turning the plugin off and on a hundred times", () => {
  const app = useObsidian({ lang: "en", sidebarWidth: 380, ownWindow: true });

  const off = (): Promise<void> => app.current.obsidianPage.disablePlugin("moc-path");

  /** Turns it on and off again, once everything of it is drawn; keeps a weak hold of it. */
  async function onAndOff(): Promise<void> {
    await app.current.obsidianPage.enablePlugin("moc-path");
    await showEverything(app.current);
    await app.current.executeObsidian(
      ({ plugins }) => void (window as unknown as Instrumented).refs.push(new WeakRef(plugins["moc-path"] as object)),
    );
    await off();
  }

  it("leaves no listener, timer, observer, element, style, command or memory", async () => {
    const { page } = app.current;
    await page.addInitScript(instrument);
    await app.current.reloadApp();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    await off();
    for (let time = 0; time < 5; time++) await onAndOff();
    await expect.poll(() => heldBy(page, devtools)).toMatchObject({ timers: 0 });
    const [partsBefore, { listeners, ...before }] = [await parts(app.current), await heldBy(page, devtools)];
    for (let time = 0; time < TIMES; time++) await onAndOff();
    expect(await parts(app.current)).toEqual(partsBefore);
    await expect.poll(() => heldBy(page, devtools), { timeout: 10_000 }).toMatchObject(before);
    // Some listeners of the editor's wait for a later collection: a few in all, not one for each time.
    expect((await heldBy(page, devtools)).listeners - listeners).toBeLessThan(TIMES / 5);
    // A reference that was just asked for holds its object until the task has ended.
    const alive = async (): Promise<number> => {
      await heldBy(page, devtools);
      return page.evaluate(
        () => (window as unknown as Instrumented).refs.filter((ref) => ref.deref() !== undefined).length,
      );
    };
    await expect.poll(alive, { timeout: 30_000 }).toBeLessThanOrEqual(1);
  }, 300_000);
});
