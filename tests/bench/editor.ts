// The cost that the marks add to a keystroke: the same typing into the middle of a map, in Chromium,
// with the plugin on and off in turn.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchObsidian, type ObsidianApp } from "../host/driver/obsidian";
import { generateMap } from "./generated-map";
import { summary } from "./measure";
import { figure, print, table, verdict } from "./report";

const MAP = "Map MOC.md";
const ID = "moc-path";
const ROUNDS = 12;
const SIZES = [
  { entries: 150, limit: 1 },
  { entries: 11_000, limit: 2 },
] as const;

interface Size {
  readonly entries: number;
  /** Milliseconds that the marks may cost. */
  readonly limit: number;
}

/** Milliseconds of one keystroke in the middle of the open note: the mean of many, which are taken back. */
function typeOnce({ page }: ObsidianApp): Promise<number> {
  return page.evaluate(async () => {
    const { app } = window as unknown as { app: import("../host/app").App };
    const view = app.workspace.getLeavesOfType("markdown")[0]?.view;
    if (!view || !("editor" in view)) throw new Error("No editor is open.");
    const { cm } = (view as unknown as { editor: { cm: import("@codemirror/view").EditorView } }).editor;
    const { doc } = cm.state;
    const from = doc.line(Math.floor(doc.lines / 2)).to;
    cm.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const count = 40;
    const start = performance.now();
    for (let at = 0; at < count; at++) {
      cm.dispatch({ changes: { from: from + at, insert: "x" }, userEvent: "input.type" });
      cm.contentDOM.getBoundingClientRect();
    }
    const time = (performance.now() - start) / count;
    cm.dispatch({ changes: { from, to: from + count } });
    return time;
  });
}

async function isMarked({ page }: ObsidianApp): Promise<void> {
  await page.locator(".cm-content .moc-path-mark").first().waitFor({ timeout: 60_000 });
}

async function measure(app: ObsidianApp): Promise<{ readonly on: readonly number[]; readonly off: readonly number[] }> {
  const [on, off]: [number[], number[]] = [[], []];
  for (let round = -2; round < ROUNDS; round++) {
    await app.obsidianPage.enablePlugin(ID);
    await isMarked(app);
    const marked = await typeOnce(app);
    await app.obsidianPage.disablePlugin(ID);
    const bare = await typeOnce(app);
    if (round >= 0) on.push(marked);
    if (round >= 0) off.push(bare);
  }
  return { on, off };
}

async function benchSize({ entries, limit }: Size): Promise<void> {
  const vault = await mkdtemp(join(tmpdir(), "moc-path-bench-"));
  await writeFile(join(vault, MAP), generateMap(entries).text);
  const app = await launchObsidian({ vault, width: 1200, height: 900 });
  try {
    await app.obsidianPage.openFile(MAP);
    await isMarked(app);
    const { on, off } = await measure(app);
    const rows = [
      ["marks", on],
      ["none", off],
    ] as const;
    print(
      table([
        ["one keystroke, ms", "median", "low", "high"],
        ...rows.map(([name, times]) => [`${entries} entries, ${name}`, ...Object.values(summary(times)).map(figure)]),
      ]),
    );
    print(
      verdict({
        name: `Marks at ${entries} entries`,
        value: summary(on).median - summary(off).median,
        unit: "ms",
        limit,
        is: "most",
      }),
      "",
    );
  } finally {
    await app.close();
    await rm(vault, { recursive: true });
  }
}

export async function benchEditor(): Promise<void> {
  print("A keystroke in the editor of a map", "");
  for (const size of SIZES) await benchSize(size);
}
