// A map written from a folder: chapters from the folders in it, entries in natural order, and the way up to the map
// above. Folders that have a map of their own are chapters that lead to it.
import { basenameOf, folderOf } from "../base/paths";
import { isMarkerName } from "../read/detect";
import { commonestOf } from "./commonest";

/** The folder, and the answers of the vault around it. */
export interface FolderToMap {
  /** Its path; never the vault's root. */
  readonly folder: string;
  /** The paths of all notes that the map is to list or lead to, in any order. */
  readonly notes: readonly string[];
  /** The path of the map that a folder has itself; null for none. */
  readonly mapOf: (folder: string) => string | null;
  /** The link to a note, called by some words. */
  readonly linkTo: (path: string, words: string) => string;
  /** The title of a map. */
  readonly titleOf: (map: string) => string;
  /** The map above; null where there is none. */
  readonly up: string | null;
  /** True if nothing but its properties can say that it is a map. */
  readonly needsType: boolean;
}

const DEEPEST = 6;
const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** The folders that lie in a folder itself and hold some of the notes. */
function foldersIn(folder: string, notes: readonly string[]): readonly string[] {
  const names = notes.filter((path) => isBelow(folderOf(path), folder)).map((path) => path.slice(folder.length + 1));
  const folders = new Set(names.map((path) => `${folder}/${path.slice(0, path.indexOf("/"))}`));
  return [...folders].sort((one, other) => compare(basenameOf(one), basenameOf(other)));
}

/** The note that stands for its folder, as it is called; null for none. */
function folderNote(folder: string, notes: readonly string[]): string | null {
  const path = `${folder}/${basenameOf(folder)}.md`;
  return notes.includes(path) ? path : null;
}

function entriesOf(folder: string, at: FolderToMap, left: string | null): readonly string[] {
  const own = at.notes.filter((path) => folderOf(path) === folder && path !== left);
  const sorted = [...own].sort((one, other) => compare(basenameOf(one), basenameOf(other)));
  return sorted.length === 0 ? [] : [sorted.map((path) => `- ${at.linkTo(path, basenameOf(path))}`).join("\n")];
}

function chapter(folder: string, level: number, at: FolderToMap): readonly string[] {
  const sign = "#".repeat(Math.min(level, DEEPEST));
  const map = at.mapOf(folder);
  if (map !== null) return [`${sign} ${at.linkTo(map, at.titleOf(map))}`];
  const note = folderNote(folder, at.notes);
  const title = note === null ? basenameOf(folder) : at.linkTo(note, basenameOf(note));
  return [`${sign} ${title}`, ...content(folder, level, at, note)];
}

function content(folder: string, level: number, at: FolderToMap, left: string | null): readonly string[] {
  const chapters = foldersIn(folder, at.notes).flatMap((one) => chapter(one, level + 1, at));
  return [...entriesOf(folder, at, left), ...chapters];
}

function properties({ up, needsType, linkTo, titleOf }: FolderToMap): readonly string[] {
  const lines = [
    ...(needsType ? ["type: moc"] : []),
    ...(up === null ? [] : [`up: ${JSON.stringify(linkTo(up, titleOf(up)))}`]),
  ];
  return lines.length === 0 ? [] : [["---", ...lines, "---"].join("\n")];
}

/** The text of the map. */
export function folderMapText(at: FolderToMap): string {
  const blocks = [...properties(at), `# ${basenameOf(at.folder)}`, ...content(at.folder, 1, at, null)];
  return `${blocks.join("\n\n")}\n`;
}

/** The form of a map's name: itself where it is a mere marker, else with `*` for the words that are its own. */
function patternOf(map: string): string | null {
  const [name, folder] = [basenameOf(map), basenameOf(folderOf(map))];
  if (isMarkerName(name)) return name;
  if (folder !== "" && name !== folder && name.includes(folder)) return name.replace(folder, "*");
  const [, before, after] = /^(?:(.+?)([ _-]+MOC| \(MOC\))|MOC[ _-]+.+)$/i.exec(name) ?? [];
  if (after !== undefined) return `*${after}`;
  return before === undefined && /^MOC[ _-]+/i.test(name) ? name.replace(/^(MOC[ _-]+).*$/i, "$1*") : null;
}

/** The name for a folder's map, as most maps of the vault are called. */
export function folderMapName(folder: string, maps: readonly string[]): string {
  const pattern = commonestOf(maps.flatMap((map) => patternOf(map) ?? [])) ?? "* MOC";
  return pattern.replace("*", () => basenameOf(folder));
}
