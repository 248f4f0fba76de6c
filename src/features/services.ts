// Everything that the features stand on, made once for a plugin and given to each of them.
// All of it is there before the first feature, so what it keeps is up to date before anything is drawn.
import { getLanguage, normalizePath, type App, type Plugin } from "obsidian";
import type { MocPathApi } from "../api";
import type { Context } from "../actions/context";
import { Adding } from "../actions/adding";
import { EditActions } from "../actions/edit-actions";
import { FolderMaps } from "../actions/folder-maps";
import { LinkMending, type AskElsewhere } from "../actions/link-mending";
import { ordersOf } from "../core/roadmap/map-order";
import { Notifier } from "../actions/notifier";
import { PlaceProposals } from "../actions/place-proposals";
import { Ratings, type ToRate } from "../actions/ratings";
import { titleOf } from "../actions/titles";
import { Undoing } from "../actions/undoing";
import { ScriptApi } from "../commands/script-api";
import { excludedFoldersOf, isExcluded, rulesOf } from "../core/read/detect";
import { wordsFor } from "../i18n/language";
import type { Words } from "../i18n/words";
import { Findings } from "../index/findings";
import { MapTexts } from "../index/map-texts";
import { PlaceFinder } from "../index/place-finder";
import { RoadmapIndex } from "../index/roadmap-index";
import { Roadmaps } from "../index/roadmaps";
import { TaskMarks } from "../index/task-marks";
import { TaskStates } from "../index/task-states";
import { Totals } from "../index/totals";
import { AppNotices } from "../obsidian/app-notices";
import { copyText } from "../obsidian/clipboard";
import { errorText } from "../core/base/log";
import { DeviceMemory } from "../obsidian/device-memory";
import { JournalNotes } from "../obsidian/journal-notes";
import { log } from "../obsidian/log";
import { WorkspaceNavigation } from "../obsidian/navigation";
import { NewNotes, spelledFolder } from "../obsidian/new-folder";
import { NoteEdits } from "../obsidian/note-edits";
import { NoteLengths } from "../obsidian/note-lengths";
import { OffSwitch } from "../obsidian/off-switch";
import { FramePace } from "../obsidian/pace";
import { PluginData } from "../obsidian/plugin-data";
import { ProgressFiles } from "../obsidian/progress-files";
import { progressPorts, warn } from "../obsidian/progress-ports";
import { VaultEvents } from "../obsidian/vault-events";
import { VaultNotes } from "../obsidian/vault-notes";
import { vaultSnapshot } from "../obsidian/vault-snapshot";
import { Ignoring } from "../progress/ignoring";
import { MovedNotes } from "../progress/moved-notes";
import { Progress } from "../progress/progress";
import { ReaderSettings } from "../settings/reader-settings";
import { findSameMaps, journalFolder, meaningsOf } from "../settings/settings";
import { ElsewhereChoice } from "../ui/dialogs/elsewhere-choice";
import { RatingChoice } from "../ui/dialogs/rating-choice";
import { TaskConsent } from "../ui/dialogs/task-consent";
import { NoteMarks } from "../ui/note/note-marks";
import { ViewMemory } from "../ui/sidebar/view-memory";

export interface Services {
  /** The services that views and commands know. */
  readonly context: Context;
  readonly api: MocPathApi;
  readonly settings: ReaderSettings;
  /** The folder for new files of progress, as it is spelled in the vault; "" for the vault itself. */
  readonly progressFolder: () => string;
  readonly memory: DeviceMemory;
  readonly viewMemory: ViewMemory;
  /** The marks in maps' own texts. */
  readonly marks: NoteMarks;
  readonly journals: JournalNotes;
  readonly lengths: NoteLengths;
  readonly events: VaultEvents;
  /** They have to end with the plugin: what still runs after that would write. */
  readonly writers: readonly { stop(): void }[];
}

/** Makes all services. Nothing is read yet but what the device remembers. */
export function createServices(plugin: Plugin): Services {
  const { app } = plugin;
  const settings = new ReaderSettings(new PluginData(plugin), log);
  const words = wordsFor(getLanguage());
  const notices = new AppNotices();
  const notifier = new Notifier(notices, log);
  const memory = new DeviceMemory(app, () => notifier.tell(words.storageFull));
  const known = createKnowledge(app, settings, memory);
  const { index, progress, maps, notes, taskMarks, movedNotes } = known;
  const events = new VaultEvents(app);
  const navigation = new WorkspaceNavigation(app, events, movedNotes, progress.movedLinks, (what, error) =>
    notifier.tell(words.notOpened(what, errorText(error))),
  );
  const undoing = new Undoing(progress, (target) => titleOf(target, index, words), words, notifier, log);
  const edits = new EditActions(notes, progress, undoing, words, notifier, () => Date.now());
  const progressFolder = (): string => folderOfProgress(app, settings);
  const files = new ProgressFiles(app, known.offSwitch, progressFolder);
  const newNotes = new NewNotes(app, known.offSwitch);
  const source = new VaultNotes(app);
  const finder = new PlaceFinder(index, source);
  const roadmaps = createRoadmaps(index, source, settings, progressFolder, words);
  const context: Context = {
    ...{ index, roadmaps, totals: known.totals, progress, movedNotes },
    ...{ findings: known.findings, ignoring: known.ignoring },
    readNote: (path) => known.notes.read(path),
    ...{ words, navigation, settings, undoing, edits, files, notifier, log, copyText },
    ratings: new Ratings(askForRating(plugin, words), maps, edits, words, notifier, log),
    proposals: new PlaceProposals(finder, maps, words),
    adding: new Adding(finder, maps, edits, known.findings, words, notifier),
    folderMaps: new FolderMaps(index, source, finder, settings, (path, text) => newNotes.create(path, text)),
    mending: new LinkMending(askElsewhere(plugin, words), known.findings, edits, progress.movedLinks, words, notifier),
    tasks: new TaskConsent(app, words, settings, (targets) => taskMarks.concerns(targets)),
    newNotes,
  };
  followSettings(plugin, settings, known);
  // Folders that are left out may be others now.
  plugin.register(settings.onChange(() => roadmaps.filesChanged()));
  return {
    context,
    api: new ScriptApi(context),
    settings,
    progressFolder,
    memory,
    viewMemory: new ViewMemory(memory, (path) => roadmaps.lastAt(path)),
    marks: new NoteMarks(context),
    journals: known.journals,
    lengths: known.lengths,
    events,
    writers: [known.offSwitch, maps, notices],
  };
}

