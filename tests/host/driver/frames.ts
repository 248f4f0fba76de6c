// Waiting until what was asked for has been drawn.
import type { Page } from "playwright-core";

/** Resolves when two frames have begun: what was to be drawn in the next one is on the screen. */
export function frames({ page }: { readonly page: Page }): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
