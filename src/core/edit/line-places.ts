// Finds where the lines that an edit expects stand now: where they were read, else the only place where they are.
import { addToGroup } from "../base/group";
import { linesOf, type TextLine } from "./lines";
import type { TextEdit } from "./text-edit";

export class LinePlaces {
  private readonly lineAt: ReadonlyMap<number, number>;
  /** Of each line's words the lines that have them; made when an edit is not where it was. */
  private byWords: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(
    private readonly text: string,
    private readonly lines: readonly TextLine[],
  ) {
    this.lineAt = new Map(lines.map(({ from }, line) => [from, line]));
  }

  /** The first line of the place of an edit, counted from 0; null where it is in none, or in one of several. */
  find({ from, expected }: TextEdit): number | null {
    const words = linesOf(expected);
    const at = this.lineAt.get(from);
    if (at !== undefined && this.stands(words, at)) return at;
    // An empty line is like any other one.
    if (words.every((line) => line.trim() === "")) return null;
    const places = (this.linesWith(words[0] ?? "") ?? []).filter((line) => this.stands(words, line));
    const [first = null, second] = places;
    return second === undefined ? first : this.withOtherEnds(places, from);
  }

  /** True if the text has at the place of an edit what it was to bring there. */
  isDone({ from, insert }: TextEdit): boolean {
    const at = this.lineAt.get(from);
    return at !== undefined && this.stands(linesOf(insert), at);
  }

  private stands(words: readonly string[], at: number): boolean {
    return words.every((line, index) => this.lines[at + index]?.words === line);
  }

  private linesWith(words: string): readonly number[] | undefined {
    this.byWords ??= this.grouped();
    return this.byWords.get(words);
  }

  private grouped(): ReadonlyMap<string, readonly number[]> {
    const groups = new Map<string, number[]>();
    this.lines.forEach(({ words }, line) => addToGroup(groups, words, line));
    return groups;
  }

  /**
   * The place whose offset would be that of an edit if the text had the other kind of line ends: an editor has `\n`
   * where the file has `\r\n`.
   */
  private withOtherEnds(places: readonly number[], from: number): number | null {
    const each = this.text.includes("\r\n") ? -1 : 1;
    return places.find((line) => (this.lines[line]?.from ?? 0) + each * line === from) ?? null;
  }
}
