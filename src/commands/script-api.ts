// Answers other plugins, scripts and the command line. What is promised stands in api.ts.
import type { MocPathApi, NextEntry, PathChange } from "../api";
import { entriesOfRoadmap, type Roadmap } from "../core/roadmap/model";
import type { Outline } from "../core/roadmap/outline";
import { isState, STATES, type State } from "../core/base/state";
import type { Tally } from "../core/roadmap/tally";
import type { ReportedFinding, ReportedPlace } from "../core/upkeep/report";
import { reportOf } from "../index/ready-fixes";
import type { Context } from "../actions/context";
import { ALL_MAPS } from "../core/roadmap/unwritten";
import { outlineIn } from "../actions/copies";
import { nextOn } from "../actions/ahead";

export class ScriptApi implements MocPathApi {
  readonly version = 1;

  constructor(private readonly context: Context) {}

  async maps(): Promise<string[]> {
    await this.ready();
    return [...this.context.index.maps()].sort();
  }

  async outline(map: string): Promise<Outline> {
    return outlineIn(this.context, await this.roadmap(map));
  }

  async tally(map: string): Promise<Tally> {
    return { ...this.context.totals.tallyOfRoadmap(await this.roadmap(map)) };
  }

  async state(target: string): Promise<State> {
    await this.ready();
    return this.context.progress.state(this.known(target));
  }

  async mark(targets: string | readonly string[], state: State): Promise<string[]> {
    await this.ready();
    if (!isState(state)) throw new Error(`unknown state "${String(state)}": it can be ${STATES.join(", ")}`);
    const known = [targets].flat().map((target) => this.known(target));
    return [...(await this.context.progress.mark(known, state))];
  }

  async next(map: string): Promise<NextEntry | null> {
    const next = nextOn(this.context, await this.roadmap(map));
    if (!next) return null;
    const { target, kind, title, link } = next.entry;
    return { target, kind, title, line: link.line, why: next.why };
  }

  async findings(map: string): Promise<ReportedFinding[]> {
    const { path } = await this.roadmap(map);
    const { findings, words, readNote } = this.context;
    await findings.whenSettled();
    return [...(await reportOf(findings.of(path), words.findings.sentence, readNote))];
  }

  async places(note: string): Promise<ReportedPlace[]> {
    await this.ready();
    const found = await this.context.proposals.of(note);
    if (!found) throw new Error(`unknown note "${note}"`);
    return found;
  }

  on(event: "change", callback: (change: PathChange) => void): () => void {
    if (event !== "change") throw new Error(`unknown event "${String(event)}"`);
    const { index, progress } = this.context;
    const tell = (maps: Iterable<string>, targets: Iterable<string>): void => {
      const change = { maps: [...maps], targets: [...targets] };
      if (change.maps.length + change.targets.length > 0) callback(change);
    };
    const ends = [index.onChange(({ maps }) => tell(maps, [])), progress.onChange((targets) => tell([], targets))];
    return () => ends.forEach((end) => end());
  }

  /** Resolves when there is all there is to know. Journals can be found only once their notes are. */
  private async ready(): Promise<void> {
    const { index, progress } = this.context;
    await index.whenSettled();
    await progress.journals.load();
    // Notes that were not indexed before are now.
    await index.whenSettled();
  }

  private async roadmap(map: string): Promise<Roadmap> {
    await this.ready();
    const roadmap = map === ALL_MAPS ? null : this.context.roadmaps.at(map);
    if (!roadmap) throw new Error(`unknown map "${map}"`);
    return roadmap;
  }

  private known(target: string): string {
    const { progress, navigation } = this.context;
    if (progress.holds(target) || navigation.pathOf(target, "") === target || this.isListed(target)) return target;
    throw new Error(`unknown target "${target}"`);
  }

  private isListed(wanted: string): boolean {
    const { index } = this.context;
    const roadmaps = index.maps().flatMap((path) => index.roadmap(path) ?? []);
    return roadmaps.some((roadmap) =>
      entriesOfRoadmap(roadmap).some(({ kind, target }) => kind !== "missing" && target === wanted),
    );
  }
}
