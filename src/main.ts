// Builds the plugin out of its parts and takes it apart again. No logic of its own; imported by nobody.
import { getLanguage, Plugin, type EventRef } from "obsidian";
import type { ApiOwner, MocPathApi } from "./api";
import { addCommands, addWaysIn } from "./commands/commands";
import { addPlaces } from "./commands/place-commands";
import { ScriptApi } from "./commands/script-api";
import { rulesOf } from "./core/read/detect";
import { MapEditors } from "./editor/map-editors";
import { wordsFor } from "./i18n/language";
import type { Words } from "./i18n/words";
import { TaskStates } from "./index/task-states";
import { MapEdits } from "./index/map-edits";
import { MapTexts } from "./index/map-texts";
import { RoadmapIndex } from "./index/roadmap-index";
import { TaskMarks } from "./index/task-marks";
import { Totals } from "./index/totals";
import { DeviceMemory } from "./obsidian/device-memory";
import { JournalNotes } from "./obsidian/journal-notes";
import { fenced, log, logged } from "./obsidian/log";
import { HOVER_SOURCE, WorkspaceNavigation } from "./obsidian/navigation";
import { FramePace } from "./obsidian/pace";
import { createFolder } from "./obsidian/new-folder";
import { followLengths, NoteLengths } from "./obsidian/note-lengths";
import { ProgressFiles } from "./obsidian/progress-files";
import { progressPorts, warn } from "./obsidian/progress-ports";
import { NoteEdits } from "./obsidian/note-edits";
import { PluginData } from "./obsidian/plugin-data";
import { renderAnew } from "./obsidian/reading-views";
import { followVault, VaultNotes } from "./obsidian/vault-notes";
import { followNotes, QuietTimes, vaultSnapshot } from "./obsidian/vault-snapshot";
import { MovedNotes } from "./progress/moved-notes";
import { Progress } from "./progress/progress";
import { ReaderSettings } from "./settings/reader-settings";
import { ReaderSettingTab } from "./settings/setting-tab";
import { followFolders } from "./settings/followed-folders";
import { findSameMaps, journalFolder, meaningsOf } from "./settings/settings";
import type { Context } from "./actions/context";
import { Notifier } from "./actions/notifier";
import { AppNotices } from "./obsidian/app-notices";
import { copyText } from "./obsidian/clipboard";
import { offerDeviceName } from "./ui/dialogs/device-naming";
import { RatingChoice } from "./ui/dialogs/rating-choice";
import { addIcons } from "./ui/widgets/icons";
import { NoteMarks } from "./ui/note/note-marks";
import { PathBlock } from "./ui/note/path-block";
import { ReadingMarks } from "./ui/note/reading-marks";
import { TaskConsent } from "./ui/dialogs/task-consent";
import { LinkMending } from "./actions/link-mending";
import { Ratings } from "./actions/ratings";
import { ViewMemory } from "./ui/sidebar/view-memory";
import { ROADMAP_VIEW, RoadmapView } from "./ui/sidebar/roadmap-view";

export default class MocPathPlugin extends Plugin implements ApiOwner {
  /** There from `onload` on. */
  declare api: MocPathApi;
  private readonly reader = new ReaderSettings(new PluginData(this), log);
  /** Once this is set, anything that is registered would never be released. */
  private isUnloaded = false;

