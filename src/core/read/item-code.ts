// The code blocks in a list item: fenced ones, and lines indented by four behind an empty line.
import type { Range } from "../base/range";

const MAY_HOLD_CODE = /```|~~~|\n[^\S\n]*\n/;
const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
const CODE_INDENT = 4;
const TAB = 4;

/** The width of a line's indent, in columns. */
export function indentOf(line: string): number {
  let width = 0;
  for (const char of line) {
    if (char === "\t") width += TAB - (width % TAB);
    else if (char === " ") width++;
    else break;
  }
  return width;
}

/** Tells of one line after another whether it is code. */
class CodeLines {
  private fence: string | null = null;
  private isIndented = false;
  private isBehindBlank = false;

  constructor(
    /** The column at which the words of the item begin. */
    private readonly indent: number,
  ) {}

  isCode(line: string): boolean {
    const words = line.trim();
    if (this.fence !== null) return this.inFence(words, this.fence);
    const [, ticks, tildes] = FENCE.exec(words) ?? [];
    this.fence = ticks ?? tildes ?? null;
    return this.fence !== null || this.isIndentedCode(line, words);
  }

  private inFence(words: string, fence: string): boolean {
    if (words.startsWith(fence) && words.replaceAll(fence.charAt(0), "") === "") this.fence = null;
    return true;
  }

  private isIndentedCode(line: string, words: string): boolean {
    if (words !== "")
      this.isIndented = (this.isIndented || this.isBehindBlank) && indentOf(line) >= this.indent + CODE_INDENT;
    this.isBehindBlank = words === "";
    return this.isIndented && words !== "";
  }
}

/**
 * The lines of code in the text of an item, as offsets of a note in which the text begins at `base`;
 * `indent` is the column where its words begin.
 */
export function codeIn(text: string, base: number, indent: number): readonly Range[] {
  if (!MAY_HOLD_CODE.test(text)) return [];
  const lines = new CodeLines(indent);
  let from = base;
  return text.split("\n").flatMap((line) => {
    const range = { from, to: from + line.length };
    from = range.to + 1;
    return lines.isCode(line) ? [range] : [];
  });
}
