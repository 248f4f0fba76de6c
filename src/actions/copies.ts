// A roadmap on the clipboard: as Markdown for a note, as JSON for a script.
import { markdownOf } from "../core/roadmap/markdown";
import type { Roadmap } from "../core/roadmap/model";
import { outlineOf, type Outline } from "../core/roadmap/outline";
import type { Context } from "./context";

export function markdownCopy({ progress }: Context, roadmap: Roadmap): string {
  return markdownOf(roadmap, (target) => progress.state(target));
}

/** The outline of a roadmap as things stand now, as a copy. */
export function outlineIn({ progress, totals }: Context, roadmap: Roadmap): Outline {
  return outlineOf(roadmap, {
    tally: totals.tallyOfRoadmap(roadmap),
    total: totals.totalOfRoadmap(roadmap),
    tallyOfDivision: totals.tallyOfDivision,
    stateOf: (target) => progress.state(target),
    actualLinesOf: ({ target }) => totals.linesOf(target),
  });
}

export function jsonCopy(context: Context, roadmap: Roadmap): string {
  return `${JSON.stringify(outlineIn(context, roadmap), null, 2)}\n`;
}

/** Puts a text on the clipboard, and says so. */
export function copy(text: string, { words, notifier, copyText }: Context): void {
  void notifier.tellIfFailed(
    copyText(text).then(() => notifier.tell(words.copied)),
    words.notCopied,
  );
}
