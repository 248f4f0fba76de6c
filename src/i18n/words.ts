// Every word of the interface, as a type: a language that lacks one does not compile.
import type { NextReason } from "../core/roadmap/next";
import type { State } from "../core/base/state";
import type { LengthUnit } from "../core/notation/length";
import type { RelationKind } from "../core/notation/words";

/** The texts of the sheet of keys: its headings, what a pointer can do, and what comes of it. */
type HelpText =
  | ("title" | "keyboard" | "onRow" | "onIcon")
  | ("click" | "tap" | "middleClick" | "rightClick" | "longPress" | "hover" | "drag")
  | (
      | "move"
      | "fold"
      | "page"
      | "ends"
      | "open"
      | "cycle"
      | "cycleOrFold"
      | "rate"
      | "unrate"
      | "undo"
      | "next"
      | "search"
      | "extend"
      | "selectAll"
      | "clear"
      | "help"
    )
  | ("newTab" | "split" | "background" | "preview" | "select" | "link" | "menu");

export interface Words {
  /** BCP 47 tag for `Intl`. */
  readonly locale: string;
  readonly roadmap: string;
  readonly openRoadmap: string;
  readonly switchMap: string;
  readonly states: Readonly<Record<State, string>>;
  readonly relations: Readonly<Record<RelationKind, string>>;
  readonly units: Readonly<Record<LengthUnit, (count: string) => string>>;
  readonly keyNote: string;
  readonly missingNote: string;
  /** Beside an entry whose link leads nowhere while its note is known to be elsewhere. */
  readonly movedNote: string;
  movedTo(path: string): string;
  readonly mendLink: string;
  linkMended(title: string): string;
  cannotMend(why: string): string;
  /** Nothing was written. */
  readonly mapChanged: string;
  /** Stands for the title of a heading without words. */
  readonly untitled: string;
  readonly map: string;
  readonly webLink: string;
  doneOf(done: string, counted: string): string;
  /** The number that counts leave out. */
  skippedOf(count: string): string;
  toWrite(count: string): string;
  readonly comma: string;
  linesOf(done: string, all: string): string;
  /** A declared length that no longer fits. */
  lengthOff(declared: string, actual: string): string;
  withBelow(total: string): string;
  readonly markAll: Readonly<Record<State, string>>;
  readonly markAbove: string;
  /** Why marking a row did nothing. */
  readonly nothingToMark: string;
  readonly nothingToRate: string;
  readonly nothingToUndo: string;
  selected(count: number): string;
  readonly markNote: Readonly<Record<State, string>>;
  readonly cycleNote: string;
  /** Says what several marks at once did. */
  marked(count: number, state: State): string;
  /** Asks for a rating. */
  readonly rate: string;
  readonly rateNote: string;
  entries(count: number): string;
  /** Why a rating was not written. */
  readonly notRated: Readonly<Record<"scale" | "column" | "stale", string>>;
  cannotRate(why: string): string;
  readonly undo: string;
  /** On a button beside what was done. */
  readonly undoThis: string;
  readonly redo: string;
  /** A mark, an undo or a redo that failed; nothing of it was done. */
  readonly notMarked: (reason: string) => string;
  readonly notUndone: (reason: string) => string;
  readonly notRedone: (reason: string) => string;
  readonly undone: (count: number) => string;
  readonly redone: (count: number) => string;
  readonly rating: {
    readonly none: string;
    readonly undone: (count: number) => string;
    readonly redone: (count: number) => string;
    /** Ratings that an undo or redo left alone. */
    leftAlone(map: string): string;
  };
  /** Names the notes that an undo or redo left alone. */
  leftAlone(titles: string): string;
  listedIn(map: string): string;
  readonly show: string;
  continueWith(title: string): string;
  /** Before the place of what to go on with. */
  readonly goOn: string;
  readonly openNext: string;
  readonly showNext: string;
  /** The entry after the open note, on its map. */
  toNext(title: string): string;
  toPrevious(title: string): string;
  readonly nextReasons: Readonly<Record<NextReason, string>>;
  readonly allDone: string;
  topics(count: number): string;
  cutLinks(count: number): string;
  stars(value: string, of: string): string;
  notSaved(count: number): string;
  readonly retry: string;
  /** This device's local storage takes no more. */
  readonly storageFull: string;
  readonly openNote: string;
  readonly openFile: string;
  readonly openLink: string;
  /** As Obsidian itself calls them. */
  readonly openInTab: string;
  readonly openBeside: string;
  readonly fold: string;
  readonly unfold: string;
  /** Adds a row to what is selected. */
  readonly select: string;
  readonly unselect: string;
  readonly openMapText: string;
  readonly back: string;
  readonly indexing: string;
  readonly noMaps: { readonly title: string; readonly help: readonly string[] };
  readonly noneChosen: { readonly title: string; readonly help: readonly string[] };
  readonly emptyMap: { readonly title: string; readonly help: readonly string[] };
  missingNotice(title: string): string;
  readonly search: string;
  readonly filters: string;
  readonly chips: Readonly<Record<"key" | "rated" | "upTo" | "hot" | "off" | "missing", string>>;
  /**
   * The limits that a chip with a choice can keep to:
   * that many stars of five or more, that many lines or fewer, or anything.
   */
  readonly atLeast: (stars: string) => string;
  readonly atMost: (lines: string) => string;
  readonly any: string;
  readonly noMatch: { readonly title: string; readonly help: readonly string[] };
  readonly clearFilter: string;
  /** The depth to which the tree is shown. */
  readonly level: string;
  /** A level with the number of its rows. */
  readonly levels: Readonly<Record<"chapter" | "section" | "entry", (count: string) => string>>;
  readonly toLevel: Readonly<Record<"chapter" | "section" | "entry", string>>;
  readonly notDrawn: string;
  /** Creates a first map. */
  readonly createMap: string;
  readonly openMap: string;
  readonly more: string;
  readonly toggleDone: string;
  readonly showDone: string;
  readonly hideDone: string;
  readonly toggleRemarks: string;
  readonly showRemarks: string;
  readonly hideRemarks: string;
  /** Nothing is left of a map while what is done is hidden. */
  readonly allHidden: { readonly title: string; readonly help: readonly string[] };
  readonly copyMarkdown: string;
  readonly copyJson: string;
  /** Copies the address that shows a map. */
  readonly copyUri: string;
  readonly copied: string;
  notCopied(reason: string): string;
  readonly backToMap: string;
  readonly focusRoadmap: string;
  readonly findInRoadmap: string;
  readonly revealNote: string;
  readonly showNoteInMap: string;
  readonly nextEntry: string;
  readonly previousEntry: string;
  readonly doneAndNext: string;
  readonly markSection: string;
  readonly markAboveNote: string;
  readonly help: Readonly<Record<HelpText, string>>;
  /** A fenced block asks for what there is not. */
  unknownOption(name: string, allowed: string): string;
  wrongValue(option: string, value: string, allowed: string): string;
  noSuchMap(name: string): string;
  /** An address from outside asks for a map that there is not. */
  unknownMap(name: string): string;
  /** The help of the command line: its commands and their flags. */
  readonly cli: Readonly<Record<"outline" | "progress" | "next" | "map" | "format", string>>;
  readonly createNote: string;
  /** A map to begin with, and its notes by name, in a new folder. */
  readonly example: Readonly<Record<"open" | "explanation" | "inFolder" | "folder" | "create", string>> & {
    failed(reason: string): string;
    readonly notes: Readonly<Record<string, string>>;
  };
  damagedLines(count: number): string;
  damagedFile(path: string): string;
  /** `others` is how many more there are. */
  cannotRead(path: string, reason: string, others: number): string;
  /** `path` is that of the first. */
  unreadableMaps(count: number, path: string): string;
  /** Export and import of progress. */
  readonly transfer: TransferWords;
  readonly moved: MovedWords;
  readonly settings: SettingWords;
  /** The words on progress files at a device's first mark, and the question what it is called. */
  readonly deviceName: Readonly<Record<"change" | "title" | "help" | "save", string>> & {
    /** `folder` is "" for the vault's root. */
    kept(folder: string, name: string): string;
  };
  /** The question whether tasks in maps may be marked. */
  readonly tasks: {
    readonly title: string;
    readonly question: string;
    readonly yes: string;
    readonly no: string;
    /** The answer could not be saved. */
    notSaved(reason: string): string;
  };
}

