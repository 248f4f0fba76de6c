// English.
import type { Finding, Fix } from "../core/upkeep/finding";
import { count, reasonInEnglish } from "./finding-reasons-en";
import type { State } from "../core/base/state";

/** The noun that goes with a number as it is written. */
function noun(written: string, one: string, many: string): string {
  return written === "1" ? one : many;
}

function plural(number: number, one: string, many: string): string {
  return `${count(number)} ${noun(count(number), one, many)}`;
}

export const en = {
  /** BCP 47 tag for `Intl`. */
  locale: "en",
  roadmap: "Roadmap",
  openRoadmap: "Open roadmap",
  switchMap: "Switch map",
  /** The title of a home of all maps. */
  allMaps: "All maps",
  openAllMaps: "Open all maps",
  /** Leads to the choice of folders, in a vault without maps. */
  readFolder: "Read a folder as a map",
  maps: (count: number) => plural(count, "map", "maps"),
  lastRead: (when: string) => `Last read: ${when}`,
  states: { todo: "To do", doing: "In progress", done: "Done", skipped: "Skipped" },
  relations: { up: "Up", prerequisite: "Prerequisite", next: "Next", related: "Related" },
  units: {
    lines: (count: string) => `${count} ${noun(count, "line", "lines")}`,
    words: (count: string) => `${count} ${noun(count, "word", "words")}`,
    chars: (count: string) => `${count} ${noun(count, "character", "characters")}`,
    pages: (count: string) => `${count} ${noun(count, "page", "pages")}`,
    minutes: (count: string) => `${count} min`,
  },
  keyNote: "Key note",
  missingNote: "Not written yet",
  /** Beside an entry whose link leads nowhere while its note is known to be elsewhere. */
  movedNote: "moved",
  movedTo: (path: string) => `Moved to ${path}. The link in the map still has the old place.`,
  mendLink: "Fix link",
  linkMended: (title: string) => `The link to “${title}” leads to its new place.`,
  cannotMend: (why: string) => `The link could not be changed: ${why}`,
  /** Nothing was written. */
  mapInConflict: "The map has an unresolved merge conflict: nothing is written until that is resolved.",
  mapChanged: "The map has changed in the meantime, so nothing was written. Try again.",
  /** Stands for the title of a heading without words. */
  untitled: "Untitled",
  map: "Map",
  webLink: "Web link",
  doneOf: (done: string, counted: string) => `${done} of ${counted}`,
  /** The number that counts leave out. */
  skippedOf: (count: string) => `${count} skipped`,
  toWrite: (count: string) => `${count} to write`,
  comma: ", ",
  linesOf: (done: string, all: string) => `${done} of ${all} ${noun(all, "line", "lines")}`,
  /** The counts of this map alone, where those before them hold the maps below it, too. */
  here: (counts: string) => `here ${counts}`,
  markAll: {
    todo: "Mark all as to do",
    doing: "Mark all as in progress",
    done: "Mark all as done",
    skipped: "Mark all as skipped",
  },
  /** Why marking a row did nothing. */
  nothingToMark: "Nothing to mark here: notes that are not written yet have no state.",
  nothingToRate: "Nothing to rate here: only entries can be rated.",
  nothingToUndo: "Nothing to undo.",
  nothingToRedo: "Nothing to redo.",
  nothingToChange: "Nothing had to be changed.",
  selected: (count: number) => `${plural(count, "entry", "entries")} selected`,
  markAbove: "Mark everything above as done",
  markNote: {
    todo: "Mark note as to do",
    doing: "Mark note as in progress",
    done: "Mark note as done",
    skipped: "Mark note as skipped",
  },
  cycleNote: "Cycle state of note",
  /** Says what several marks at once did. */
  marked: (count: number, state: State) =>
    `${plural(count, "note", "notes")} marked as ${en.states[state].toLowerCase()}.`,
  /** Asks for a rating. */
  rate: "Rate…",
  rateNamed: (name: string) => `Rate “${name}”`,
  /** A rating that is chosen already. */
  ratedNow: (stars: string) => `${stars} · now`,
  rateNote: "Rate current note",
  entries: (count: number) => plural(count, "entry", "entries"),
  /** Why a rating was not written. */
  notRated: {
    scale: "The map rates this on a smaller scale.",
    column: "This table has no column of stars to write the rating in.",
  },
  ratedInPart: "Some of these entries could not be rated in this way and were left as they are.",
  cannotRate: (why: string) => `The rating could not be written: ${why}`,
  undo: "Undo last action",
  /** On a button beside what was done. */
  undoThis: "Undo",
  redo: "Redo last action",
  redoThis: "Redo",
  /** A mark, an undo or a redo that failed; nothing of it was done. */
  notMarked: (reason: string) => `Nothing was marked. Try again. (${reason})`,
  notUndone: (reason: string) => `Nothing was undone. It can still be undone: try again. (${reason})`,
  notRedone: (reason: string) => `Nothing was redone. It can still be redone: try again. (${reason})`,
  /** Something was undone, redone or edited: what it is about, how that was, and how it is now. */
  turned: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
  /** The same where it was not one thing before. */
  isNow: (name: string, now: string) => `${name}: ${now}`,
  notes: (count: number) => plural(count, "note", "notes"),
  /** Several things that an undo brought back, each to what it was. */
  asBefore: "as before",
  /** Several marks that a redo brought back. */
  asMarked: "as they were marked",
  rating: {
    none: "No rating",
  },
  /** Names the notes whose lines an edit, undo or redo left alone. */
  editsLeft: (notes: string) => `Left alone where something else is written now: ${notes}`,
  /** Names the notes that an edit, undo or redo could not write. */
  notWritten: (notes: string, reason: string) => `Could not be written: ${notes}. Try again. (${reason})`,
  /** Names the notes that an undo or redo left alone. */
  leftAlone: (titles: string) => `Left as they are, since they were marked again: ${titles}`,
  listedIn: (map: string) => `This note is listed in ${map}`,
  show: "Show",
  continueWith: (title: string) => `Continue: ${title}`,
  /** Before the place of what to go on with. */
  goOn: "Continue",
  openNext: "Open next up",
  showNext: "Show next up in roadmap",
  /** The entry after the open note, on its map. */
  toNext: (title: string) => `Next: ${title}`,
  toPrevious: (title: string) => `Previous: ${title}`,
  nextReasons: {
    doing: "In progress, touched last",
    afterDone: "The first to do after where you read last",
    first: "The first to do",
  },
  /** Before anything of a map is done, in place of “Continue”. */
  start: "Start",
  startWith: (title: string) => `Start: ${title}`,
  /** Of the card, while the note that it names is open. */
  isOpen: (title: string) => `Open now: ${title}`,
  isNext: "Next up",
  /** On the card, before what comes behind the note that is open. */
  thenNext: "Next",
  /** At the end of a map, before the maps and notes to go on with. */
  onwards: "Next",
  doneNext: "Done & next",
  /** Before the title of what comes next. */
  doneThen: "Done – next: ",
  /** Below that. */
  onlyDone: "Only mark done",
  /** `next` is null where nothing is left behind it. */
  doneNextOf: (title: string, next: string | null) =>
    next === null ? `Mark “${title}” as done` : `Mark “${title}” as done and open “${next}”`,
  /** All of a map is done. */
  finished: "Finished",
  finishedHere: "This map is finished",
  moreRelations: "More maps and notes",
  /** On a state icon: what a click does, and what with a key held. */
  hints: {
    map: "Click: show this map",
    /** The state, and those that clicks without and with modifiers give: only other ones are named. */
    state: (state: State, next: State): string =>
      [
        en.states[state],
        `Click: ${en.states[next].toLowerCase()}`,
        ...([state, next].includes("doing") ? [] : ["Shift+click: in progress"]),
        ...(state === "skipped" ? [] : ["Alt+click: skipped"]),
      ].join("\n"),
  },
  allDone: "Nothing is left to do on this map.",
  topics: (count: number) => plural(count, "topic", "topics"),
  cutLinks: (count: number) => `${plural(count, "link", "links")} that Obsidian cannot follow`,
  stars: (value: string, of: string) => `${value} of ${of} stars`,
  notSaved: (count: number) => `${plural(count, "mark", "marks")} not saved yet`,
  retry: "Try again",
  /** This device's local storage takes no more. */
  storageFull:
    "This device’s local storage is full. Your progress is still written to its files, but undo, folds and filters " +
    "may be forgotten when Obsidian closes. Other plugins and vaults share this storage: once they use less, " +
    "all is kept again.",
  /** A level with the number of its rows. */
  levels: {
    chapter: (count: string) => `Chapters: ${count}`,
    section: (count: string) => `Sections: ${count}`,
    entry: (count: string) => `Entries: ${count}`,
  },
  toLevel: { chapter: "Show chapters only", section: "Show chapters and sections", entry: "Show all entries" },
  showMap: "Show map here",
  openNote: "Open note",
  openFile: "Open file",
  openLink: "Open link",
  /** As Obsidian itself calls them. */
  openInTab: "Open in new tab",
  openBeside: "Open to the right",
  fold: "Collapse",
  unfold: "Expand",
  /** Adds a row to what is selected. */
  select: "Select",
  unselect: "Clear selection",
  openMapText: "Show in the map",
  openMapNote: "Open the map’s note",
  openSettings: "Settings",
  close: "Close",
  back: "Back",
  indexing: "Reading your maps…",
  noMaps: {
    title: "No maps yet",
    help: [
      "A map is a note that lists other notes in the order to study them.",
      "Name one “MOC”, or add “type: moc” to its properties.",
      "Headings become chapters and sections, links become entries.",
    ],
  },
  goneMap: { title: "This map is gone", help: ["Its note was moved away or deleted, or is no map any more."] },
  emptyMap: { title: "Nothing to study here yet", help: ["Add links to this map, in lists or tables below headings."] },
  notOpened: (what: string, reason: string) => `Could not open ${what}: ${reason}`,
  missingNotice: (title: string) => `“${title}” is not written yet.`,
  search: "Search…",
  filters: "Filters",
  /** The words on chips, and for those that need more, what they keep. */
  chips: { key: "Key", rated: "Rated", upTo: "Short", hot: "🔥", fixable: "To fix", missing: "To write" },
  chipHints: {
    key: "Key notes",
    rated: "Highly rated notes",
    upTo: "Short notes",
    hot: "Hot notes",
    fixable: "Entries that the map check can fix, or that need a choice",
    missing: "Notes not written yet",
  },
  upTo: (lines: string) => `≤${lines} lines`,
  /** The number of entries that a filter leaves. */
  found: (count: string) => `${count} shown`,
  clear: "Clear",
  /**
   * The limits that a chip with a choice can keep to:
   * that many stars of five or more, that many lines or fewer, or anything.
   */
  atLeast: (stars: string) => `${stars} or more`,
  atMost: (lines: string) => `${lines} lines or fewer`,
  any: "Any",
  noMatch: { title: "Nothing matches", help: ["No entry of this map fits the search and the filters that are on."] },
  clearFilter: "Clear search and filters",
  notDrawn: "Something here could not be displayed.",
  /** Creates a first map. */
  createMap: "Create a map",
  openMap: "Open the map",
  more: "More options",
  toggleDone: "Show or hide done notes",
  showDone: "Show done",
  hideDone: "Hide done",
  toggleRemarks: "Toggle remarks",
  showRemarks: "Show remarks",
  hideRemarks: "Hide remarks",
  /** Nothing is left of a map while what is done is hidden. */
  allHidden: { title: "All done", help: ["Everything on this map is done, and what is done is hidden."] },
  copyMarkdown: "Copy roadmap as Markdown",
  copyJson: "Copy roadmap as JSON",
  /** Copies the address that shows a map. */
  copyUri: "Copy address of roadmap",
  copied: "Copied.",
  notCopied: (reason: string) => `Could not copy: ${reason}`,
  backToMap: "Back to the previous map",
  focusRoadmap: "Focus roadmap",
  findInRoadmap: "Find in roadmap",
  revealNote: "Reveal note in roadmap",
  showNoteInMap: "Show note in the text of its map",
  nextEntry: "Open next entry",
  previousEntry: "Open previous entry",
  doneAndNext: "Mark note as done and open next",
  markSection: "Mark section of note as done",
  markAboveNote: "Mark everything above note as done",
  help: {
    title: "Keys and gestures",
    keyboard: "Keys",
    onRow: "On a row",
    onIcon: "On the state icon",
    click: "Click",
    middleClick: "Middle click",
    rightClick: "Right click",
    hover: "Hover",
    drag: "Drag into a note",
    tap: "Tap",
    longPress: "Long press",
    move: "Move",
    fold: "Fold, unfold, go up and down a level",
    page: "Move by a screenful",
    ends: "First and last row",
    open: "Open",
    cycle: "To do, in progress, done",
    cycleOrFold: "To do, in progress, done; fold, unfold",
    rate: "Rate",
    unrate: "Remove the rating",
    undo: "Undo the last action",
    next: "Open what is next",
    search: "Search",
    extend: "Extend the selection",
    selectAll: "Select all",
    clear: "Clear the selection, then the search",
    help: "This sheet",
    newTab: "Open in a new tab",
    split: "Open to the right",
    background: "Open in a background tab",
    preview: "Preview",
    select: "Add to the selection, or take out",
    link: "Insert links to what is selected",
    menu: "Everything else",
  },
  /** A fenced block asks for what there is not. */
  unknownOption: (name: string, allowed: string) => `There is no option “${name}”. Allowed: ${allowed}.`,
  wrongValue: (option: string, value: string, allowed: string) =>
    `“${value}” cannot be used for “${option}”. Allowed: ${allowed}.`,
  noSuchMap: (name: string) => `“${name}” is not a map. Name one by link or path, as in “map: [[My MOC]]”.`,
  /** An address from outside asks for a map that there is not. */
  unknownMap: (name: string) => `There is no map “${name}” in this vault.`,
  findings: {
    kinds: {
      broken: "Broken link",
      cut: "Link cut by a table",
      length: "Length off",
      part: "Missing heading or block",
      rating: "Ratings differ",
      duplicate: "Listed twice",
      topic: "Topic with a note",
      deprecated: "Outdated note",
      unlisted: "In no map",
      empty: "Empty section",
      cycle: "Map below itself",
    },
    /** Why something was found, and why it is not mended where that is so. */
    sentence: ({ reason, isInConflict }: Pick<Finding, "reason" | "isInConflict">) =>
      isInConflict
        ? `${reasonInEnglish(reason)}; nothing is fixed while the map has an unresolved merge conflict`
        : reasonInEnglish(reason),
  },
  /** The check of maps: what upkeep found, and what to do about it. */
  check: {
    title: "Map check",
    checkMap: "Check this map",
    checkAll: "Check all maps",
    filters: { all: "All", certain: "Certain", choose: "Choose", idea: "Ideas" },
    fix: "Fix",
    choose: "Choose…",
    fixAll: (number: number) => `Fix all certain (${count(number)})…`,
    fixAllTitle: "Fix all certain",
    /** To look at fixes that need an eye, one below the other, and tick those that are right. */
    review: "Review…",
    reviewMenu: (number: number) => `Review ${plural(number, "fix", "fixes")}…`,
    /** Of all lines, those that are ticked. */
    summary: (chosen: number, lines: number, notes: number) =>
      `${count(chosen)} of ${plural(lines, "line", "lines")} in ${plural(notes, "note", "notes")}. ` +
      "A single undo reverts them all.",
    someOf: (chosen: number, all: number) => (chosen === all ? count(all) : `${count(chosen)} of ${count(all)}`),
    fixLines: (lines: number) => `Fix ${plural(lines, "line", "lines")}`,
    /** The link of a missing note, or to what its note does not have. */
    elsewhere: { note: "Lead to another note…", heading: "Lead to another heading…", block: "Lead to another block…" },
    /** Asks what a link is to lead to. */
    leadTo: (name: string) => `“${name}” should lead to…`,
    checkedAgain: "Checked again before writing",
    /** Findings that were mended at once, as undo and redo call them: "Certain findings: as before → fixed". */
    certain: "Certain findings",
    mended: "fixed",
    allMended: (lines: number) => `Fixed ${plural(lines, "line", "lines")}.`,
    failed: (reason: string) => `That could not be done: ${reason}`,
    ignore: "Ignore",
    /** All of a kind, on a map or in a folder. */
    ignoreOn: (place: string) => `Ignore all of these in ${place}`,
    ignoreEverywhere: "Ignore all of these in every map",
    isNew: "New",
    unignore: "No longer ignore",
    isIgnored: (name: string) => `Ignored from now on: ${name}`,
    isNotIgnored: (name: string) => `No longer ignored: ${name}`,
    ignoredCount: (number: number) => `${count(number)} ignored`,
    hide: "Hide",
    /** The findings about the map that is shown, but for ideas; a click opens the check of that map. */
    toFix: (number: number) => `${count(number)} to fix: check this map`,
    /** Says on a menu what a fix does. */
    fixNamed: ({ kind }: Pick<Finding, "kind">, { title, property }: Pick<Fix, "title" | "property">) => {
      if (kind === "duplicate") return `Keep only line ${title}`;
      if (kind === "rating") return `Change the ${property ? "note" : "map"}: ${title}`;
      return `Fix: ${title}`;
    },
    nothing: "Nothing to fix",
    checking: "Checking…",
  },
  /** The help of the command line: its commands and their flags. */
  cli: {
    outline: "Print what maps say, with states",
    progress: "Print how far along maps are",
    next: "Print what to go on with on maps",
    findings: "Print the problems found in maps",
    map: "Path, link or title of a map; all maps if left out",
    place: "Print the sections of maps that a note belongs to",
    note: "Path or link of a note",
    noPlace: "No section of any map fits.",
    format: "As text, which is the default, or as JSON",
  },
  insertBlock: "Insert progress block",
  createNote: "Create note",
  /** A map to begin with, and its notes by name, in a new folder. */
  example: {
    open: "Open example map",
    explanation: "A map and three short notes are put into a new folder. Delete the folder to remove them.",
    inFolder: "Folder",
    folder: "MOC Path example",
    create: "Create and open",
    failed: (reason: string) => `Nothing was changed: ${reason}`,
    /** The notes of the example, by name. */
    notes: {
      "Open a note": "The roadmap stays beside the note, and shows where you are.\n",
      "Mark it":
        "Click the circle before this note in the roadmap: once when you begin, again when you have read it. " +
        "A note in the folder “MOC Path” remembers.\n",
      "Write a map":
        "Name a note “MOC”, write headings, and list links below them. Stars, ⭐ and lengths beside a link are shown.\n",
      MOC:
        "# A first path\n\n" +
        "> A map lists notes in the order to read them.\n\n" +
        "## Look around\n\n" +
        "- [[Open a note]] ⭐ — click its title ★★★★★\n- [[Mark it]] — click its circle ★★★★☆\n\n" +
        "## Your own path\n\n" +
        "- [[Write a map]]\n- [[A note to be written]]\n",
    } as Readonly<Record<string, string>>,
  },
  damagedLines: (count: number) =>
    `${plural(count, "line", "lines")} of your saved progress could not be read. The rest was; the damaged ` +
    "text is kept as it is.",
  damagedFile: (path: string) =>
    `${path} was damaged. It is left as it is, and your progress goes on in a new file beside it.`,
  unclearFile: (path: string) =>
    `${path} has properties that other programs may read otherwise than MOC Path. It is read and left as it ` +
    "is, and your progress goes on in a new file beside it.",
  /** `others` is how many more there are. */
  cannotRead: (path: string, reason: string, others: number) =>
    `${path} cannot be read: ${reason}${others > 0 ? ` (and ${plural(others, "more file", "more files")})` : ""}`,
  /** The words on progress files at a device's first mark, and the question what it is called. */
  deviceName: {
    /** `folder` is "" for the vault's root. */
    kept: (folder: string, name: string) =>
      `Progress is kept in ${folder === "" ? "this vault" : `“${folder}”`}; this device is “${name}” there.`,
    change: "Change the name",
    title: "What is this device called?",
    help: "Used in the names of progress files created on this device, so that you can tell them apart.",
    save: "Save",
  },
  /** `path` is that of the first. */
  unreadableMaps: (count: number, path: string) =>
    count === 1 ? `1 map could not be read: ${path}` : `${count} maps could not be read: ${path}, …`,
  /** The question whether tasks in maps may be marked. */
  tasks: {
    title: "Mark tasks in maps too?",
    question:
      "A map lists this note as a task. Should marking a note also set its task’s box in the map: [ ] to do, " +
      "[/] in progress, [x] done, [-] skipped? Your progress is kept either way. You are asked once for this " +
      "vault.",
    yes: "Mark tasks too",
    no: "Leave maps as they are",
    /** The answer could not be saved. */
    notSaved: (reason: string) => `Your answer holds until Obsidian closes: it could not be saved. (${reason})`,
  },
  settings: {
    maps: "Maps",
    reading: "Reading",
    progress: "Progress",
    note: "In the note",
    sidebar: "Sidebar",
    /** A setting: its name, and one sentence on it. */
    of: {
      names: { name: "Names of maps", desc: "A note with one of these names is a map." },
      excludedFolders: { name: "Excluded folders", desc: "Notes in these folders are never maps." },
      remarks: { name: "Show remarks", desc: "Show below each title what the map says about the note." },
      findings: {
        name: "Show what the map check finds",
        desc: "Mark entries with broken links, lengths that no longer fit and the like, and count them in the header.",
      },
      folder: {
        name: "Folder for progress",
        desc: "New progress files are placed here; those you have stay where they are.",
      },
      device: {
        name: "Name of this device",
        desc: "Used in the names and headings of progress files created on this device; it is not synced.",
      },
      taskMarks: { name: "Other task marks", desc: "What the boxes of tasks mean besides [ ], [/], [x] and [-]." },
      taskTodo: { name: "To do", desc: "A box with one of these characters means to do." },
      taskDoing: { name: "In progress", desc: "A box with one of these characters means in progress." },
      taskDone: { name: "Done", desc: "A box with one of these characters means done." },
      taskSkipped: { name: "Skipped", desc: "A box with one of these characters means skipped." },
      tasks: { name: "Tasks in maps", desc: "Whether marking a note also sets the box of its task in a map." },
      marks: { name: "Mark maps in their text", desc: "Show states and counts in the text of maps." },
      underlines: {
        name: "Underline what the map check finds",
        desc: "With marks in the text of maps, links that the map check could fix have a dotted underline there.",
      },
      place: {
        name: "Show the place of the note",
        desc:
          "Show where the open note stands on its maps: in the status bar; on phones and tablets on a button, " +
          "with another at its end to go on.",
      },
      follow: { name: "Follow the open note", desc: "Show the map you open, and scroll to the note you open." },
    },
    /** Lists that the reader adds to: what each is called, one of its items, adding one, and none. */
    lists: {
      names: {
        heading: "Names, where * is any text",
        item: "Name",
        add: "Add a name",
        none: "No note is a map by its name alone.",
      },
      weakNames: {
        heading: "Names that count with five links or more",
        item: "Name",
        add: "Add a name",
        none: "No names.",
      },
      excludedFolders: { heading: "Folders", item: "Folder", add: "Add a folder", none: "No folder is excluded." },
    },
    taskWriting: { ask: "Ask once", always: "Set the box", never: "Leave maps as they are" },
    /** Some of what is saved cannot be used. */
    damaged: "Some settings could not be read",
    damagedHelp: (names: string) =>
      `Using defaults for: ${names}. Your saved values are kept until you change these settings.`,
    notSaved: (reason: string) => `This setting holds until Obsidian closes: it could not be saved. (${reason})`,
    /** The faults that a name pattern or a folder can have. */
    noPath: "Write a name without a folder.",
    everyNote: "This would make every note a map.",
    noFolder: (path: string) => `There is no folder “${path}”.`,
    wrongSign: (sign: string) => `“${sign}” cannot be part of a folder’s name.`,
    /** A mark has another meaning already. */
    markTaken: (mark: string, meaning: string) => `[${mark}] means “${meaning}” already.`,
    hiddenFolder: "Obsidian does not read folders whose name begins with a dot.",
  },
  /** Export and import of progress. */
  transfer: {
    export: "Export progress",
    import: "Import progress",
    /** The beginning of an exported file's name. */
    name: "Progress export",
    formats: { json: "JSON, with everything", csv: "CSV, for a spreadsheet", md: "Markdown, as a checklist" },
    exported: (path: string) => `Progress exported to ${path}`,
    notExported: (reason: string) => `Nothing was exported. Try again. (${reason})`,
    nothing: (path: string) =>
      `${path} says nothing about progress. It can be a JSON export, a table with the columns target and ` +
      "state, or a checklist with links.",
    changes: (changed: number, same: number, path: string) =>
      `${path} changes ${plural(changed, "note", "notes")}; ${plural(same, "already matches", "already match")}.`,
    unknown: (number: number, links: string) => `${plural(number, "link leads", "links lead")} nowhere: ${links}`,
    /** Names that several notes have. */
    ambiguous: (number: number, links: string) =>
      `Left out, since several notes have ${noun(count(number), "this name", "these names")}: ${links}`,
    /** The switch by which items without a tick count, too. */
    unticked: (number: number) =>
      `Also set ${plural(number, "unchecked item", "unchecked items")} to “${en.states.todo}”`,
    damaged: (number: number) => `${plural(number, "event", "events")} could not be read.`,
    more: (number: number) => `and ${count(number)} more`,
    doImport: "Import",
    cancel: "Cancel",
    imported: (number: number) => `Progress of ${plural(number, "note", "notes")} imported.`,
    /** The file to import cannot be read. */
    notRead: (path: string, reason: string) => `Nothing was imported: ${path} could not be read. (${reason})`,
    /** Of so many journals only some could be written. */
    notImported: (written: number, all: number, reason: string) =>
      written === 0
        ? `Nothing was imported. Try again. (${reason})`
        : `Only ${count(written)} of ${plural(all, "progress file", "progress files")} could be written. ` +
          `Import again: what is here already is not taken twice. (${reason})`,
  },
  moved: {
    title: "Moved notes",
    /** The command, and the button in the sidebar. */
    review: "Review",
    command: "Review moved notes",
    /** The moved notes that wait for the reader's word. */
    waiting: (count: number) => `${plural(count, "moved note", "moved notes")} to confirm`,
    /** A search has found so many notes. */
    notice: (found: number) => `${plural(found, "moved note", "moved notes")} found`,
    summary: (found: number, waiting: number, missing: number) => {
      const all = plural(found + waiting + missing, "note", "notes");
      const notFound = missing === 0 ? "" : `, ${count(missing)} not found`;
      return `${all} with progress moved: ${count(found)} found, ${count(waiting)} to confirm${notFound}.`;
    },
    plain: "Notes with only one match",
    confirmAll: "Confirm all",
    confirm: "Same note",
    reject: "Not the same",
    found: (found: number) => `Found: ${plural(found, "note", "notes")}`,
    missing: (missing: number) => `Not found: ${plural(missing, "note", "notes")}`,
    /** About those that are missing: what becomes of their marks. */
    missingHelp: "Their progress stays in the journal and comes back with them.",
    unseen: (unseen: number) => `Never seen on this device: ${plural(unseen, "note", "notes")}`,
    unseenHelp: "Marked on another device under these paths. They are not searched for here.",
    from: (path: string) => `Was ${path}`,
    sameName: "Same name",
    sameId: "Same date or id",
    otherId: "Another date or id",
    sameLength: "Same length",
    headings: (shared: number, all: number) => `${count(shared)} of ${plural(all, "heading", "headings")} the same`,
    /** Each made room for another: confirming one confirms them all. */
    together: (others: number) => `Moves together with ${plural(others, "other note", "other notes")}`,
    sameFile: "Same size and time",
    otherFile: "Another size or time",
    /** A heading is gone: another of the note looks like it, or a note is called so. */
    heading: "This heading of the note is gone; another looks like it",
    headingAsNote: "This heading is gone from its note; one note has its name",
  },
  /** A map that is written from a folder. */
  folderMap: {
    command: "Write a map of this folder…",
    title: "Write a map of a folder",
    help: (folder: string) =>
      `A new note lists what is in “${folder}” now: folders become chapters. It is yours to change, and does ` +
      "not follow the folder.",
    name: "Name",
    text: "The map as it will be written",
  },
  /** Adding a note where it belongs. */
  adding: {
    /** Why a section is proposed; joined by a dot. */
    reasons: {
      folder: (here: number, all: number) => `${count(here)} of ${plural(all, "note", "notes")} of its folder`,
      links: (here: number, all: number) => `Linked with ${count(here)} of ${plural(all, "note", "notes")} here`,
      colinks: (here: number) => `Links in common with ${plural(here, "note", "notes")} here`,
      tags: (tags: readonly string[]) => `Shares ${tags.map((tag) => `#${tag}`).join(", ")}`,
      words: (words: readonly string[]) => `Words: ${words.join(", ")}`,
      heading: (words: readonly string[]) => `In the heading: ${words.join(", ")}`,
    },
    command: "Add this note to a map…",
    menu: "Add to a map…",
    severalMenu: (number: number) => `Add ${plural(number, "note", "notes")} to maps…`,
    title: "Add to a map",
    severalTitle: (number: number) => `Add ${plural(number, "note", "notes")} to maps`,
    /** The group of sections to choose from. */
    places: "Section",
    noneFits: "No section fits by itself.",
    another: "Another section…",
    /** On a section that the reader looked for. */
    chosen: "Chosen by you",
    search: "Search the sections of all maps",
    newSection: "New section…",
    newTitle: "Title of the new section",
    notHere: "Not here: no longer offer this note",
    preview: "Preview",
    moveUp: "Move up",
    moveDown: "Move down",
    /** The place of the new entry. */
    behind: (title: string) => `After “${title}”`,
    atTop: "At the top",
    add: "Add",
    use: "Use this place",
    addNotes: (number: number) => `Add ${plural(number, "note", "notes")}`,
    chooseFor: (name: string) => `Choose a place for “${name}”`,
    looking: "Looking…",
    summary: (chosen: number, all: number) =>
      `${count(chosen)} of ${plural(all, "note", "notes")} chosen. A single undo reverts them all.`,
    /** More notes than are shown at once. */
    more: (number: number) => `And ${count(number)} more: they follow once these are dealt with.`,
    added: (place: string) => `Added to ${place}`,
    allAdded: (notes: number) => `Added ${plural(notes, "note", "notes")}.`,
    /** A note as undo and redo call it: "Rye: Bread › Grain → not listed there". */
    notListed: "not listed there",
    listed: "listed in maps",
    lost: (names: string) => `Not added, since the section is gone or its map cannot be changed now: ${names}`,
    mapIsOther: "The map has changed. This is how it will be now.",
    gone: (section: string) => `“${section}” is not there any more. These are the places now.`,
    /** The index has not caught up with a map. */
    late: (map: string) =>
      `“${map}” has just changed and is still being read: what will be written is shown in a moment.`,
    conflict: (map: string) =>
      `“${map}” has an unresolved merge conflict: nothing is added to it until that is resolved.`,
    notAdded: "Nothing was written. This is how it will be now.",
    /** At the end of a map's tree. */
    unlisted: (number: number) => `${plural(number, "note of this folder is", "notes of this folder are")} in no map`,
    addThem: "Add…",
  },
};
