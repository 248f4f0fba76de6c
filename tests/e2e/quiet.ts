// A quiet app: the minute for which the vault has to be quiet before moved notes are looked for, the end of that look,
// and a reader who is told of no findings.
import type { ObsidianApp } from "../host/driver";
import type { PageWindow } from "../host/driver/obsidian-page";

/** The plugin's data of a reader who is not told what upkeep finds: no row, mark or count says it. */
const NO_FINDINGS = { tasks: "never", findings: false } as const;

/** A window for tests of the tree, in which findings add no rows and no marks. */
export const TREE_WINDOW = {
  lang: "en",
  theme: "light",
  width: 1280,
  height: 800,
  sidebarWidth: 380,
  data: NO_FINDINGS,
} as const;

/** The minute that the vault has to be quiet for passes at once. */
export async function quietSoon({ page }: ObsidianApp): Promise<void> {
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window);
    const sooner = (task: TimerHandler, delay?: number): number => later(task, delay === 60_000 ? 300 : delay);
    Object.assign(window, { setTimeout: sooner });
  });
  await page.reload();
  await page.waitForFunction(() => "started" in window);
  await page.evaluate(() => (window as unknown as PageWindow).started);
}

/** The notes of the vault that this device has seen, as they are kept. */
export const known = ({ page }: ObsidianApp): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes("moc-path-known-notes"))),
  );
