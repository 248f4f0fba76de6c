// The cost of the sidebar in Chromium, at several sizes of map: from an edit and from a click to the painted frame,
// and while it scrolls. Beside it, in the same page, a plain list of as many rows in Obsidian's tree markup,
// made anew at each change as most outlines do.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { launchObsidian, type ObsidianApp } from "../host/driver/obsidian";
import { generateMap } from "./generated-map";
import { summary } from "./measure";
import { figure, print, table, verdict } from "./report";

const MAP = "Map MOC.md";
const NOTE = "Marked";
const ROUNDS = 12;
/** Milliseconds between two changes: marks are written within a second. */
const REST = 1200;
/** Milliseconds of continuous scrolling. */
const SCROLLING = 10_000;
/** The number of series of opening and closing the view that show what stays in memory. */
const SERIES = 7;
/** Series before: the engine goes on compiling what runs often, and what it compiles stays. */
const WARMING = 5;
/**
 * Sizes of map: the milliseconds that a change may take until it is painted, and the number of times that the view is
 * opened and closed in a series.
 */
const SIZES = [
  { entries: 150, limit: 16, openings: 100 },
  { entries: 1500, limit: 16, openings: 100 },
  // Half a second each.
  { entries: 11_000, limit: 50, openings: 10 },
] as const;
/** Waits of a frame in which nothing is done, and one word is: what of a wait is the browser's. */
const NOTHING = "nothing, a bare frame";
const ONE_WORD = "one word of a row, changed by hand";

type Size = (typeof SIZES)[number];

/**
 * The time it took until a change was painted. The browser says when the next frame begins,
 * so that frames are counted, too.
 */
interface Wait {
  readonly ms: number;
  readonly frames: number;
}

interface Scrolling {
  readonly frames: number;
  /** Frames that came more than half a frame late. */
  readonly dropped: number;
}

/** Puts into the page what the measurements share. */
async function prepare({ page }: ObsidianApp): Promise<void> {
  await page.evaluate(() => {
    /**
     * The time at which a frame had been painted in which something was so,
     * and when the frames until then began. What is drawn in a frame's own callbacks is painted with it.
     */
    const painted = (isSo: () => boolean): Promise<{ at: number; frames: readonly number[] }> =>
      new Promise((resolve, reject) => {
        const frames: number[] = [];
        const end = performance.now() + 60_000;
        const look = (): void => {
          const now = performance.now();
          if (isSo()) resolve({ at: now, frames });
          else if (now > end) reject(new Error("Nothing of the kind was drawn within a minute."));
          else requestAnimationFrame(waitForPaint);
        };
        // A message that is sent in a frame's callbacks comes when the frame has been painted.
        const waitForPaint = (): void => {
          frames.push(performance.now());
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = look;
          port2.postMessage(null);
        };
        requestAnimationFrame(waitForPaint);
      });
    const scroll = async (el: HTMLElement, ms: number): Promise<{ frames: number; dropped: number }> => {
      const times: number[] = [];
      const start = performance.now();
      await new Promise<void>((resolve) => {
        const step = (now: number): void => {
          times.push(now);
          el.scrollTop = (el.scrollTop + 90) % Math.max(1, el.scrollHeight - el.clientHeight);
          if (now - start < ms) requestAnimationFrame(step);
          else resolve();
        };
        requestAnimationFrame(step);
      });
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
      return { frames: gaps.length, dropped: gaps.filter((gap) => gap > 25).length };
    };
    Object.assign(window, { bench: { painted, scroll } });
  });
}

interface BenchWindow {
  readonly app: import("../host/app").App;
  readonly bench: {
    painted(isSo: () => boolean): Promise<{ readonly at: number; readonly frames: readonly number[] }>;
    scroll(el: HTMLElement, ms: number): Promise<Scrolling>;
  };
}

/**
 * The wait from the `changed` event of an edited chapter's title to the frame that shows it;
 * the chapter must be in view.
 */
