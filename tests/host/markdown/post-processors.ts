// The post processors that plugins have registered, in the order in which they run.
import type { MarkdownPostProcessor } from "obsidian";

const registered: MarkdownPostProcessor[] = [];

/** Lower sort orders run first; of equal ones the one registered first. */
export function registerPostProcessor(processor: MarkdownPostProcessor, sortOrder = 0): void {
  processor.sortOrder = sortOrder;
  registered.push(processor);
  registered.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
}

export function unregisterPostProcessor(processor: MarkdownPostProcessor): void {
  const at = registered.indexOf(processor);
  if (at >= 0) registered.splice(at, 1);
}

export function postProcessors(): readonly MarkdownPostProcessor[] {
  return [...registered];
}
