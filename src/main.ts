// Builds the plugin out of its parts and takes it apart again. No logic of its own; imported by nobody.
import { getLanguage, Plugin } from "obsidian";
import type { ApiOwner, MocPathApi } from "./api";
import { addCommands, addWaysIn } from "./commands/commands";
import { addPlaces } from "./commands/place-commands";
import { ScriptApi } from "./commands/script-api";
import { rulesOf } from "./core/read/detect";
import { MapEditors } from "./editor/map-editors";
import { wordsFor } from "./i18n/language";
import type { Words } from "./i18n/words";
import { Declared } from "./index/declared";
import { MapEdits } from "./index/map-edits";
import { MapTexts } from "./index/map-texts";
import { RoadmapIndex } from "./index/roadmap-index";
import { TaskMarks } from "./index/task-marks";
import { Totals } from "./index/totals";
import { DeviceMemory } from "./obsidian/device-memory";
import { JournalNotes } from "./obsidian/journal-notes";
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
  private readonly reader = new ReaderSettings(new PluginData(this));
  /** What is registered from then on would never be released. */
  private isUnloaded = false;

  override onload(): void {
    const settings = this.reader;
    const words = wordsFor(getLanguage());
    const notices = new AppNotices();
    const notifier = new Notifier(notices);
    const memory = new DeviceMemory(this.app, () => notifier.tell(words.storageFull));
    const pace = new FramePace();
    const journals = new JournalNotes(this.app, pace);
    const index: RoadmapIndex = new RoadmapIndex(new VaultNotes(this.app), pace, rulesOf(settings.current), {
      movedTo: (linkpath, sourcePath) => progress.movedLinks.movedTo(linkpath, sourcePath),
      formerPaths: (path) => progress.movedLinks.formerPaths(path),
    });
    const declared = new Declared(index);
    const notes = new NoteEdits(this.app);
    const edits = new MapEdits(notes, () => Date.now());
    const maps = new MapTexts(index, notes);
    const taskMarks = new TaskMarks(maps, declared, notes, () => settings.current.tasks === "always", warn);
    const progress: Progress = new Progress(progressPorts(this.app, journals, memory, taskMarks), () =>
      journalFolder(settings.current),
    );
    // Before any view: what is drawn after a change has to know what the change declares.
    index.onChange((change) => progress.declarationsChanged(declared.update(change)));
    const movedNotes = new MovedNotes(
      vaultSnapshot(this.app, memory, pace, () => index.maps()),
      progress,
    );
    const lengths = new NoteLengths(this.app);
    const totals = this.totals(index, progress, lengths);
    const navigation = new WorkspaceNavigation(this.app, movedNotes, progress.movedLinks);
    const viewMemory = new ViewMemory(memory);
    const ratings = new Ratings(this.askForRating(words), maps, edits, words, notifier);
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

    this.addInterface(context, viewMemory, [notes, files, notices]);
    this.addSettingTab(new ReaderSettingTab(this, settings, memory, words.settings));
    this.followSettings(index, taskMarks, progress, declared);
    this.startWhenReady(index, progress, journals, movedNotes);
  }

  private askForRating(words: Words): (scale: number, give: (value: number) => void) => void {
    return (scale, give) => new RatingChoice(this.app, words, scale, give).open();
  }

  private startWhenReady(
    index: RoadmapIndex,
    progress: Progress,
    journals: JournalNotes,
    movedNotes: MovedNotes,
  ): void {
    progress.movedLinks.onChange((paths) => index.movedAway(paths));
    const read = this.reader.read();
    this.app.workspace.onLayoutReady(() => {
      this.start(read, index, progress, journals, movedNotes).catch((error: unknown) =>
        console.error("MOC Path: could not start.", error),
      );
    });
  }

  private followSettings(index: RoadmapIndex, taskMarks: TaskMarks, progress: Progress, declared: Declared): void {
    const { reader } = this;
    this.register(
      reader.onChange((now) => {
        taskMarks.setMeanings(meaningsOf(now));
        progress.declarationsChanged(declared.targets());
      }),
    );
    this.register(reader.onChange((now, before) => void (findSameMaps(now, before) || index.setRules(rulesOf(now)))));
  }

  /** All that the reader meets, and what has to end with the plugin. */
  private addInterface(context: Context, viewMemory: ViewMemory, writers: readonly { stop(): void }[]): void {
    const { index, movedNotes, progress, navigation, edits } = context;
    this.api = new ScriptApi(context);
    this.register(addIcons());
    for (const kept of [viewMemory, edits])
      this.register(navigation.onRename((path, oldPath) => kept.renamed(path, oldPath)));
    for (const service of [index, movedNotes, progress, ...writers]) this.register(() => void service.stop());
    this.registerHoverLinkSource(HOVER_SOURCE, { display: this.manifest.name, defaultMod: true });
    this.registerView(ROADMAP_VIEW, (leaf) => new RoadmapView(leaf, context, viewMemory));
    addCommands(this, context);
    addPlaces(this, context);
    addWaysIn(this, context, this.api);
    this.addMarks(context);
    this.writeAtEnd(progress);
    this.register(offerDeviceName(this.app, context, () => journalFolder(this.reader.current)));
  }

  /** What waits to be written is written at once when the app is hidden, as a phone does before it ends it, or quits. */
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
      (target) => lengths.linesOf(target),
    );
    // Before any view, too: what is drawn after a mark has to count anew.
    this.register(progress.onChange((targets) => targets.size > 0 && totals.statesChanged()));
    const changed = (path: string): void => totals.lengthChanged(path);
    this.app.workspace.onLayoutReady(() => followLengths(this.app, lengths, changed, (ref) => this.registerEvent(ref)));
    return totals;
  }

  override onunload(): void {
    this.isUnloaded = true;
  }

  private async start(
    settingsRead: Promise<void>,
    index: RoadmapIndex,
    progress: Progress,
    journals: JournalNotes,
    movedNotes: MovedNotes,
  ): Promise<void> {
    if (this.isUnloaded) return;
    followFolders(
      this.app,
      this.reader,
      (ref) => this.registerEvent(ref),
      (error) => console.error("MOC Path: a setting was not saved.", error),
    );
    followVault(this.app, index, (ref) => this.registerEvent(ref));
    journals.follow(progress, (ref) => this.registerEvent(ref));
    followNotes(this.app, movedNotes, progress, (ref) => this.registerEvent(ref));
    await settingsRead;
    if (this.isUnloaded) return;
    journals
      .searchUnindexed(progress, (end) => this.register(end))
      .catch((error: unknown) => console.error("MOC Path:", error));
    await Promise.all([index.build(), progress.load()]);
    if (!this.isUnloaded)
      new QuietTimes(this.app, movedNotes, progress).start(
        (ref) => this.registerEvent(ref),
        (end) => this.register(end),
      );
  }

  /** Marks maps in their own text, unless the reader has switched that off. */
  private addMarks(context: Context): void {
    const marks = new NoteMarks(context);
    this.registerMarkdownCodeBlockProcessor("moc-path", (source, el, block) =>
      block.addChild(new PathBlock(el, source, block, context, marks)),
    );
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