function editOnce({ page }: ObsidianApp, text: string, title: string): Promise<Wait> {
  return page.evaluate(
    async ([path, data, wanted]) => {
      const { app, bench } = window as unknown as BenchWindow;
      const file = app.vault.getFileByPath(path);
      if (!file) throw new Error("There is no map.");
      let start = 0;
      // From before the first who is told: listeners are called in turn, the plugin's among them.
      const { metadataCache } = app;
      const tell = metadataCache.trigger.bind(metadataCache);
      metadataCache.trigger = (name, ...told) => {
        if (name === "changed") start = performance.now();
        tell(name, ...told);
      };
      const shown = bench.painted(() =>
        [...document.querySelectorAll(".moc-path-row .moc-path-title")].some((el) => el.textContent === wanted),
      );
      // At any moment between two frames: an edit knows of none.
      await new Promise((resolve) => window.setTimeout(resolve, Math.random() * 16));
      await app.vault.modify(file, data);
      const { at, frames } = await shown;
      metadataCache.trigger = tell;
      return { ms: at - start, frames: frames.filter((begin) => begin > start).length };
    },
    [MAP, text, title] as const,
  );
}

/** The wait from a click on the first state icon to the frame that shows another. */
function clickOnce({ page }: ObsidianApp): Promise<Wait> {
  return page.evaluate(async () => {
    const { bench } = window as unknown as BenchWindow;
    const row = [...document.querySelectorAll<HTMLElement>(".moc-path-row.mod-note")].find((el) => el.isShown());
    const before = row?.className;
    const start = performance.now();
    row?.querySelector<HTMLElement>(".moc-path-state")?.click();
    const { at, frames } = await bench.painted(() => row?.className !== before);
    return { ms: at - start, frames: frames.filter((begin) => begin > start).length };
  });
}

/** The wait for a frame when nothing has changed but, if so wanted, a row's title by hand. */
function waitOnce({ page }: ObsidianApp, title: string | null): Promise<Wait> {
  return page.evaluate(async (text) => {
    const { bench } = window as unknown as BenchWindow;
    const el = document.querySelector(".moc-path-row .moc-path-title");
    const before = el?.textContent ?? null;
    await new Promise((resolve) => window.setTimeout(resolve, Math.random() * 16));
    const start = performance.now();
    if (el && text !== null) el.textContent = text;
    const { at, frames } = await bench.painted(() => true);
    if (el) el.textContent = before;
    return { ms: at - start, frames: frames.filter((begin) => begin > start).length };
  }, title);
}

/** The wait for a plain list of so many rows, which is made anew. */
function plainOnce({ page }: ObsidianApp, rows: number): Promise<Wait> {
  return page.evaluate(async (count) => {
    const { bench } = window as unknown as BenchWindow;
    const start = performance.now();
    document.querySelector(".bench-plain")?.remove();
    const listEl = document.body.createDiv("bench-plain");
    listEl.style.cssText =
      "position: fixed; z-index: 99; inset: 0 0 0 auto; width: 380px; overflow: auto; background: var(--background-secondary)";
    for (let at = 0; at < count; at++) {
      const selfEl = listEl.createDiv("tree-item").createDiv("tree-item-self is-clickable");
      selfEl.createDiv({ cls: "tree-item-inner", text: `Entry ${at}` });
      selfEl.createDiv("tree-item-flair-outer").createSpan({ cls: "tree-item-flair", text: String(at) });
    }
    const { at, frames } = await bench.painted(() => true);
    return { ms: at - start, frames: frames.filter((begin) => begin > start).length };
  }, rows);
}

function scrollBy({ page }: ObsidianApp, selector: string): Promise<Scrolling> {
  return page.evaluate(
    ([wanted, ms]) => {
      const el = document.querySelector<HTMLElement>(wanted);
      if (!el) throw new Error("There is nothing to scroll.");
      return (window as unknown as BenchWindow).bench.scroll(el, ms);
    },
    [selector, SCROLLING] as const,
  );
}

