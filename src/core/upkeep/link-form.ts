// The link to a note, written as its siblings' links are: wikilink or Markdown, with as much of the path, and with
// words of its own or without.
import { retargeted } from "../edit/link-edits";
import { basenameOf } from "../base/paths";
import { titleOfMap } from "../read/detect";
import { plainOf } from "../notation/plain";
import { placeOfLink } from "../notation/link-parts";
import { linkpathOf } from "../read/links";
import type { Entry } from "../roadmap/model";
import type { Resolve } from "./note-facts";

/** A note that is to be listed. */
export interface NewNote {
  readonly path: string;
  /** The title that it states itself, in its properties or first heading; null where there is none. */
  readonly title: string | null;
  /** One line about it, from its properties; null where there is none. */
  readonly brief: string | null;
}

/** The place where a link is to be written, and the answers of the vault. */
export interface LinkPlace {
  /** The vault path of the map. */
  readonly sourcePath: string;
  readonly resolve: Resolve;
  /** The title that a note states itself; null where there is none. */
  readonly titleOf: (path: string) => string | null;
  readonly isInTable: boolean;
}

/** Words without stars, emoji and the like around them, to be compared. */
function bare(words: string): string {
  return plainOf(words).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})）]+$/gu, "");
}

/** The entries that can be an example: links to notes that are there. */
export function examplesAmong(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ kind, path, link }) => (kind === "note" || kind === "map") && path !== null && !link.embed);
}

/** The words that a link of its own would have: by the habit of the siblings the note's name or its title. */
function ownWords(note: NewNote, siblings: readonly Entry[], titleOf: LinkPlace["titleOf"]): string {
  const name = titleOfMap(note.path, null);
  const count = (says: (path: string) => string | null): number =>
    siblings.filter(({ link, path }) => link.alias !== null && path !== null && bare(link.alias) === says(path)).length;
  const [byName, byTitle] = [
    count((path) => bare(basenameOf(path))),
    count((path) => {
      const title = titleOf(path);
      return title === null ? null : bare(title);
    }),
  ];
  return note.title !== null && byTitle > byName ? plainOf(note.title) : name;
}

function hasWords(siblings: readonly Entry[]): boolean {
  return siblings.filter(({ link }) => link.alias !== null).length * 2 >= Math.max(siblings.length, 1);
}

function withWords(words: string, isInTable: boolean): string {
  const plain = words.replace(/[[\]\\]/g, "").trim();
  return isInTable ? plain.replace(/\|/g, "\\|") : plain;
}

/** A path that leads to the note: as short as it may be. */
function shortestPath(path: string, { resolve, sourcePath }: LinkPlace): string {
  const name = basenameOf(path);
  return resolve(name, sourcePath) === path ? name : path.replace(/\.md$/i, "");
}

/** The link to a note; `example` is a sibling's, null where there is none to follow. */
export function linkTo(note: NewNote, example: Entry | null, siblings: readonly Entry[], place: LinkPlace): string {
  const { sourcePath, resolve, titleOf, isInTable } = place;
  const shortest = `[[${shortestPath(note.path, place)}]]`;
  if (!example || example.path === null) return shortest;
  const find = (linkpath: string): string | null => resolve(linkpath, sourcePath);
  const target = { from: example.path, to: note.path, sourcePath, resolve: find };
  const link = retargeted(example.link.text, target) ?? shortest;
  const leadsTo = placeOfLink(link);
  if (!leadsTo) return shortest;
  const words = ownWords(note, siblings, titleOf);
  const path = linkpathOf(link.slice(leadsTo.from, leadsTo.to)).trimEnd();
  if (!leadsTo.isWiki) return `[${withWords(words, isInTable)}](${leadsTo.isAngled ? `<${path}>` : path})`;
  const alias = hasWords(siblings) && words !== path ? withWords(words.replace(/\|/g, ""), isInTable) : "";
  return `[[${path}${alias === "" ? "" : `${isInTable ? "\\|" : "|"}${alias}`}]]`;
}
