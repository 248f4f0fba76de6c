// The effect of importing a file: worked out before anything is done, and done when the reader says so.
import { errorText } from "../core/base/log";
import { readImport, type ImportedEvents, type ImportedStates } from "../progress/import";
import { ImportTargets, type Meaning } from "../progress/import-targets";
import type { ImportChange } from "../progress/foresee";
import type { State } from "../core/base/state";
import type { Context } from "./context";
import { Marking } from "./marking";

export interface ImportPlan {
  /** The number of items without a tick that would make something "to do", if the reader wants that. */
  readonly unticked: number;
  /** The number of targets that are so already. */
  readonly same: number;
  /** Links that lead nowhere. */
  readonly unknown: readonly string[];
  /** Names that several notes have. */
  readonly ambiguous: readonly string[];
  /** The number of events that could not be read. */
  readonly damaged: number;
  /** The targets whose state changes, unticked items taken for "to do" or not. */
  changes(withUnticked: boolean): readonly ImportChange[];
  /** True if there is anything to take in, even if it only tells of earlier times. */
  hasNews(withUnticked: boolean): boolean;
  act(withUnticked: boolean): void;
}

/** Null if the file says nothing about progress. Rejects if it cannot be read. */
export async function planImport(context: Context, path: string): Promise<ImportPlan | null> {
  const imported = readImport(await context.files.read(path));
  await context.progress.journals.load();
  if (imported === null) return null;
  return imported.kind === "events" ? planEvents(context, imported) : planStates(context, imported, path);
}

function planEvents(context: Context, imported: ImportedEvents): ImportPlan {
  const { journals, changes, same } = context.progress.foresee(imported);
  return {
    unticked: 0,
    same,
    unknown: [],
    ambiguous: [],
    damaged: imported.damaged,
    changes: () => changes,
    hasNews: () => journals.size > 0,
    act: () => void addJournals(context, journals, changes.length),
  };
}

/** One after the other: the first makes the folder for all, and what is written counts though another fails. */
async function addJournals(
  { files, progress, notifier, words: { transfer } }: Context,
  journals: ReadonlyMap<string, string>,
  count: number,
): Promise<void> {
  let written = 0;
  try {
    for (const [name, text] of journals) {
      progress.journals.absorb({ path: await files.create(name, "md", text), text });
      written++;
    }
    notifier.tell(transfer.imported(count));
  } catch (error) {
    notifier.tell(transfer.notImported(written, journals.size, errorText(error)));
  }
}

function planStates(context: Context, { states, unticked, hasPaths }: ImportedStates, path: string): ImportPlan {
  const { files, progress, navigation, words } = context;
  const targets = new ImportTargets(files.paths(), progress, (linkpath) => navigation.pathOf(linkpath, path));
  const meant = [...unticked, ...states].map(({ link, state }) => ({
    link,
    state,
    meaning: hasPaths ? targets.ofPath(link) : targets.ofLink(link),
  }));
  const leftOut = (why: string): readonly string[] => [
    ...new Set(meant.flatMap(({ link, meaning }) => (meaning === why ? [link] : []))),
  ];
  const changesOf = (wanted: readonly (typeof meant)[number][]): readonly ImportChange[] => {
    const to = new Map(
      wanted.flatMap(({ meaning, state }) => (typeof meaning === "string" ? [] : [[meaning.target, state] as const])),
    );
    return [...to].flatMap(([target, state]) => changeOf(target, progress.state(target), state));
  };
  const [all, ticked] = [changesOf(meant), changesOf(meant.slice(unticked.length))];
  const changes = (withUnticked: boolean): readonly ImportChange[] => (withUnticked ? all : ticked);
  return {
    unticked: all.length - ticked.length,
    same: countTargets(meant.slice(unticked.length).map(({ meaning }) => meaning)) - ticked.length,
    unknown: leftOut("unknown"),
    ambiguous: leftOut("ambiguous"),
    damaged: 0,
    changes,
    hasNews: (withUnticked) => changes(withUnticked).length > 0,
    act: (withUnticked) =>
      new Marking(context).each(
        new Map(changes(withUnticked).map(({ target, to }) => [target, to])),
        words.transfer.imported,
      ),
  };
}

function countTargets(meanings: readonly Meaning[]): number {
  return new Set(meanings.flatMap((meaning) => (typeof meaning === "string" ? [] : [meaning.target]))).size;
}

function changeOf(target: string, from: State, to: State): readonly ImportChange[] {
  return from === to ? [] : [{ target, from, to }];
}