/** Rows in the document, and those that are in view. */
function rowsOf({ page }: ObsidianApp): Promise<{ readonly inDocument: number; readonly inView: number }> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>(".moc-path-row")].filter((el) => el.isShown());
    const tree = document.querySelector(".moc-path-tree")?.getBoundingClientRect();
    const inView = rows
      .map((el) => el.getBoundingClientRect())
      .filter(({ top, bottom }) => tree && bottom > tree.top && top < tree.bottom);
    return { inDocument: rows.length, inView: inView.length };
  });
}

/** The map with a chapter before all others, whose title another edit changes and whose only note can be marked. */
function edited(text: string, round: number | "not yet"): readonly [text: string, title: string] {
  const title = `Edited ${round === "not yet" ? round : round % 2}`;
  return [text.replace(/^## /mu, `## ${title}\n\n- [[${NOTE}]]\n\n## `), title];
}

/** The same with a chapter behind all others as well, whose title changes. */
function editedBelow(text: string, round: number): readonly [text: string, title: string] {
  const title = `Edited below ${round % 2}`;
  return [`${edited(text, "not yet")[0]}\n## ${title}\n\n- [[${NOTE}]]\n`, title];
}

/**
 * Scrolls, and waits until all has come to rest:
 * what the change before has left to be written and counted is not what the next one takes.
 */
function scrollTree({ page }: ObsidianApp, to: "top" | "bottom"): Promise<void> {
  return page.evaluate(
    async ([place, ms]) => {
      const treeEl = document.querySelector(".moc-path-tree");
      if (treeEl) treeEl.scrollTop = place === "top" ? 0 : treeEl.scrollHeight;
      await new Promise((resolve) => window.setTimeout(resolve, ms));
    },
    [to, REST] as const,
  );
}

const CHANGES = ["edit above all", "edit below all", "click"] as const;

/** The waits for each kind of change, round after round, and for a plain list. */
async function measure(app: ObsidianApp, text: string, entries: number): Promise<ReadonlyMap<string, readonly Wait[]>> {
  const names = [...CHANGES.map((name) => `roadmap, ${name}`), NOTHING, ONE_WORD, "plain list, any change"];
  const waits = names.map((): Wait[] => []);
  // Two rounds to warm up: all texts are parsed by the stand-in app then, which is not measured.
  for (let round = -2; round < ROUNDS; round++) {
    await scrollTree(app, "bottom");
    const below = await editOnce(app, ...editedBelow(text, round + 2));
    await scrollTree(app, "top");
    const all = [await editOnce(app, ...edited(text, round + 2)), below, await clickOnce(app)];
    for (const title of [null, `Word ${round}`]) all.push(await waitOnce(app, title));
    if (round < 0) continue;
    all.forEach((wait, index) => waits[index]?.push(wait));
  }
  // Afterwards: nobody else is to pay for the thousands of elements that it throws away.
  for (let round = 0; round < ROUNDS; round++) waits.at(-1)?.push(await plainOnce(app, entries));
  return new Map(names.map((name, index) => [name, waits[index] ?? []]));
}

/** Opens the roadmap in a leaf of its own and closes it, so many times. */
function openAndClose(app: ObsidianApp, times: number): Promise<void> {
  return app.executeObsidian(
    async ({ app: { workspace } }, [map, count]) => {
      for (let at = 0; at < count; at++) {
        const leaf = workspace.getRightLeaf(true);
        await leaf?.setViewState({ type: "moc-path-roadmap", state: { map } });
        await new Promise((resolve) => window.requestAnimationFrame(resolve));
        leaf?.detach();
      }
    },
    [MAP, times] as const,
  );
}

/** All that is alive in the page: the heap in bytes, and how many nodes and listeners there are. */
interface Alive {
  readonly heap: number;
  readonly things: number;
}

async function aliveIn({ page }: ObsidianApp): Promise<Alive> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { heap: usedSize, things: nodes + jsEventListeners };
}

/**
 * The memory that stays of each view that is opened and closed.
 * A leak shows in each of the series, hence in their median; what the engine compiles late in only one or two.
 */
async function keptByOpening(
  app: ObsidianApp,
  openings: number,
): Promise<{ readonly kilobytes: number; readonly things: number }> {
  await openAndClose(app, WARMING * openings);
  const first = await aliveIn(app);
  let before = first;
  const kilobytes: number[] = [];
  for (let series = 0; series < SERIES; series++) {
    await openAndClose(app, openings);
    const after = await aliveIn(app);
    kilobytes.push((after.heap - before.heap) / 1000 / openings);
    before = after;
  }
  return { kilobytes: summary(kilobytes).median, things: (before.things - first.things) / (SERIES * openings) };
}

const medianOf = (waits: readonly Wait[], unit: keyof Wait): number => summary(waits.map((wait) => wait[unit])).median;

async function report(app: ObsidianApp, text: string, { entries, limit, openings }: Size): Promise<void> {
  const all = await measure(app, text, entries);
  const plainScroll = await scrollBy(app, ".bench-plain");
  await app.page.evaluate(() => document.querySelector(".bench-plain")?.remove());
  const ownScroll = await scrollBy(app, ".moc-path-tree");
  const { inDocument, inView } = await rowsOf(app);
  const rows = [...all].map(([name, waits]) => [
    `${entries} entries, ${name}`,
    ...Object.values(summary(waits.map(({ ms }) => ms))).map(figure),
    figure(medianOf(waits, "frames")),
  ]);
  print(table([["to the painted frame, ms", "median", "low", "high", "frames"], ...rows]));
  const scrolls = [
    ["roadmap", ownScroll],
    ["plain list", plainScroll],
  ] as const;
  print(
    table([
      ["scrolling", "frames", "late"],
      ...scrolls.map(([name, { frames, dropped }]) => [`${entries} entries, ${name}`, String(frames), String(dropped)]),
    ]),
  );
  for (const name of CHANGES)
    print(
      verdict({
        name: `At ${entries} entries: ${name}`,
        value: medianOf(all.get(`roadmap, ${name}`) ?? [], "ms"),
        unit: "ms",
        limit,
        is: "most",
      }),
    );
  print(
    verdict({
      name: `Rows in the document beyond those in view at ${entries} entries`,
      value: inDocument - inView,
      unit: "rows",
      limit: 20,
      is: "most",
    }),
  );
  const kept = await keptByOpening(app, openings);
  print(
    verdict({
      name: `Kept for each view opened and closed at ${entries} entries`,
      value: kept.kilobytes,
      unit: "kB",
      limit: 1,
      is: "most",
    }),
  );
  print(
    verdict({ name: "Nodes and listeners left by each", value: kept.things, unit: "things", limit: 0.1, is: "most" }),
    "",
  );
}

/** A note for each link of the map, as a map's notes are mostly there. */
async function writeNotes(vault: string, text: string): Promise<void> {
  const links = [...text.matchAll(/\[\[([^#|\]\\]+)/g)].flatMap(({ 1: linkpath }) => linkpath ?? []);
  for (const linkpath of new Set([NOTE, ...links])) {
    const path = join(vault, `${linkpath}.md`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, "A note.\n");
  }
}

async function benchSize(size: Size): Promise<void> {
  const vault = await mkdtemp(join(tmpdir(), "moc-path-bench-"));
  const { text } = generateMap(size.entries);
  await writeFile(join(vault, MAP), edited(text, 1)[0]);
  await writeNotes(vault, text);
  const app = await launchObsidian({ vault, width: 1200, height: 900, sidebarWidth: 380, ownWindow: true });
  try {
    await app.obsidianPage.openFile(MAP);
    await app.executeObsidianCommand("moc-path:open-roadmap");
    await app.page.locator(".moc-path-row").first().waitFor({ timeout: 120_000 });
    // The map's own editor is left out of what is measured.
    await app.executeObsidian(({ app: { workspace } }) => workspace.getLeaf(false).setViewState({ type: "empty" }));
    await prepare(app);
    await report(app, text, size);
  } finally {
    await app.close();
    await rm(vault, { recursive: true });
  }
}

export async function benchSidebar(): Promise<void> {
  print("The sidebar, beside a plain list of as many rows.");
  print(
    "Put off until changes have come to rest, and not timed: the counts on the chips, and writing the journal.",
    "",
  );
  for (const size of SIZES) await benchSize(size);
}
