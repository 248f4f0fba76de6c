// What the reader can set, as the plugin's data holds it. What is missing is as it is at first; so is what is wrong, and that is said.
import { DEFAULT_DETECTION, type DetectionSettings } from "../core/read/detect";
import { sameValue } from "../core/base/equal";
import { stateOfMark, STATES, type MarkMeanings, type State } from "../core/base/state";
import { DEFAULT_FOLDER } from "../progress/progress";

/** Whether marking a note sets the boxes of tasks that list it in maps. */
export type TaskWriting = "ask" | "always" | "never";

export interface Settings extends DetectionSettings {
  /** Whether the sidebar shows what the author wrote behind a link. */
  readonly remarks: boolean;
  /** Whether the sidebar tells of lengths that no longer fit. */
  readonly lengths: boolean;
  /** Where new journals are placed, as the reader wrote it; "" for the vault's root. */
  readonly folder: string;
  readonly tasks: TaskWriting;
  /** Characters in a task's box that mean a state, besides the usual one. */
  readonly taskTodo: string;
  readonly taskDoing: string;
  readonly taskDone: string;
  readonly taskSkipped: string;
  /** Whether maps are marked in their own text. */
  readonly marks: boolean;
  /** Whether it is shown where the open note stands on its maps. */
  readonly place: boolean;
  /** Whether the sidebar follows the open note. */
  readonly follow: boolean;
}

export type SettingKey = keyof Settings;

/** What the reader adds to and takes from. */
export type ListKey = keyof DetectionSettings;

export const TASK_WRITING: readonly TaskWriting[] = ["ask", "always", "never"];

export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_DETECTION,
  ...{
    remarks: false,
    lengths: true,
    folder: DEFAULT_FOLDER,
    tasks: "ask",
    taskTodo: "",
    taskDoing: "",
    taskDone: "",
    taskSkipped: "",
    marks: true,
    place: true,
    follow: true,
  },
};

export function isSettingKey(key: string): key is SettingKey {
  return key in DEFAULT_SETTINGS;
}

export function isListKey(key: string): key is ListKey {
  return key in DEFAULT_DETECTION;
}

const KEYS = Object.keys(DEFAULT_SETTINGS) as readonly SettingKey[];

export interface ReadSettings {
  readonly settings: Settings;
  /** What is saved under these keys cannot be used. */
  readonly wrong: readonly SettingKey[];
}

function isUsable(key: SettingKey, value: unknown): boolean {
  const first = DEFAULT_SETTINGS[key];
  if (key === "tasks") return TASK_WRITING.some((one) => one === value);
  if (typeof first === "object") return Array.isArray(value) && value.every((one) => typeof one === "string");
  return typeof value === typeof first;
}

/** Reads the plugin's data, whatever it is. */
export function readSettings(data: Readonly<Record<string, unknown>>): ReadSettings {
  const saved = KEYS.filter((key) => data[key] !== undefined);
  const wrong = saved.filter((key) => !isUsable(key, data[key]));
  const usable = saved.filter((key) => !wrong.includes(key));
  return { settings: { ...DEFAULT_SETTINGS, ...Object.fromEntries(usable.map((key) => [key, data[key]])) }, wrong };
}

/** The setting that says which characters mean a state. */
export const MARKS_OF_STATE = {
  todo: "taskTodo",
  doing: "taskDoing",
  done: "taskDone",
  skipped: "taskSkipped",
} as const satisfies Readonly<Record<State, SettingKey>>;

/** The characters that a setting names; white space between them means nothing. */
export function marksIn(setting: string): readonly string[] {
  return [...setting.replace(/\s/g, "")];
}

/** What task marks mean besides the usual ones; of a character that is named twice, the first state. */
export function meaningsOf(settings: Settings): MarkMeanings {
  const meanings = new Map<string, State>();
  for (const state of STATES)
    for (const mark of marksIn(settings[MARKS_OF_STATE[state]]))
      if (stateOfMark(mark, meanings) === null) meanings.set(mark, state);
  return meanings;
}

/** Where new journals are placed, as a vault path without slashes at its ends. */
export function journalFolder({ folder }: Settings): string {
  return folder.trim().replace(/^\/+|\/+$/g, "");
}

/** Whether the same notes are maps by both. */
export function findSameMaps(one: DetectionSettings, other: DetectionSettings): boolean {
  const detection = ({ names, weakNames, excludedFolders }: DetectionSettings): unknown => [
    names,
    weakNames,
    excludedFolders,
  ];
  return sameValue(detection(one), detection(other));
}