function createRoadmaps(
  index: RoadmapIndex,
  vault: VaultNotes,
  settings: ReaderSettings,
  progressFolder: () => string,
  words: Words,
): Roadmaps {
  const files = (): readonly string[] => {
    const left = [...excludedFoldersOf(settings.current), `${progressFolder()}/`];
    return vault.files().filter((path) => !isExcluded(path, left));
  };
  return new Roadmaps(index, { ...ordersOf(words.locale), title: words.allMaps, files, log });
}

function folderOfProgress({ vault }: App, settings: ReaderSettings): string {
  const folder = journalFolder(settings.current);
  return folder === "" ? "" : spelledFolder(vault, normalizePath(folder));
}

/** Everything known of maps, notes and progress, each kept up to date with the others. */
interface Knowledge {
  readonly offSwitch: OffSwitch;
  readonly index: RoadmapIndex;
  readonly notes: NoteEdits;
  readonly maps: MapTexts;
  readonly taskStates: TaskStates;
  readonly taskMarks: TaskMarks;
  readonly progress: Progress;
  readonly journals: JournalNotes;
  readonly movedNotes: MovedNotes;
  readonly lengths: NoteLengths;
  readonly totals: Totals;
  readonly findings: Findings;
  readonly ignoring: Ignoring;
}

function createKnowledge(app: App, settings: ReaderSettings, memory: DeviceMemory): Knowledge {
  const pace = new FramePace();
  const journals = new JournalNotes(app, pace);
  const offSwitch = new OffSwitch();
  const notes = new NoteEdits(app, offSwitch);
  const index: RoadmapIndex = new RoadmapIndex(
    new VaultNotes(app),
    pace,
    rulesOf(settings.current),
    log,
    () => progress.movedLinks,
  );
  const maps = new MapTexts(index, notes, pace);
  const taskStates = new TaskStates();
  const taskMarks = new TaskMarks(maps, taskStates, notes, () => settings.current.tasks === "always", warn);
  const ports = progressPorts(app, journals, memory, taskStates, taskMarks, notes);
  const progress: Progress = new Progress(ports, () => folderOfProgress(app, settings));
  const snapshot = vaultSnapshot(app, memory, pace, () => index.maps());
  const movedNotes = new MovedNotes(snapshot, progress, log);
  const lengths = new NoteLengths(app);
  const stateOf = progress.state.bind(progress);
  const totals = new Totals(index, stateOf, log, (target) => lengths.linesOf(target), progress);
  const ignoring = new Ignoring(progress, (path) => progress.movedLinks.formerPaths(path));
  const base = {
    ...{ offSwitch, index, notes, maps, taskStates, taskMarks },
    ...{ progress, journals, movedNotes, lengths, totals, ignoring },
  };
  const known = { ...base, findings: createFindings(base, new VaultNotes(app), pace, settings) };
  followEachOther(known);
  return known;
}

function createFindings(
  { index, maps, totals, progress, ignoring }: Omit<Knowledge, "findings">,
  source: VaultNotes,
  pace: FramePace,
  settings: ReaderSettings,
): Findings {
  return new Findings({
    ...{ source, index, texts: maps, pace, log },
    ...{ lengths: totals, moves: progress.movedLinks, ignoring },
    isExcluded: (path) => isExcluded(path, excludedFoldersOf(settings.current)),
  });
}

function askForRating({ app }: Plugin, words: Words): (rated: ToRate, give: (value: number) => void) => void {
  return (rated, give) => new RatingChoice(app, words, rated, give).open();
}

function askElsewhere({ app }: Plugin, words: Words): AskElsewhere {
  return (name, elsewhere, choose) => new ElsewhereChoice(app, words, name, elsewhere, choose).open();
}

function followEachOther({ index, progress, totals, taskStates, findings, ignoring }: Knowledge): void {
  ignoring.onChange(() => findings.ignoredChanged());
  index.onBound((path, roadmap) => {
    // At once: what is counted before the others are told holds these marks, and they may change back by then.
    totals.statesChanged(taskStates.read(path, roadmap));
    if (!roadmap) totals.mapGone(path);
  });
  index.onChange(() => progress.declarationsChanged(taskStates.takeChanged()));
  progress.onChange((targets) => totals.statesChanged(targets));
  progress.movedLinks.onChange((paths) => index.movedAway(paths));
  // Findings that were ignored stay so when their note is found at another path.
  progress.movedLinks.onChange(() => findings.ignoredChanged());
}

function followSettings(
  plugin: Plugin,
  settings: ReaderSettings,
  { index, progress, taskMarks, taskStates, findings }: Knowledge,
): void {
  plugin.register(settings.onChange((now) => taskMarks.setMeanings(meaningsOf(now))));
  plugin.register(settings.onChange(() => progress.declarationsChanged(taskStates.targets())));
  plugin.register(
    settings.onChange((now, before) => {
      if (!findSameMaps(now, before)) void index.setRules(rulesOf(now)).then(() => findings.checkAll());
    }),
  );
}