/** A setting: its name, and one sentence on it. */
type SettingText = readonly [name: string, sentence: string];

export interface SettingWords {
  readonly maps: string;
  readonly reading: string;
  readonly progress: string;
  readonly note: string;
  readonly sidebar: string;
  readonly of: Readonly<
    Record<
      | "names"
      | "excludedFolders"
      | "remarks"
      | "lengths"
      | "folder"
      | "device"
      | "taskMarks"
      | "taskTodo"
      | "taskDoing"
      | "taskDone"
      | "taskSkipped"
      | "tasks"
      | "marks"
      | "place"
      | "follow",
      SettingText
    >
  >;
  /** Lists that the reader adds to: what each is called, one of its items, adding one, and none. */
  readonly lists: Readonly<
    Record<"names" | "weakNames" | "excludedFolders", Readonly<Record<"heading" | "item" | "add" | "none", string>>>
  >;
  readonly taskWriting: Readonly<Record<"ask" | "always" | "never", string>>;
  /** Some of what is saved cannot be used. */
  readonly damaged: string;
  damagedHelp(names: string): string;
  /** The faults that a name pattern or a folder can have. */
  readonly noPath: string;
  readonly everyNote: string;
  noFolder(path: string): string;
  wrongSign(sign: string): string;
  /** A mark has another meaning already. */
  markTaken(mark: string, meaning: string): string;
  readonly hiddenFolder: string;
}