  override onload(): void {
    const settings = this.reader;
    const words = wordsFor(getLanguage());
    const notices = new AppNotices();
    const notifier = new Notifier(notices, log);
    const memory = new DeviceMemory(this.app, () => notifier.tell(words.storageFull));
    const pace = new FramePace();
    const journals = new JournalNotes(this.app, pace);
    const index: RoadmapIndex = new RoadmapIndex(new VaultNotes(this.app), pace, rulesOf(settings.current), log, {
      movedTo: (linkpath, sourcePath) => progress.movedLinks.movedTo(linkpath, sourcePath),
      formerPaths: (path) => progress.movedLinks.formerPaths(path),
    });
    const taskStates = new TaskStates();
    const notes = new NoteEdits(this.app);
    const edits = new MapEdits(notes, () => Date.now());
    const maps = new MapTexts(index, notes);
    const taskMarks = new TaskMarks(maps, taskStates, notes, () => settings.current.tasks === "always", warn);
    const progress: Progress = new Progress(progressPorts(this.app, journals, memory, taskMarks), () =>
      journalFolder(settings.current),
    );
    // Before any view: what is drawn after a change has to know what the change declares.
    index.onBound((path, roadmap) => taskStates.read(path, roadmap));
    index.onChange(() => progress.declarationsChanged(taskStates.takeChanged()));
    const movedNotes = new MovedNotes(
      vaultSnapshot(this.app, memory, pace, () => index.maps()),
      progress,
      log,
    );
    const lengths = new NoteLengths(this.app);
    const totals = this.totals(index, progress, lengths);
    const navigation = new WorkspaceNavigation(this.app, movedNotes, progress.movedLinks);
    const viewMemory = new ViewMemory(memory);
    const ratings = new Ratings(this.askForRating(words), maps, edits, words, notifier, log);
    const pathOf = navigation.pathOf.bind(navigation);
    const mending = new LinkMending(maps, edits, progress.movedLinks, pathOf, words, notifier);
    const tasks = new TaskConsent(this.app, words, settings, (targets) => taskMarks.concerns(targets));
    const files = new ProgressFiles(this.app, () => journalFolder(settings.current));
    const context: Context = {
      index,
      totals,
      progress,
      movedNotes,
      words,
      navigation,
      settings,
      edits,
      ratings,
      mending,
      tasks,
      files,
      notifier,
      copyText,
      soon: (task) => void window.setTimeout(task, 0),
      createFolder: (name, notes) => createFolder(this.app, name, notes),
    };

    this.addFeatures(context, memory, viewMemory, [notes, files, notices]);
    this.followSettings(index, taskMarks, progress, taskStates);
    this.startWhenReady(context, journals, lengths);
  }

  private startWhenReady(context: Context, journals: JournalNotes, lengths: NoteLengths): void {
    const { progress, index } = context;
    progress.movedLinks.onChange((paths) => index.movedAway(paths));
    const read = this.reader.read();
    this.app.workspace.onLayoutReady(
      () => void logged("The plugin could not start.", this.start(read, context, journals, lengths)),
    );
  }

  private askForRating(words: Words): (scale: number, give: (value: number) => void) => void {
    return (scale, give) => new RatingChoice(this.app, words, scale, give).open();
  }

  private followSettings(index: RoadmapIndex, taskMarks: TaskMarks, progress: Progress, taskStates: TaskStates): void {
    const { reader } = this;
    this.register(reader.onChange((now) => taskMarks.setMeanings(meaningsOf(now))));
    this.register(reader.onChange(() => progress.declarationsChanged(taskStates.targets())));
    this.register(reader.onChange((now, before) => void (findSameMaps(now, before) || index.setRules(rulesOf(now)))));
  }

  /** Adds all that the reader meets, and what has to end with the plugin; one that fails is missing alone. */
  private addFeatures(
    context: Context,
    memory: DeviceMemory,
    viewMemory: ViewMemory,
    writers: readonly { stop(): void }[],
  ): void {
    const marks = new NoteMarks(context);
    const features: Readonly<Record<string, () => void>> = {
      "The API": () => void (this.api = new ScriptApi(context)),
      "The end of the plugin's work": () => this.addEnds(context, viewMemory, writers),
      "The icons": () => this.register(addIcons()),
      "The preview of notes": () =>
        this.registerHoverLinkSource(HOVER_SOURCE, { display: this.manifest.name, defaultMod: true }),
      "The roadmap": () => this.registerView(ROADMAP_VIEW, (leaf) => new RoadmapView(leaf, context, viewMemory)),
      "The commands": () => addCommands(this, context),
      "The place of a note": () => addPlaces(this, context),
      "The ways in from outside": () => addWaysIn(this, context, this.api),
      "The progress block": () => this.addBlock(context, marks),
      "The marks in a map's text": () => this.addMarks(context, marks),
      "The settings": () => this.addSettingTab(new ReaderSettingTab(this, this.reader, memory, context.words.settings)),
      "Writing when the app is hidden": () => this.writeAtEnd(context.progress),
      "The name of this device": () =>
        this.register(offerDeviceName(this.app, context, () => journalFolder(this.reader.current))),
    };
    for (const [name, add] of Object.entries(features)) fenced(`${name} could not be added.`, add);
  }

