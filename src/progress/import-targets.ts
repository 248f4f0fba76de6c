// The meaning of the links of an imported table or checklist in this vault: never another note than the one written.
import { addToGroup } from "../core/base/group";
import { nameOf } from "./moves";
import { isWebAddress, linkpathOf, noteOf, subpathOf } from "../core/read/links";
import type { Progress } from "./progress";

/** `unknown`: nothing is there, and nothing was marked there. `ambiguous`: several notes have that name. */
export type Meaning = { readonly target: string } | "unknown" | "ambiguous";

export class ImportTargets {
  private readonly byName = new Map<string, string[]>();
  private readonly byPath = new Map<string, string>();

  /**
   * `files` are the paths of all files of the vault; `pathOf` gives the path that a link leads to from the imported
   * file, null if to nothing.
   */
  constructor(
    files: Iterable<string>,
    private readonly progress: Pick<Progress, "holds">,
    private readonly pathOf: (linkpath: string) => string | null,
  ) {
    for (const path of files) {
      this.byPath.set(path.normalize("NFC"), path);
      addToGroup(this.byName, nameOf(path), path);
    }
  }

  /** The meaning of a link that was written as a path of a vault, or as the mere name of a note. */
  ofPath(link: string): Meaning {
    if (isWebAddress(link)) return { target: link };
    const note = noteOf(link);
    const [linkpath, subpath] = [note.normalize("NFC"), link.slice(note.length)];
    const path = this.byPath.get(linkpath) ?? this.byPath.get(`${linkpath}.md`);
    if (path !== undefined) return { target: path + subpath };
    const marked = this.marked(link);
    // A path that is not there is no other note of that name; a name alone may say which is meant.
    if (marked !== "unknown" || /\/|\.md$|^$/i.test(linkpath)) return marked;
    const [named, ...more] = this.byName.get(nameOf(linkpath)) ?? [];
    if (more.length > 0) return "ambiguous";
    return named === undefined ? "unknown" : { target: named + subpath };
  }

  /** The meaning of a link in the imported note. */
  ofLink(link: string): Meaning {
    if (isWebAddress(link)) return { target: link };
    const path = this.pathOf(linkpathOf(link));
    return path === null ? this.marked(link) : { target: path + subpathOf(link) };
  }

  /** The target of a link if it is not there any more, but was marked. */
  private marked(link: string): Meaning {
    const marked = [link, `${linkpathOf(link)}.md${subpathOf(link)}`].find((target) => this.progress.holds(target));
    return marked === undefined ? "unknown" : { target: marked };
  }
}
