// The reader's progress in a vault on disk, as its journals and the tasks of its maps hold it; nothing is ever written.
import { stateOfMark } from "../../src/core/base/state";
import { TaskStates } from "../../src/index/task-states";
import type { NoteSource } from "../../src/index/ports";
import type { RoadmapIndex } from "../../src/index/roadmap-index";
import { fingerprintOf } from "../../src/progress/fingerprint";
import { isJournalName } from "../../src/progress/journal";
import { Progress } from "../../src/progress/progress";

/** A journal that cannot be read is left out, and said. */
export async function savedProgress(vault: NoteSource, index: RoadmapIndex): Promise<Progress> {
  const taskStates = new TaskStates();
  for (const path of index.maps()) taskStates.read(path, index.roadmap(path));
  const isJournal = (path: string): boolean => vault.cacheOf(path)?.frontmatter?.["moc-path-journal"] !== undefined;
  const refuse = (): Promise<never> => Promise.reject(new Error("Nothing is written here."));
  const progress = new Progress({
    journals: {
      paths: () => vault.notes().filter((path) => isJournal(path) || isJournalName(path)),
      has: (path) => vault.notes().includes(path),
      read: (path) => vault.read(path),
      process: refuse,
      create: refuse,
    },
    device: { load: () => null, save: () => false },
    deviceKind: "",
    now: () => Date.now(),
    later: () => () => undefined,
    random: (length) => "0".repeat(length),
    fingerprint: (path) => (vault.cacheOf(path) ? fingerprintOf(path, vault.cacheOf(path)) : null),
    marks: (target) => taskStates.marks(target),
    stateOfMark: (mark) => stateOfMark(mark),
    writeMarks: () => Promise.resolve(),
    edit: () => Promise.reject(new Error("nothing is edited here")),
    warn: (message, detail) => void process.stderr.write(`${message} ${detail}\n`),
  });
  await progress.journals.load();
  return progress;
}
