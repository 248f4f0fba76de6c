// The words for the language the app is set to.
import { en } from "./en";
import type { Words } from "./words";
import { zh } from "./zh";

/** Chinese for any Chinese, English for everything else. */
export function wordsFor(language: string): Words {
  return /^zh\b/i.test(language) ? zh : en;
}
