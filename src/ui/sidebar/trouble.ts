// A line that says what could not be saved or read, with a way to try again at once; all of it is tried again by
// itself, too.
import { setTooltip } from "obsidian";
import type { Words } from "../../i18n/words";

interface Trouble {
  readonly cls: string;
  readonly text: string;
  /** Everything that the text has no room for; null for nothing. */
  readonly more: string | null;
  /** The name by which the keyboard finds its button again in a header that is drawn anew. */
  readonly key: string;
}

export function drawTrouble(parent: HTMLElement, trouble: Trouble, retry: () => void, words: Words): void {
  const el = parent.createDiv({ cls: trouble.cls, attr: { role: "status" } });
  const textEl = el.createSpan({ text: trouble.text, attr: { dir: "auto" } });
  if (trouble.more !== null) setTooltip(textEl, trouble.more);
  const retryEl = el.createEl("button", { text: words.retry, attr: { "data-key": trouble.key } });
  retryEl.addEventListener("click", retry);
}

/** Draws nothing where all maps could be read. */
export function drawUnreadableMaps(
  parent: HTMLElement,
  paths: readonly string[],
  retry: () => void,
  words: Words,
): void {
  const [first, ...others] = paths;
  if (first === undefined) return;
  const text = words.unreadableMaps(paths.length, first);
  const more = others.length > 0 ? paths.join("\n") : null;
  drawTrouble(parent, { cls: "moc-path-unreadable", text, more, key: "unreadable-maps" }, retry, words);
}
