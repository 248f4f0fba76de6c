// The places of things: turns the parser's points (from 1, newlines normalised) into Obsidian's `Loc` (from 0, offsets
// in UTF-16 units of the text as it is on disk, CRLF and BOM included).
import type { Loc, Pos } from "obsidian";
import type { Point, Span, SyntaxNode } from "./nodes";

/** The text of one note with its lines found once. */
export class SourceText {
  /** Offset at which each line begins. */
  readonly #starts: number[] = [0];
  /** Offset at which each line ends, before its line break. */
  readonly #ends: number[] = [];

  constructor(readonly text: string) {
    for (const lineBreak of text.matchAll(/\r\n|\r|\n/g)) {
      this.#ends.push(lineBreak.index);
      this.#starts.push(lineBreak.index + lineBreak[0].length);
    }
    this.#ends.push(text.length);
  }

  /** The place of a point; one beyond its line or the text is drawn back to the end of that line. */
  loc(point: Point): Loc {
    const line = Math.min(Math.max(point.line - 1, 0), this.#starts.length - 1);
    const start = this.#starts[line] ?? 0;
    const end = this.#ends[line] ?? start;
    const offset = Math.min(start + Math.max(point.column - 1, 0), end);
    return { line, col: offset - start, offset };
  }

  pos(span: Span): Pos {
    return { start: this.loc(span.start), end: this.loc(span.end) };
  }

  /** The place of a range on one line, given by the line (from 0) and its offsets. */
  posOnLine(line: number, from: number, to: number): Pos {
    const start = this.#starts[line] ?? 0;
    return { start: { line, col: from - start, offset: from }, end: { line, col: to - start, offset: to } };
  }

  slice(pos: Pos): string {
    return this.text.slice(pos.start.offset, pos.end.offset);
  }

  /**
   * The position of the one-line `raw` of a node. The parser loses count of columns after some
   * indentations (tabs in nested lists), so the text is compared; when it differs, the nearest place on the same
   * line that holds it is meant. Null when the line does not hold it at all.
   */
  find(node: SyntaxNode, raw: string): Pos | null {
    const guess = this.loc(node.position.start);
    if (this.text.startsWith(raw, guess.offset))
      return this.posOnLine(guess.line, guess.offset, guess.offset + raw.length);
    const from = this.#nearest(raw, guess);
    return from === null ? null : this.posOnLine(guess.line, from, from + raw.length);
  }

  #nearest(raw: string, guess: Loc): number | null {
    const start = this.#starts[guess.line] ?? 0;
    const line = this.text.slice(start, this.#ends[guess.line]);
    const after = line.indexOf(raw, guess.col);
    const before = line.lastIndexOf(raw, guess.col);
    if (after < 0 && before < 0) return null;
    const isAfterNearer = before < 0 || (after >= 0 && after - guess.col < guess.col - before);
    return start + (isAfterNearer ? after : before);
  }
}
