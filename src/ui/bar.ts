// The bar of what is done and what is in progress.
import { progressOf, type Tally } from "../core/tally";

export function drawBar(parent: HTMLElement, tally: Tally): HTMLElement {
  const open = Math.max(tally.counted - tally.skipped, 1);
  const bar = parent.createDiv("moc-path-bar");
  bar.setCssProps({ "--moc-path-done": String(progressOf(tally) ?? 0), "--moc-path-doing": String(tally.doing / open) });
  return bar;
}
