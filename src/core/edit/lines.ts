// The lines of a text with their offsets, and edits of single lines. A line's end is `\n` or `\r\n`, and no part of it.
import type { Range } from "../base/range";
import type { TextEdit } from "./text-edit";

/** A line; its range is that of its words. */
export interface TextLine extends Range {
  readonly words: string;
  /** Empty at the end of the text. */
  readonly end: string;
}

/** A carriage return that was left over belongs to the line end, too: words never end in one, but at the text's end. */
const END = /\r*\n/g;

/** The lines of a text; the last one is empty where the text ends in a line end. */
export function linesIn(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let from = 0;
  for (const { 0: end, index } of text.matchAll(END)) {
    lines.push({ from, to: index, words: text.slice(from, index), end });
    from = index + end.length;
  }
  return [...lines, { from, to: text.length, words: text.slice(from), end: "" }];
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): string[] {
  return text.split(END);
}

/** The edit that gives a line of a note other words; several lines take its place where those hold line ends. */
export function lineEdit(path: string, { from, to, words }: TextLine, insert: string): TextEdit {
  return { path, from, to, expected: words, insert };
}

/** The edit that undoes another one of a text where that is the only one. */
export function swapped({ path, from, expected, insert }: TextEdit): TextEdit {
  return { path, from, to: from + insert.length, expected: insert, insert: expected };
}
