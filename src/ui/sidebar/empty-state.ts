// The sidebar's words while there is no roadmap to show, and the next step out of that.
import type { Words } from "../../i18n/words";

/** The way out of an empty state. */
export interface Step {
  readonly text: string;
  act(): void;
}

/** Draws a title, lines of help, and a button for each next step. */
export function drawEmptyState(parent: HTMLElement, text: Words["noMaps"], ...steps: readonly Step[]): HTMLElement {
  const el = parent.createDiv("moc-path-empty");
  el.createDiv({ cls: "moc-path-empty-title", text: text.title, attr: { dir: "auto" } });
  for (const line of text.help) el.createEl("p", { text: line, attr: { dir: "auto" } });
  for (const step of steps) el.createEl("button", { text: step.text }).addEventListener("click", () => step.act());
  return el;
}
