// All that can be set, in groups, each with one sentence, and what is wrong with
// a value: as Obsidian's settings show it.
import {
  normalizePath,
  type App,
  type SettingControl,
  type SettingDefinitionItem,
  type SettingDefinitionList,
  type SettingDefinitionPage,
  type SettingGroupItem,
} from "obsidian";
import { stateOfMark, STATES, type State } from "../core/base/state";
import type { Words } from "../i18n/words";
import type { ReaderSettings } from "./reader-settings";
import { marksIn, MARKS_OF_STATE, meaningsOf, TASK_WRITING, type ListKey } from "./settings";

/** The key under which the tab finds the name of this device, which is no setting of the vault. */
export const DEVICE_KEY = "device";

export class Definitions {
  constructor(
    private readonly app: App,
    private readonly reader: ReaderSettings,
    private readonly words: Words["settings"],
    /** Tells the reader if a value cannot be saved. */
    private readonly follow: (saving: Promise<void>) => unknown,
    /** The name of this device, be it given or its usual one. */
    private readonly deviceName: () => string,
  ) {}

  all(): SettingDefinitionItem[] {
    const { words } = this;
    return [
      ...this.damage(),
      this.group(words.maps, [
        this.page(
          "names",
          this.lists(["names", "weakNames"], {
            placeholder: "* MOC",
            validate: (name: string) => this.problemOfName(name),
          }),
        ),
        this.page(
          "excludedFolders",
          this.lists(["excludedFolders"], { type: "folder", validate: (path: string) => this.problemOfExcluded(path) }),
        ),
      ]),
      this.group(words.reading, [this.toggle("remarks"), this.toggle("findings")]),
      this.group(words.progress, [
        this.setting("folder", { type: "folder", key: "folder", validate: (path) => this.problemOfFolder(path) }),
        this.setting("device", { type: "text", key: DEVICE_KEY, placeholder: this.deviceName() }),
        this.page(
          "taskMarks",
          STATES.map((state) => this.marksOf(state)),
        ),
        this.setting("tasks", {
          type: "dropdown",
          key: "tasks",
          options: Object.fromEntries(TASK_WRITING.map((one) => [one, words.taskWriting[one]])),
        }),
      ]),
      this.group(words.note, [this.toggle("marks"), this.toggle("underlines"), this.toggle("place")]),
      this.group(words.sidebar, [this.toggle("follow")]),
    ];
  }

  private damage(): SettingDefinitionItem[] {
    const { damaged } = this.reader;
    return damaged.length === 0 ? [] : [{ name: this.words.damaged, desc: this.words.damagedHelp(damaged.join(", ")) }];
  }

  private group(heading: string, items: SettingGroupItem[]): SettingDefinitionItem {
    return { type: "group", heading, items };
  }

  private setting(key: keyof Words["settings"]["of"], control: SettingControl): SettingGroupItem {
    const { name, desc } = this.words.of[key];
    return { name, desc, control };
  }

  private toggle(key: "remarks" | "findings" | "marks" | "underlines" | "place" | "follow"): SettingGroupItem {
    return this.setting(key, { type: "toggle", key });
  }

  private page(key: "names" | "excludedFolders" | "taskMarks", items: SettingDefinitionItem[]): SettingDefinitionPage {
    const { name, desc } = this.words.of[key];
    return { type: "page", name, desc, items };
  }

  /** The other marks that mean a state. */
  private marksOf(state: State): SettingGroupItem {
    const key = MARKS_OF_STATE[state];
    return this.setting(key, { type: "text", key, validate: (marks) => this.problemOfMarks(marks, state) });
  }

  private lists(keys: readonly ListKey[], control: Partial<SettingControl>): SettingDefinitionList[] {
    return keys.map((key) => this.list(key, control));
  }

  private list(key: ListKey, control: Partial<SettingControl>): SettingDefinitionList {
    const { heading, item, add, none } = this.words.lists[key];
    const list = this.reader.current[key];
    return {
      ...{ type: "list", heading, emptyState: none },
      items: list.map((_, at) => ({
        // With a number: rows of one name could not be told apart.
        name: `${item} ${at + 1}`,
        control: { type: "text", ...control, key: `${key}.${at}` } as SettingControl,
      })),
      addItem: { name: add, action: () => this.change(key, [...list, ""]) },
      onDelete: (index) => this.change(key, list.toSpliced(index, 1)),
      onReorder: (from, to) =>
        this.change(key, list.toSpliced(from, 1).toSpliced(to, 0, ...list.slice(from, from + 1))),
    };
  }

  private change(key: ListKey, list: readonly string[]): void {
    this.follow(this.reader.set(key, list));
  }

  private problemOfName(name: string): string | undefined {
    if (name.includes("/")) return this.words.noPath;
    return /^\s*\*+\s*$/.test(name) ? this.words.everyNote : undefined;
  }

  private problemOfExcluded(path: string): string | undefined {
    return path.trim() === "" || this.app.vault.getFolderByPath(normalizePath(path))
      ? undefined
      : this.words.noFolder(path);
  }

  /** A character can mean only one state. */
  private problemOfMarks(marks: string, state: State): string | undefined {
    const others = meaningsOf({ ...this.reader.current, [MARKS_OF_STATE[state]]: "" });
    const taken = marksIn(marks).find((mark) => stateOfMark(mark, others) !== null);
    const other = taken === undefined ? null : stateOfMark(taken, others);
    return taken === undefined || other === null
      ? undefined
      : this.words.markTaken(taken, this.words.of[MARKS_OF_STATE[other]].name);
  }

  private problemOfFolder(path: string): string | undefined {
    const [sign] = /[\\:*?"<>|#^[\]]/.exec(path) ?? [];
    if (sign !== undefined) return this.words.wrongSign(sign);
    return /(?:^|\/)\./.test(path) ? this.words.hiddenFolder : undefined;
  }
}
