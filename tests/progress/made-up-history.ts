// Histories of vaults as people reorganise them, made up: short notes, notes without headings, hundreds of siblings of
// one template, the same names in many folders; then folders renamed, merged and nested, notes renumbered, deleted,
// written anew and edited. The truth of each move is known.
import type { Fingerprint } from "../../src/progress/fingerprint";
import { randomOf } from "./random";

export interface MadeUpHistory {
  readonly before: ReadonlyMap<string, Fingerprint>;
  readonly after: ReadonlyMap<string, Fingerprint>;
  /** The new path of each note that is at another one now. */
  readonly moves: ReadonlyMap<string, string>;
}

/** The make-up of a vault and the changes in it: numbers of notes and folders, and shares from 0 to 1. */
export interface Habits {
  readonly notes: number;
  readonly folders: number;
  /** Notes of one template, which share all headings but their title. */
  readonly siblings: number;
  /** Notes whose name others have, too, in other folders. */
  readonly duplicates: number;
  /** Short notes that have a heading at all: their name. */
  readonly titled: number;
  /** The most headings of its own that a note has beside that. */
  readonly sections: number;
  /** Folders that got another path. */
  readonly movedFolders: number;
  /** Notes that were deleted, as many as were written anew, half of these under the name of a deleted one. */
  readonly replaced: number;
  /** Moved notes that were edited, too. */
  readonly edited: number;
  /** Notes that got another number before their name, in a folder that moved or one that stayed. */
  readonly renumbered: number;
}

/** The kinds of vaults whose histories were hard to follow. */
export const HABITS: Readonly<Record<string, Habits>> = {
  "short notes": {
    ...{ notes: 1600, folders: 30, siblings: 0, duplicates: 0.05, titled: 0.9, sections: 0 },
    ...{ movedFolders: 0.6, replaced: 0.03, edited: 0.1, renumbered: 0 },
  },
  "hundreds of siblings": {
    ...{ notes: 900, folders: 14, siblings: 0.6, duplicates: 0.04, titled: 0.9, sections: 0 },
    ...{ movedFolders: 0.5, replaced: 0.05, edited: 0.15, renumbered: 0 },
  },
  "names in many folders": {
    ...{ notes: 700, folders: 40, siblings: 0.1, duplicates: 0.25, titled: 0.95, sections: 0 },
    ...{ movedFolders: 0.5, replaced: 0.04, edited: 0.1, renumbered: 0 },
  },
  "notes without headings": {
    ...{ notes: 800, folders: 16, siblings: 0, duplicates: 0.05, titled: 0.1, sections: 0 },
    ...{ movedFolders: 0.5, replaced: 0.04, edited: 0.1, renumbered: 0 },
  },
  "numbered notes": {
    ...{ notes: 600, folders: 20, siblings: 0.2, duplicates: 0.05, titled: 0.8, sections: 6 },
    ...{ movedFolders: 0.3, replaced: 0.05, edited: 0.1, renumbered: 0.4 },
  },
};

const SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split(" ");
const SHARED_NAMES = ["README", "index", "Overview", "Notes", "Introduction", "Exercises", "Summary"];
const TEMPLATE = ["Summary", "Key points", "Questions", "Links"];

/** Makes a history up; the same for the same seed. */
export function madeUpHistory(habits: Habits, seed: number): MadeUpHistory {
  const random = randomOf(seed);
  const folders = foldersOf(habits.folders, random);
  const before = new Map<string, Fingerprint>();
  while (before.size < habits.notes) {
    const note = makeNote(habits, random);
    before.set(`${pick(folders, random)}/${note.basename}.md`, note);
  }
  return changed(before, folders, habits, random);
}

/** Paths of folders, the later ones often inside an earlier one. */
function foldersOf(count: number, random: () => number): readonly string[] {
  const folders: string[] = [];
  while (folders.length < count) {
    const parent = folders.length > 0 && random() < 0.5 ? `${pick(folders, random)}/` : "";
    folders.push(parent + wordOf(random));
  }
  return folders;
}

function makeNote({ siblings, duplicates, titled, sections }: Habits, random: () => number): Fingerprint {
  const basename = random() < duplicates ? pick(SHARED_NAMES, random) : `${wordOf(random)} ${wordOf(random)}`;
  const own =
    sections === 0 ? [] : Array.from({ length: Math.ceil(sections * (0.5 + random() / 2)) }, () => wordOf(random));
  const headings = [...(random() < titled ? [basename] : []), ...own, ...(random() < siblings ? TEMPLATE : [])];
  const lines = headings.length + Math.floor(60 * random() * random());
  return { basename, title: headings[0] ?? null, ids: {}, headings, lines };
}

function changed(
  before: ReadonlyMap<string, Fingerprint>,
  folders: readonly string[],
  habits: Habits,
  random: () => number,
): MadeUpHistory {
  const leaving = new Set(folders.filter(() => random() < habits.movedFolders));
  const staying = folders.filter((folder) => !leaving.has(folder));
  const renames = new Map([...leaving].map((folder) => [folder, newFolder(staying, random)]));
  const [after, moves] = [new Map<string, Fingerprint>(), new Map<string, string>()];
  const deleted: Fingerprint[] = [];
  for (const [path, note] of before) {
    const to = renumbered(movedPath(path, renames), habits, random);
    const isTaken = after.has(to) || (to !== path && before.has(to));
    if (random() < habits.replaced || isTaken) deleted.push(note);
    else {
      const named = { ...note, basename: to.replace(/^.*\//, "").replace(/\.md$/, "") };
      after.set(to, to !== path && random() < habits.edited ? edit(named, random) : named);
      if (to !== path) moves.set(path, to);
    }
  }
  for (const [index, gone] of deleted.entries()) {
    const note = makeNote(habits, random);
    const written = index % 2 === 0 ? { ...note, basename: gone.basename } : note;
    // Not where the folder of the deleted one went: nobody could tell that from a move.
    after.set(`${pick(staying, random)}/New ${wordOf(random)}/${written.basename}.md`, written);
  }
  return { before, after, moves };
}

/** A place for a renamed folder: a new one, one inside a folder that stays, or such a folder itself. */
function newFolder(staying: readonly string[], random: () => number): string {
  const chance = random();
  if (chance < 0.4) return `Archive/${wordOf(random)}`;
  return chance < 0.8 ? `${pick(staying, random)}/${wordOf(random)}` : pick(staying, random);
}

/** The path of a note once the nearest of its folders that was renamed is at its new place. */
function movedPath(path: string, renames: ReadonlyMap<string, string>): string {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    const to = renames.get(path.slice(0, end));
    if (to !== undefined) return to + path.slice(end);
  }
  return path;
}

/** The path with another number before the name, or the first one. */
function renumbered(path: string, { renumbered: share }: Habits, random: () => number): string {
  if (share === 0 || random() >= share) return path;
  return path.replace(/[^/]+$/, (name) => `${10 + Math.floor(random() * 90)} ${name.replace(/^\d+ /, "")}`);
}

/** Some lines more, and a heading more or less. */
function edit(note: Fingerprint, random: () => number): Fingerprint {
  const headings = random() < 0.5 ? [...note.headings, wordOf(random)] : note.headings.slice(0, -1);
  return { ...note, headings, title: headings[0] ?? null, lines: (note.lines ?? 0) + Math.floor(random() * 6) };
}

function wordOf(random: () => number): string {
  const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES, random)).join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function pick<T>(all: readonly T[], random: () => number): T {
  return all[Math.floor(random() * all.length)] as T;
}
