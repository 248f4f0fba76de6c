// The sidebar's words while there is no roadmap to show, and the next step out of that.
import type { MapChoice } from "../../actions/map-choices";
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

/** Draws the maps to choose from, with the progress of each. */
export function drawChoices(
  parent: HTMLElement,
  choices: readonly MapChoice[],
  percentOf: (path: string) => string,
  choose: (path: string) => void,
): void {
  const listEl = parent.createDiv("moc-path-choices");
  for (const choice of choices) {
    const choiceEl = listEl.createEl("button", { cls: "moc-path-choice" });
    choiceEl.createSpan({ cls: "moc-path-title", text: choice.title, attr: { dir: "auto" } });
    choiceEl.createSpan({ cls: "moc-path-count", text: percentOf(choice.path) });
    choiceEl.addEventListener("click", () => choose(choice.path));
  }
}
