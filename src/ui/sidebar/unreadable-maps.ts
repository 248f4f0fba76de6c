// Says which maps could not be read, with a way to try at once; they are tried again by themselves, too.
import { setTooltip } from "obsidian";
import type { Words } from "../../i18n/words";

/** Draws nothing where all maps could be read. */
export function drawUnreadableMaps(
  parent: HTMLElement,
  paths: readonly string[],
  retry: () => void,
  words: Words,
): void {
  const [first] = paths;
  if (first === undefined) return;
  const el = parent.createDiv({ cls: "moc-path-unreadable", attr: { role: "status" } });
  const textEl = el.createSpan({ text: words.unreadableMaps(paths.length, first), attr: { dir: "auto" } });
  if (paths.length > 1) setTooltip(textEl, paths.join("\n"));
  el.createEl("button", { text: words.retry, attr: { "data-key": "unreadable-maps" } }).addEventListener(
    "click",
    retry,
  );
}
