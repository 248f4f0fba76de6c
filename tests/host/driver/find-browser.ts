// The program file of the browser that tests run in.
import { findBrowser } from "../../tools/setup.mjs";

/** Throws one sentence if there is none. */
export function browserPath(): string {
  const path = findBrowser();
  if (path === null) throw new Error("No Chrome or Chromium was found: install one, or set CHROME_PATH to its program file.");
  return path;
}
