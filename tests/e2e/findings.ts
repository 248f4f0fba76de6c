// The faults that axe finds with a part of the page, in the theme that is on or in both.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { ObsidianApp } from "../host/driver";

const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Each as `rule: selector`. */
export async function findings({ page }: ObsidianApp, within: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await readFile(axeSource, "utf8"));
  const results = await page.evaluate(
    (selector) => (window as unknown as { axe: typeof axe }).axe.run(selector, { resultTypes: ["violations"] }),
    within,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
  );
}

/** Looks in the theme that is on, then in the other, and ends with the first. */
export async function findingsInBothThemes(app: ObsidianApp, within: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let turn = 0; turn < 2; turn++) {
    found.push(...(await findings(app, within)));
    await app.page.evaluate(() => {
      for (const theme of ["theme-light", "theme-dark"]) document.body.classList.toggle(theme);
    });
  }
  return found;
}
