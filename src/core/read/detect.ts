// Tells which notes are maps, and what a map is called.
import type { NoteCache } from "../base/cache";
import { basenameOf, folderOf } from "../base/paths";
import { cutLinksIn } from "./cut-link-pattern";

/** The rules that decide which notes are maps, as a reader sets them. */
export interface DetectionSettings {
  /** Basename patterns, `*` for any text, compared without case. */
  readonly names: readonly string[];
  /**
   * Basename patterns that count only with at least five links in lists or tables,
   * those that a pipe has cut among them.
   */
  readonly weakNames: readonly string[];
  /** Folders whose notes are no maps, as vault paths. */
  readonly excludedFolders: readonly string[];
}

/** The same, ready to be asked of a hundred thousand notes. */
export interface DetectionRules {
  readonly names: RegExp;
  readonly weakNames: RegExp;
  /** Vault paths with a closing slash. */
  readonly excludedFolders: readonly string[];
}

/** Makes rules of settings; empty patterns and folders say nothing. */
export function rulesOf(settings: DetectionSettings): DetectionRules {
  const { names, weakNames } = settings;
  return { names: anyOf(names), weakNames: anyOf(weakNames), excludedFolders: excludedFoldersOf(settings) };
}

/** The excluded folders as vault paths with a closing slash. */
export function excludedFoldersOf({ excludedFolders }: Pick<DetectionSettings, "excludedFolders">): readonly string[] {
  const folders = excludedFolders.map((folder) => folder.trim().replace(/^\/+|\/+$/g, ""));
  return folders.filter((folder) => folder !== "").map((folder) => `${folder}/`);
}

function anyOf(patterns: readonly string[]): RegExp {
  const sources = patterns.map((pattern) => pattern.trim()).filter((pattern) => pattern !== "");
  const alternatives = sources.map((pattern) => pattern.split("*").map(escaped).join("[^]*"));
  return new RegExp(`^(?:${alternatives.length > 0 ? alternatives.join("|") : "(?!)"})$`, "iu");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

const ENOUGH_LINKS = 5;
const MARKER_NAMES: ReadonlySet<string> = new Set(
  [
    "_moc|moc|目录|目錄|索引|目次|map of content|map of contents|readme|index|_index|内容地图|內容地圖|mapa de contenidos",
    "mapa de conteúdos|carte de contenu|carte des contenus|карта содержания|mapa treści|콘텐츠 맵|inhaltsverzeichnis",
    "оглавление|spis treści|목차|mục lục|สารบัญ|فهرس|الفهرس|فهرست|תוכן עניינים|विषय सूची|i̇çindekiler",
  ].flatMap((line) => line.split("|")),
);
const MAP_TYPES: ReadonlySet<string> = new Set([
  "moc",
  "map-of-content",
  "map of content",
  "map-of-contents",
  "map of contents",
]);

/** True if a path lies below one of these folders, given with their closing slash. */
export function isExcluded(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(folder));
}

/**
 * True if enough links stand in lists, tables and paragraphs that begin with one, those that a pipe has cut included:
 * they are in no cache, only in the text.
 */
function hasEnoughLinks(cache: NoteCache, text: string | null): boolean {
  const links = (cache.links ?? []).map(({ position }) => ({ from: position.start.offset, to: position.end.offset }));
  let count = 0;
  for (const { type, position } of cache.sections ?? []) {
    const [from, to] = [position.start.offset, position.end.offset];
    const within = links.filter((link) => from <= link.from && link.from < to);
    const isBare = type === "paragraph" && within[0]?.from === from;
    if (type === "list" || type === "table" || isBare) count += within.length;
    if (type === "table" && text !== null) count += cutLinksIn(text.slice(from, to)).length;
    if (count >= ENOUGH_LINKS) return true;
  }
  return false;
}

function isMapTag(tag: unknown): boolean {
  return typeof tag === "string" && /^#?(?:.*\/)?moc$/i.test(tag.trim());
}

function frontmatterTags(cache: NoteCache): readonly unknown[] {
  const tags: unknown = cache.frontmatter?.["tags"] ?? cache.frontmatter?.["tag"];
  return Array.isArray(tags) ? tags : typeof tags === "string" ? tags.split(/[,\s]+/) : [];
}

function isTaggedAsMap(cache: NoteCache): boolean {
  return frontmatterTags(cache).some(isMapTag) || (cache.tags ?? []).some(({ tag }) => isMapTag(tag));
}

function isTypedAsMap(cache: NoteCache): boolean {
  const type: unknown = cache.frontmatter?.["type"];
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.some((one) => typeof one === "string" && MAP_TYPES.has(one.trim().toLowerCase()));
}

/** The answer of the property `moc-path` and the folder; null where they leave it open. */
function saidOutright(path: string, cache: NoteCache, rules: DetectionRules): boolean | null {
  const said: unknown = cache.frontmatter?.["moc-path"];
  if (said === true || said === "true") return true;
  if (said === false || said === "false") return false;
  return isExcluded(path, rules.excludedFolders) ? false : null;
}

/**
 * True if a note is a map of content; the first rule that says anything decides.
 * Without its `text`, links that a pipe has cut do not count.
 */
export function isMap(path: string, cache: NoteCache, rules: DetectionRules, text: string | null = null): boolean {
  const said = saidOutright(path, cache, rules);
  if (said !== null) return said;
  const name = basenameOf(path);
  if (rules.names.test(name) || isTypedAsMap(cache) || isTaggedAsMap(cache)) return true;
  return rules.weakNames.test(name) && hasEnoughLinks(cache, text);
}

/**
 * True if a note is a map, or could be one by the links in its tables that no cache tells of: then its text decides.
 */
export function mayBeMap(path: string, cache: NoteCache, rules: DetectionRules): boolean {
  if (isMap(path, cache, rules)) return true;
  const mayHoldCutLinks =
    rules.weakNames.test(basenameOf(path)) && cache.sections?.some(({ type }) => type === "table");
  return mayHoldCutLinks === true && saidOutright(path, cache, rules) === null;
}

/** True if a note of this name is called by its folder, as `README` is. */
export function isMarkerName(name: string): boolean {
  return MARKER_NAMES.has(name.toLowerCase());
}

/**
 * The title shown for a map: what its author wrote, else its name, else (for a mere marker like `_MOC`) its folder's.
 */
export function titleOfMap(path: string, written: string | null): string {
  if (written !== null) return written;
  const name = basenameOf(path);
  const folder = basenameOf(folderOf(path));
  return isMarkerName(name) && folder !== "" ? folder : name;
}
