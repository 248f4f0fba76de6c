// Wikilinks in a table that an unescaped pipe has cut: Obsidian cannot follow them.
import type { Reading } from "./reading";
import { cutLinksIn } from "./cut-link-pattern";
import { isInside, textBetween, type LineRange, type Range, type Stretch } from "../base/range";

/** The cut links in a line of a table, in order, each listed as unused. */
export function dropCutLinks({ from, to, line }: LineRange, reading: Reading): readonly Range[] {
  const words = reading.text.slice(from, to);
  if (!words.includes("[[")) return [];
  const cut = cutLinksIn(words).filter(({ index }) => !reading.hasLinkAt(from + index));
  for (const [text] of cut) reading.unused.push({ line, text, why: "pipe" });
  return cut.map(({ 0: text, index }) => ({ from: from + index, to: from + index + text.length }));
}

/** The text of a row without its cut links, one for one, but for the pipes that part its cells. */
export function withoutCutLinks(row: Range, cut: readonly Range[], { visible }: Reading): Stretch {
  const words = textBetween(visible, row.from, row.to);
  const text = words.replace(/[^|]/g, (char, at: number) =>
    isInside({ from: row.from + at, to: row.from + at + 1 }, cut) ? " " : char,
  );
  return { text, base: row.from };
}
