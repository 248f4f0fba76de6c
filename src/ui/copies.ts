// A roadmap on the clipboard: as Markdown for a note, as JSON for a script.
import { Notice } from "obsidian";
import { markdownOf } from "../core/markdown";
import type { Roadmap } from "../core/model";
import { outlineOf, type Outline } from "../core/outline";
import type { Context } from "./context";

export function markdownCopy({ progress }: Context, roadmap: Roadmap): string {
  return markdownOf(roadmap, (target) => progress.state(target));
}

/** The outline of a roadmap as things stand now, as a copy. */
export function outlineIn({ progress, totals }: Context, roadmap: Roadmap): Outline {
  return outlineOf(roadmap, {
    tally: totals.tallyOfRoadmap(roadmap),
    total: totals.totalOfRoadmap(roadmap),
    tallyOfDivision: (division) => totals.tallyOfDivision(division),
    stateOf: (target) => progress.state(target),
    actualLinesOf: ({ target }) => totals.linesOf(target),
  });
}

export function jsonCopy(context: Context, roadmap: Roadmap): string {
  return `${JSON.stringify(outlineIn(context, roadmap), null, 2)}\n`;
}

/** Puts a text on the clipboard of the window that the reader is in, and says so. */
export function copy(text: string, { words }: Context): void {
  activeWindow.navigator.clipboard.writeText(text).then(
    () => new Notice(words.copied),
    (error: unknown) => new Notice(words.notCopied(error instanceof Error ? error.message : String(error))),
  );
}
