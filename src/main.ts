// Builds the plugin out of its parts and takes it apart again. No logic of its own; imported by nobody.
import { getLanguage, Plugin } from "obsidian";
import type { ApiOwner, MocPathApi } from "./api";
import { addCommands, addWaysIn } from "./commands/commands";
import { addPlaces } from "./commands/place-commands";
import { ScriptApi } from "./commands/script-api";
import { rulesOf } from "./core/detect";
import { MapEditors } from "./editor/map-editors";
import { wordsFor } from "./i18n/language";
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
import { whenIndexed } from "./obsidian/readiness";
import { NoteEdits } from "./obsidian/note-edits";
import { PluginData } from "./obsidian/plugin-data";
import { renderAnew } from "./obsidian/reading-views";
import { followVault, VaultNotes } from "./obsidian/vault-notes";
import { followNotes, vaultSight, whenQuiet } from "./obsidian/vault-sight";
import { MovedNotes } from "./progress/moved-notes";
import { Progress } from "./progress/progress";
import { ReaderSettings } from "./settings/reader-settings";
import { ReaderSettingTab } from "./settings/setting-tab";
import { followFolders } from "./settings/followed-folders";
import { findSameMaps, journalFolder, meaningsOf } from "./settings/settings";
import type { Context } from "./ui/context";
import { Answers } from "./ui/answers";
import { addIcons } from "./ui/icons";
import { NoteMarks } from "./ui/note-marks";
import { PathBlock } from "./ui/path-block";
import { ReadingMarks } from "./ui/reading-marks";
import { TaskConsent } from "./ui/task-consent";
import { Ratings } from "./ui/ratings";
import { ViewMemory } from "./ui/view-memory";
import { ROADMAP_VIEW, RoadmapView } from "./ui/roadmap-view";

export default class MocPathPlugin extends Plugin implements ApiOwner {
  /** There from `onload` on. */
  declare api: MocPathApi;
  private readonly reader = new ReaderSettings(new PluginData(this));
  /** What is registered from then on would never be released. */
  private isUnloaded = false;

  override onload(): void {
    const settings = this.reader;
    const words = wordsFor(getLanguage());
    const memory = new DeviceMemory(this.app);
    const journals = new JournalNotes(this.app, () => whenIndexed(this.app, (cancel) => this.register(cancel)));
    const pace = new FramePace();
    const index = new RoadmapIndex(new VaultNotes(this.app), pace, rulesOf(settings.current));
    const declared = new Declared(index);
    const notes = new NoteEdits(this.app);
    const edits = new MapEdits(notes, () => Date.now());
    const maps = new MapTexts(index, notes);
    const taskMarks = new TaskMarks(maps, declared, notes, () => settings.current.tasks === "always", warn);
    const progress = new Progress(progressPorts(this.app, journals, memory, taskMarks), () =>
      journalFolder(settings.current),
    );
    // Before any view: what is drawn after a change has to know what the change declares.
    index.onChange((change) => progress.declarationsChanged(declared.update(change)));
    const movedNotes = new MovedNotes(
      vaultSight(this.app, memory, pace, () => index.maps()),
      progress,
    );
    const lengths = new NoteLengths(this.app);
    const totals = this.totals(index, progress, lengths);
    const navigation = new WorkspaceNavigation(this.app, movedNotes);
    const viewMemory = new ViewMemory(memory);
    const answers = new Answers();
    const ratings = new Ratings(this.app, maps, edits, words, answers);
    const tasks = new TaskConsent(this.app, words, settings, (targets) => taskMarks.concerns(targets));
    const files = new ProgressFiles(this.app, () => journalFolder(settings.current));
    const context: Context = {
      index,
      totals,
      progress,
      movedNotes,
      words,
      navigation,
      viewMemory,
      settings,
      edits,
      ratings,
      tasks,
      files,
      answers,
      createFolder: (name, notes) => createFolder(this.app, name, notes),
    };

    this.addInterface(context);
    this.addSettingTab(new ReaderSettingTab(this, settings, memory, words.settings));
    this.register(
      settings.onChange((now) => {
        taskMarks.setMeanings(meaningsOf(now));
        progress.declarationsChanged(declared.targets());
      }),
    );
    this.register(settings.onChange((now, before) => void (findSameMaps(now, before) || index.setRules(rulesOf(now)))));
    const read = settings.read();
    this.app.workspace.onLayoutReady(() => {
      followLengths(
        this.app,
        lengths,
        (path) => totals.lengthChanged(path),
        (ref) => this.registerEvent(ref),
      );
      this.start(read, index, progress, journals, movedNotes).catch((error: unknown) =>
        console.error("MOC Path: could not start.", error),
      );
    });
  }

  /** All that the reader meets, and what has to end with the plugin. */
  private addInterface(context: Context): void {
    const { index, movedNotes, progress, navigation, viewMemory, edits } = context;
    this.api = new ScriptApi(context);
    this.register(addIcons());
    for (const kept of [viewMemory, edits])
      this.register(navigation.onRename((path, oldPath) => kept.renamed(path, oldPath)));
    for (const service of [index, movedNotes, progress]) this.register(() => void service.stop());
    this.registerHoverLinkSource(HOVER_SOURCE, { display: this.manifest.name, defaultMod: true });
    this.registerView(ROADMAP_VIEW, (leaf) => new RoadmapView(leaf, context));
    addCommands(this, context);
    addPlaces(this, context);
    addWaysIn(this, context, this.api);
    this.addMarks(context);
  }

  private totals(index: RoadmapIndex, progress: Progress, lengths: NoteLengths): Totals {
    const totals = new Totals(
      index,
      (target) => progress.state(target),
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
    await Promise.all([index.build(), progress.load()]);
    if (!this.isUnloaded)
      whenQuiet(
        this.app,
        movedNotes,
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
