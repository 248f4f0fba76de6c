// The answers of `obsidian moc-path:…`: outlines, progress, what comes next and what is to be mended, of one map or of
// all, as text or JSON.
import { errorText } from "../core/base/log";
import { Platform, type CliData, type CliFlags, type Plugin } from "obsidian";
import type { MocPathApi } from "../api";
import type { ReportedPlace } from "../core/upkeep/report";
import type { ReportedFinding } from "../core/upkeep/report";
import { linkpathOf } from "../core/read/links";
import { progressOf } from "../core/roadmap/tally";
import type { Context } from "../actions/context";
import { markdownCopy } from "../actions/copies";
import { Figures } from "../ui/widgets/figures";
import { findMap } from "./find-map";

/** The same, for scripts and for people. */
interface Answer {
  readonly data: unknown;
  readonly text: string;
}

function checkFormat(format: string): void {
  if (format !== "text" && format !== "json") throw new Error(`unknown format "${format}": it can be text, json`);
}

function placeText({ map, section, after, reasons, preview }: ReportedPlace): string {
  return `${map}:${after + 1}  ${section.join(" › ")}  (${reasons.join(" · ")})\n  ${preview.trim()}`;
}

export class CommandLine {
  private readonly figures: Figures;

  constructor(
    private readonly context: Context,
    private readonly api: MocPathApi,
  ) {
    this.figures = new Figures(context.words);
  }

  /** Adds its commands. Only the desktop app has a command line. */
  add(plugin: Plugin): void {
    if (!Platform.isDesktopApp) return;
    const { words } = this.context;
    const flags: CliFlags = {
      map: { value: "<path>", description: words.cli.map },
      format: { value: "text|json", description: words.cli.format },
    };
    for (const action of ["outline", "progress", "next", "findings"] as const) {
      plugin.registerCliHandler(`moc-path:${action}`, words.cli[action], flags, (params) =>
        this.run(params, (map) => this[action](map)),
      );
    }
    const noteFlag: CliFlags = { note: { value: "<path>", description: words.cli.note, required: true } };
    const placeFlags = { ...noteFlag, format: { value: "text|json", description: words.cli.format } };
    plugin.registerCliHandler("moc-path:place", words.cli.place, placeFlags, (params) => this.place(params));
  }

  /** The places of one note. Never rejects. */
  private async place({ note = "", format = "text" }: Partial<CliData>): Promise<string> {
    try {
      checkFormat(format);
      const path = this.context.navigation.pathOf(linkpathOf(note), "") ?? note;
      const places = await this.api.places(path);
      if (format === "json") return JSON.stringify(places, null, 2);
      if (places.length === 0) return this.context.words.cli.noPlace;
      return places.map(placeText).join("\n");
    } catch (error) {
      return `Error: ${errorText(error)}`;
    }
  }

  /** Never rejects: whoever asked is told what is wrong. */
  private async run(
    { map, format = "text" }: Partial<CliData>,
    answer: (map: string) => Promise<Answer>,
  ): Promise<string> {
    try {
      checkFormat(format);
      const answers: Answer[] = [];
      for (const path of await this.maps(map)) answers.push(await answer(path));
      if (format === "text") return answers.flatMap(({ text }) => (text === "" ? [] : text)).join("\n");
      const data = answers.map((one) => one.data);
      return JSON.stringify(map === undefined ? data.flat() : data[0], null, 2);
    } catch (error) {
      return `Error: ${errorText(error)}`;
    }
  }

  /** The map that is named, else all. */
  private async maps(name: string | undefined): Promise<readonly string[]> {
    const all = await this.api.maps();
    if (name === undefined) return all;
    return [findMap(this.context, name) ?? name];
  }

  private async outline(map: string): Promise<Answer> {
    const data = await this.api.outline(map);
    const roadmap = this.context.roadmaps.at(map);
    return { data, text: roadmap ? markdownCopy(this.context, roadmap) : "" };
  }

  private async progress(map: string): Promise<Answer> {
    const { path, title, tally, total } = await this.api.outline(map);
    return {
      data: { path, title, tally, total },
      text: `${this.figures.percent(progressOf(tally))}  ${this.figures.doneOf(tally)}  ${title}  ${path}`,
    };
  }

  private async next(map: string): Promise<Answer> {
    const { words, roadmaps } = this.context;
    const next = await this.api.next(map);
    const title = roadmaps.at(map)?.title ?? map;
    return {
      data: { path: map, title, next },
      text: `${title}: ${next ? `${next.title}  ${next.target}` : words.allDone}`,
    };
  }

  private async findings(map: string): Promise<Answer> {
    const data = await this.api.findings(map);
    return { data, text: data.map((finding) => this.line(finding)).join("\n") };
  }

  /** A finding as `map:line  class: kind  text  reason`; lines count from 1, as in an editor. */
  private line({ map, line, kind, class: sort, text, target, reason }: ReportedFinding): string {
    const { findings, check } = this.context.words;
    const what = text === "" ? (target ?? "") : text;
    const place = line === null ? map : `${map}:${line + 1}`;
    return `${place}  ${check.filters[sort]}: ${findings.kinds[kind]}  ${what}  ${reason}`;
  }
}
