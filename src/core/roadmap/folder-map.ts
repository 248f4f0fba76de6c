// A folder as a map: folders are its chapters and sections, files its entries, all in the order of their names. A note
// of its folder's name is what the folder's heading leads to.
import { addToGroup } from "../base/group";
import { NO_ANNOTATION } from "../notation/annotation";
import { basenameOf, folderOf } from "../base/paths";
import { isMarkerName } from "../read/detect";
import { nameAll } from "./identity";
import type { Destination, Division, Entry, Roadmap } from "./model";

/** Files that are read; others lie beside notes to be seen in them. */
const READ = /\.(?:md|pdf|epub|canvas)$/i;
/** The level of a chapter's heading. */
const CHAPTER = 2;

interface FolderSources {
  isMap(path: string): boolean;
  /** The order of names beside each other. */
  readonly compare: (one: string, other: string) => number;
}

/** True for a file that has a place on a folder's map. */
export function isStudied(path: string): boolean {
  return READ.test(path);
}

/**
 * The roadmap of a folder, given by its path with the slash at its end, and of the files in it; null where there is
 * nothing to read. Maps below it are entries like any other.
 */
export function folderMapOf(path: string, files: readonly string[], sources: FolderSources): Roadmap | null {
  const root = path.slice(0, -1);
  const tree = new FolderTree(root, files.filter(isStudied), sources);
  const [entries, chapters] = [tree.entries(root), tree.divisions(root, CHAPTER)];
  if (entries.length + chapters.length === 0) return null;
  const title = nameOf(root);
  const roadmap = { path, title, summary: null, relations: [], entries, topics: [], chapters, unused: [] };
  nameAll(roadmap);
  return roadmap;
}

/** The last part of a folder's path. */
function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("/") + 1);
}

class FolderTree {
  private readonly filesIn = new Map<string, string[]>();
  private readonly foldersIn = new Map<string, string[]>();
  /** Stands for lines: what stands above another has a smaller one. */
  private line = 0;

  constructor(
    root: string,
    files: readonly string[],
    private readonly sources: FolderSources,
  ) {
    const seen = new Set<string>();
    for (const file of files) {
      addToGroup(this.filesIn, folderOf(file), file);
      for (let at = folderOf(file); at.length > root.length && !seen.has(at); at = folderOf(at)) {
        seen.add(at);
        addToGroup(this.foldersIn, folderOf(at), at);
      }
    }
  }

  /** The files that lie in a folder itself, its own note first. */
  entries(folder: string): readonly Entry[] {
    const own = this.ownNote(folder);
    const files = this.sorted(this.filesIn.get(folder) ?? []);
    return [...(own === null ? [] : [own]), ...files.filter((file) => file !== own)].map((file) => this.entry(file));
  }

  divisions(folder: string, level: number): readonly Division[] {
    return this.sorted(this.foldersIn.get(folder) ?? []).map((one) => this.division(one, level));
  }

  private division(folder: string, level: number): Division {
    const line = this.line++;
    const own = this.ownNote(folder);
    return {
      ...{ id: "", title: nameOf(folder), level, line, from: line, to: line },
      ...{ key: false, rating: null, length: null, summary: null, relations: [], topics: [] },
      link: own === null ? null : this.destination(own, line),
      entries: this.entries(folder),
      sections: this.divisions(folder, level + 1),
    };
  }

  /** The note of a folder's name in it, else one that is called as such notes are; null for none. */
  private ownNote(folder: string): string | null {
    const notes = (this.filesIn.get(folder) ?? []).filter((file) => /\.md$/i.test(file));
    const name = nameOf(folder).toLowerCase();
    const own = notes.find((note) => basenameOf(note).toLowerCase() === name);
    return own ?? notes.find((note) => isMarkerName(basenameOf(note))) ?? null;
  }

  private entry(path: string): Entry {
    const isNote = /\.md$/i.test(path);
    const name = basenameOf(path);
    return {
      ...NO_ANNOTATION,
      ...this.destination(path, this.line++),
      id: "",
      kind: this.sources.isMap(path) ? "map" : isNote ? "note" : "file",
      title: isNote && isMarkerName(name) ? nameOf(folderOf(path)) : name,
      ...{ path, target: path, label: null, task: null, isMoved: false, mentions: [], details: [], children: [] },
    };
  }

  private destination(path: string, line: number): Destination {
    const link = path.replace(/\.md$/i, "");
    return {
      path,
      link: { link, web: false, embed: false, alias: null, line, text: `[[${link}]]`, from: line, to: line },
    };
  }

  private sorted(paths: readonly string[]): readonly string[] {
    return [...paths].sort(this.sources.compare);
  }
}
