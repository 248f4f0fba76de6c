// English.
import type { Words } from "./words";

function plural(count: number, one: string, many: string): string {
  return `${new Intl.NumberFormat("en").format(count)} ${count === 1 ? one : many}`;
}

export const en: Words = {
  locale: "en",
  roadmap: "Roadmap",
  openRoadmap: "Open roadmap",
  switchMap: "Switch map",
  states: { todo: "To do", doing: "In progress", done: "Done", skipped: "Skipped" },
  relations: { up: "Up", prerequisite: "Prerequisite", next: "Next", related: "Related" },
  units: {
    lines: (count) => `${count} lines`,
    words: (count) => `${count} words`,
    chars: (count) => `${count} characters`,
    pages: (count) => `${count} pages`,
    minutes: (count) => `${count} min`,
  },
  keyNote: "Key note",
  missingNote: "Not written yet",
  map: "Map",
  webLink: "Web link",
  doneOf: (done, counted) => `${done} of ${counted}`,
  linesOf: (done, all) => `${done} of ${all} lines`,
  withBelow: (total) => `${total} with maps below`,
  markAll: { todo: "Mark all as to do", doing: "Mark all as in progress", done: "Mark all as done", skipped: "Mark all as skipped" },
  markAbove: "Mark everything above as done",
  markNote: { todo: "Mark note as to do", doing: "Mark note as in progress", done: "Mark note as done", skipped: "Mark note as skipped" },
  cycleNote: "Cycle state of note",
  marked: (count, state) => `${plural(count, "note", "notes")} marked: ${en.states[state].toLowerCase()}.`,
  undo: "Undo last mark",
  redo: "Redo last mark",
  undone: (count) => `${plural(count, "mark", "marks")} undone.`,
  redone: (count) => `${plural(count, "mark", "marks")} redone.`,
  leftAlone: (titles) => `Left as they are, since they were marked again: ${titles}`,
  continueWith: (title) => `Continue: ${title}`,
  openNext: "Open next up",
  nextReasons: { doing: "In progress, touched last", afterDone: "The first to do behind what you read last", first: "The first to do" },
  allDone: "Nothing is left to do on this map.",
  topics: (count) => plural(count, "topic", "topics"),
  cutLinks: (count) => `${plural(count, "link", "links")} that Obsidian cannot follow`,
  stars: (value, of) => `${value} of ${of} stars`,
  notSaved: (count) => `${plural(count, "mark", "marks")} not saved yet`,
  retry: "Try again",
  cannotSave: (reason) => `Your progress could not be saved: ${reason} It is kept here and will be tried again.`,
  expandAll: "Expand all",
  collapseAll: "Collapse all",
  openNote: "Open note",
  openMapText: "Show in the map",
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
  noneChosen: { title: "No map open", help: ["Open a map, or choose one here."] },
  emptyMap: { title: "Nothing to study here yet", help: ["Add links to this map, in lists or tables below headings."] },
  missingNotice: (title) => `“${title}” is not written yet.`,
  createNote: "Create note",
  damagedLines: (count) =>
    `${plural(count, "line", "lines")} of your saved progress could not be read. The rest was; the damaged text is kept as it is.`,
};
