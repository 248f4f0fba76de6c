// All of the plugin below its interface over a generated vault:
// what main.ts attaches to the index, and to the app's events, and what an open sidebar asks after each change.
import { DEFAULT_RULES } from "../default-rules";
import type { NoteCache } from "../../src/core/base/cache";
import { Findings } from "../../src/index/findings";
import { MapTexts } from "../../src/index/map-texts";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { TaskStates } from "../../src/index/task-states";
import { Totals } from "../../src/index/totals";
import { FramePace } from "../../src/obsidian/pace";
import { TimeSlices } from "../../src/obsidian/time-slices";
import { MovedNotes } from "../../src/progress/moved-notes";
import { Progress } from "../../src/progress/progress";
import { toTerminal } from "../logs";
import { FakeDevice, FakeVault } from "../progress/fake-ports";
import { pathOfMap, pathOfNote, type GeneratedVault } from "./generated-vault";

/** So many notes are marked as done. */
const MARKED = 1_000;

export class WholeCore {
  readonly index: RoadmapIndex;
  private readonly progress: Progress;
  private readonly totals: Totals;
  private readonly movedNotes: MovedNotes;
  private readonly findings: Findings;
  private readonly slices = new TimeSlices();
  private readonly device = new FakeDevice(new FakeVault());

  constructor(private readonly vault: GeneratedVault) {
    const [pace, taskStates] = [new FramePace(), new TaskStates()];
    this.index = new RoadmapIndex(vault, pace, DEFAULT_RULES, toTerminal);
    this.progress = new Progress({ ...this.device.ports(), marks: (target) => taskStates.marks(target) });
    this.index.onChange(() => this.progress.declarationsChanged(taskStates.takeChanged()));
    this.totals = new Totals(this.index, (target) => this.progress.state(target), toTerminal);
    this.index.onBound((path, roadmap) => this.totals.statesChanged(taskStates.read(path, roadmap)));
    this.progress.onChange((targets) => this.totals.statesChanged(targets));
    this.movedNotes = this.moved(pace);
    this.progress.onChange((targets) => void this.movedNotes.follow(targets));
    this.findings = this.findingsOf(pace);
    for (const source of [this.index, this.progress]) source.onChange(() => this.draw());
    this.totals.onLengthChange((path) => this.drawLength(path));
  }

  /** Reads all maps, then checks them. */
  async start(): Promise<void> {
    await this.index.build();
    await this.findings.start();
  }

  /** Marks some of the notes that bursts are about. */
  async mark(): Promise<void> {
    const notes = Array.from({ length: MARKED }, (_, at) => pathOfNote(99_999 - at));
    await this.progress.mark(notes, "done");
  }

  created(path: string): void {
    this.slices.run(() => this.tellCreated(path));
  }

  changed(path: string, text: string, cache: NoteCache): void {
    this.slices.run(() => this.tellChanged(path, text, cache));
  }

  removed(path: string): void {
    this.slices.run(() => this.tellRemoved(path));
  }

  renamed(path: string, oldPath: string): void {
    this.slices.run(() => this.tellRenamed(path, oldPath));
  }

  private tellCreated(path: string): void {
    this.index.created(path);
    this.findings.created(path);
    this.progress.moving.notesChanged([path]);
  }

  private tellChanged(path: string, text: string, cache: NoteCache): void {
    this.index.changed(path, text, cache);
    this.findings.changed(path);
    this.totals.lengthChanged(path);
  }

  private tellRemoved(path: string): void {
    this.index.removed(path);
    this.findings.removed(path);
    this.totals.lengthChanged(path);
    this.progress.moving.notesChanged([path]);
  }

  private tellRenamed(path: string, oldPath: string): void {
    this.index.renamed(path, oldPath);
    this.findings.renamed(path, oldPath);
    this.totals.lengthChanged(oldPath);
    this.progress.moving.notesChanged([oldPath, path]);
    void this.movedNotes.renamed(oldPath, path);
  }

  private findingsOf(pace: FramePace): Findings {
    const { index, totals, vault } = this;
    const notes = { read: (path: string) => vault.read(path) };
    return new Findings({
      source: vault,
      ...{ index, pace, log: toTerminal, texts: new MapTexts(index, notes, pace) },
      lengths: totals,
      moves: { moveOf: () => null },
      isExcluded: () => false,
      ignoring: { isIgnored: () => false },
    });
  }

  private moved(pace: FramePace): MovedNotes {
    const sight = {
      device: { load: () => null, save: () => true },
      files: () => this.vault.notes(),
      isThere: (path: string) => this.vault.cacheOf(path) !== null,
      later: (task: () => void, delay: number) => pace.later(task, delay),
      fingerprint: () => null,
      hasPart: () => null,
      partsOf: () => [],
      watched: () => this.index.maps(),
      breathe: () => pace.breathe(),
      now: () => 0,
    };
    return new MovedNotes(sight, this.progress, toTerminal);
  }

  /** Asks all that a sidebar asks that shows the first map. */
  private draw(): void {
    const roadmap = this.index.roadmap(pathOfMap(0));
    if (roadmap) this.totals.tallyOfRoadmap(roadmap);
  }

  private drawLength(path: string): void {
    const roadmap = this.index.lastRoadmap(pathOfMap(0));
    if (roadmap) this.totals.counts(roadmap, path);
  }
}
