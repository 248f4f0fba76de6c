// The reader's settings, as the plugin's data holds them. A setting that is missing is as it is at first;
// so is one that is wrong, and that is said.
import type { DetectionSettings } from "../core/read/detect";
import { sameValue } from "../core/base/equal";
import { stateOfMark, STATES, type MarkMeanings, type State } from "../core/base/state";
import { DEFAULT_FOLDER } from "../progress/progress";

/** Decides if marking a note sets the boxes of tasks that list it in maps. */
export type TaskWriting = "ask" | "always" | "never";

export interface Settings extends DetectionSettings {
  /** True if the sidebar shows what the author wrote behind a link. */
  readonly remarks: boolean;
  /** True if the sidebar tells what the map check has found. */
  readonly findings: boolean;
  /** The folder for new journals, as the reader wrote it; "" for the vault's root. */
  readonly folder: string;
  readonly tasks: TaskWriting;
  /** Characters in a task's box that mean a state, besides the usual one. */
  readonly taskTodo: string;
  readonly taskDoing: string;
  readonly taskDone: string;
  readonly taskSkipped: string;
  /** True if maps are marked in their own text. */
  readonly marks: boolean;
  /** True if what the map check has found is underlined there. */
  readonly underlines: boolean;
  /** True if the place of the open note on its maps is shown. */
  readonly place: boolean;
  /** True if the sidebar follows the open note. */
  readonly follow: boolean;
}

export type SettingKey = keyof Settings;

/** The lists that the reader adds to and takes from. */
export type ListKey = keyof DetectionSettings;

export const TASK_WRITING: readonly TaskWriting[] = ["ask", "always", "never"];

/** These hold until the reader sets something else. */
export const DEFAULT_SETTINGS: Settings = {
  names: [
    ...["_MOC", "MOC", "* MOC", "*-MOC", "*MOC", "MOC *", "MOC-*", "MOC_*", "* (MOC)"],
    ...["目录", "目錄", "索引", "目次", "Map of Content", "Map of Contents", "* Map of Content"],
    ...["内容地图", "內容地圖", "Mapa de contenidos", "Mapa de conteúdos", "Carte de contenu", "Carte des contenus"],
    ...["Карта содержания", "Mapa treści", "콘텐츠 맵"],
  ],
  weakNames: [
    ...["* MOC *", "MOC.*", "*目录", "*目錄", "*索引", "Inhaltsverzeichnis", "Оглавление", "Spis treści", "목차"],
    ...["*知识地图", "*知識地圖", "*学习路线", "*学习路线图", "*學習路線", "Mục lục", "สารบัญ"],
    ...["فهرس", "الفهرس", "فهرست", "תוכן עניינים", "विषय सूची", "İçindekiler"],
  ],
  excludedFolders: [],
  remarks: false,
  findings: true,
  folder: DEFAULT_FOLDER,
  tasks: "ask",
  taskTodo: "",
  taskDoing: "",
  taskDone: "",
  taskSkipped: "",
  marks: true,
  underlines: false,
  place: true,
  follow: true,
};

export function isSettingKey(key: string): key is SettingKey {
  return key in DEFAULT_SETTINGS;
}

export function isListKey(key: string): key is ListKey {
  return isSettingKey(key) && typeof DEFAULT_SETTINGS[key] === "object";
}

const KEYS = Object.keys(DEFAULT_SETTINGS) as readonly SettingKey[];

export interface ReadSettings {
  readonly settings: Settings;
  /** The keys under which something is saved that cannot be used. */
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

/** The meanings of task marks besides the usual ones; of a character that is named twice, the first state. */
export function meaningsOf(settings: Settings): MarkMeanings {
  const meanings = new Map<string, State>();
  for (const state of STATES)
    for (const mark of marksIn(settings[MARKS_OF_STATE[state]]))
      if (stateOfMark(mark, meanings) === null) meanings.set(mark, state);
  return meanings;
}

/** The folder for new journals, as a vault path without slashes at its ends. */
export function journalFolder({ folder }: Settings): string {
  return folder.trim().replace(/^\/+|\/+$/g, "");
}

/** True if both take the same notes for maps. */
export function findSameMaps(one: DetectionSettings, other: DetectionSettings): boolean {
  const detection = ({ names, weakNames, excludedFolders }: DetectionSettings): unknown => [
    names,
    weakNames,
    excludedFolders,
  ];
  return sameValue(detection(one), detection(other));
}
