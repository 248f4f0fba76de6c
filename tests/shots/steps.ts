// The steps that scenes are made of: a map opened, rows marked, the sidebar made narrow, as a reader would.
import type { Locator } from "playwright-core";
import type { ObsidianApp } from "../host/driver";

export async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await row(app).waitFor();
}

/** The first row that shows a text, or the first at all. */
export function row({ page }: ObsidianApp, text = ""): Locator {
  return page.locator(".moc-path-row:visible", { hasText: text }).first();
}

/** Marks entries from the top of the map by keys: `count` of them as done, the next two as skipped and in progress. */
export async function readSome(app: ObsidianApp, count: number): Promise<void> {
  const { page } = app;
  await page.locator(".moc-path-tree").focus();
  await page.keyboard.press("Home");
  for (let at = 0; at < count; at++) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("d");
  for (const state of ["s", "i"]) {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(state);
  }
  await page.keyboard.press("Home");
  await rest(app);
}

/** Nothing is pointed at or answered any more. */
export async function rest({ page }: ObsidianApp): Promise<void> {
  await page.evaluate(() =>
    document.querySelectorAll(".notice, .moc-path-offer-close").forEach((el) => (el as HTMLElement).click()),
  );
  await page.mouse.move(0, 0);
  await page.locator(".moc-path-tree").evaluate((el) => {
    (el as HTMLElement).blur();
    el.scrollTop = 0;
  });
}

export async function setWidth(app: ObsidianApp, width: number): Promise<void> {
  await app.executeObsidian(({ app: { workspace } }, wanted) => workspace.rightSplit.setSize(wanted), width);
}

/** Searches, or stops to. */
export async function search({ page }: ObsidianApp, text: string): Promise<void> {
  await page.locator(".moc-path-search input").fill(text);
  await page.locator(".moc-path-search input").blur();
}

/** Shows the open note in another mode: `mode` "preview" for reading view, `source` false for Live Preview. */
export async function showAs(
  app: ObsidianApp,
  state: { readonly mode?: string; readonly source?: boolean },
): Promise<void> {
  await app.executeObsidian(async ({ app: { workspace } }, wanted) => {
    const view = workspace.getLeavesOfType("markdown")[0]?.view;
    await view?.setState({ ...view.getState(), ...wanted }, { history: false });
  }, state);
}
