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

const languages = new WeakMap<MarkdownPostProcessor, string>();

/** Says that a post processor renders fenced blocks of a language. */
export function rendersLanguage(processor: MarkdownPostProcessor, language: string): MarkdownPostProcessor {
  languages.set(processor, language);
  return processor;
}

/** True if a registered post processor renders fenced blocks of a language. */
export function isRenderedLanguage(language: string): boolean {
  return registered.some((processor) => languages.get(processor) === language);
}