export interface TransferWords {
  readonly export: string;
  readonly import: string;
  /** The beginning of an exported file's name. */
  readonly name: string;
  readonly formats: Readonly<Record<"json" | "csv" | "md", string>>;
  exported(path: string): string;
  notExported(reason: string): string;
  nothing(path: string): string;
  changes(changed: number, same: number, path: string): string;
  unknown(count: number, links: string): string;
  /** Names that several notes have. */
  ambiguous(count: number, links: string): string;
  /** The switch by which items without a tick count, too. */
  unticked(count: number): string;
  damaged(count: number): string;
  more(count: number): string;
  readonly doImport: string;
  readonly cancel: string;
  readonly imported: (count: number) => string;
  /** The file to import cannot be read. */
  notRead(path: string, reason: string): string;
  /** Of so many journals only some could be written. */
  notImported(written: number, all: number, reason: string): string;
}

/** About notes that were moved while nobody looked. */
export interface MovedWords {
  readonly title: string;
  /** The command, and the button in the sidebar. */
  readonly review: string;
  readonly command: string;
  /** The moved notes that wait for the reader's word. */
  waiting(count: number): string;
  /** A search has found so many notes. */
  notice(count: number): string;
  summary(found: number, waiting: number, missing: number): string;
  readonly plain: string;
  readonly confirmAll: string;
  readonly confirm: string;
  readonly reject: string;
  found(count: number): string;
  missing(count: number): string;
  /** About those that are missing: what becomes of their marks. */
  readonly missingHelp: string;
  unseen(count: number): string;
  readonly unseenHelp: string;
  more(count: number): string;
  from(path: string): string;
  readonly sameName: string;
  readonly sameId: string;
  readonly otherId: string;
  readonly sameLength: string;
  readonly sameFile: string;
  readonly otherFile: string;
  headings(shared: number, all: number): string;
  /** A heading is gone: another of the note looks like it, or a note is called so. */
  readonly heading: string;
  readonly headingAsNote: string;
}