  private addEnds(
    { index, movedNotes, progress, navigation, edits }: Context,
    viewMemory: ViewMemory,
    writers: readonly { stop(): void }[],
  ): void {
    for (const kept of [viewMemory, edits])
      this.register(navigation.onRename((path, oldPath) => kept.renamed(path, oldPath)));
    for (const service of [index, movedNotes, progress, ...writers]) this.register(() => void service.stop());
  }

  /** Writes all that is waiting at once when the app quits, or is hidden, as a phone does before it ends it. */
  private writeAtEnd(progress: Progress): void {
    this.registerDomEvent(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden") void progress.flush();
    });
    this.registerEvent(this.app.workspace.on("quit", (tasks) => tasks.add(() => progress.flush())));
  }

  private totals(index: RoadmapIndex, progress: Progress, lengths: NoteLengths): Totals {
    const totals = new Totals(
      index,
      (target) => progress.state(target),
      log,
      (target) => lengths.linesOf(target),
    );
    // Before any view, too: what is drawn after a mark has to count anew.
    this.register(progress.onChange((targets) => targets.size > 0 && totals.statesChanged()));
    return totals;
  }

  override onunload(): void {
    this.isUnloaded = true;
  }

  private async start(
    settingsRead: Promise<void>,
    { index, totals, progress, movedNotes }: Context,
    journals: JournalNotes,
    lengths: NoteLengths,
  ): Promise<void> {
    if (this.isUnloaded) return;
    const register = (ref: EventRef): void => this.registerEvent(ref);
    const followers: Readonly<Record<string, () => void>> = {
      "The folders in the settings": () =>
        followFolders(this.app, this.reader, register, (error) => log("A setting was not saved.", error)),
      "The lengths of notes": () => followLengths(this.app, lengths, (path) => totals.lengthChanged(path), register),
      "The maps": () => followVault(this.app, index, register),
      "The journals": () => journals.follow(progress, register),
      "Renamed notes": () => followNotes(this.app, movedNotes, progress, register),
    };
    for (const [name, follow] of Object.entries(followers)) fenced(`${name} could not be followed.`, follow);
    await settingsRead;
    if (this.isUnloaded) return;
    const registerEnd = (end: () => void): void => this.register(end);
    void logged("Notes that are not indexed could not be searched.", journals.searchUnindexed(progress, registerEnd));
    await Promise.all([
      logged("The maps could not be read.", index.build()),
      logged("The journals could not be read.", progress.load()),
    ]);
    if (!this.isUnloaded) new QuietTimes(this.app, movedNotes, progress).start(register, registerEnd);
  }

  private addBlock(context: Context, marks: NoteMarks): void {
    this.registerMarkdownCodeBlockProcessor("moc-path", (source, el, block) =>
      block.addChild(new PathBlock(el, source, block, context, marks)),
    );
  }

  /** Marks maps in their own text, unless the reader has switched that off. */
  private addMarks(context: Context, marks: NoteMarks): void {
    const [editors, reading] = [new MapEditors(marks), new ReadingMarks(marks)];
    this.registerEditorExtension(editors.extension);
    this.registerMarkdownPostProcessor(reading.process);
    this.register(() => reading.stop());
    for (const shown of [editors, reading]) {
      this.register(context.index.onChange(({ maps }) => shown.mapsChanged(maps)));
      this.register(context.progress.onChange((targets) => void (targets.size > 0 && shown.progressChanged())));
    }
    const show = (): void => {
      const { marks: isShown } = context.settings.current;
      reading.setShown(isShown);
      if (editors.setShown(isShown)) this.app.workspace.updateOptions();
    };
    show();
    this.register(context.settings.onChange(show));
    if (this.app.workspace.layoutReady) renderAnew(this.app);
  }

  override onExternalSettingsChange(): Promise<void> {
    return this.reader.read();
  }
}
