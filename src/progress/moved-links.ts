// Follows links that lead nowhere any more, since the notes they name were moved and nobody changed the links.
import { basenameOf, folderOf } from "../core/base/paths";
import type { Merge } from "./merge";
import { noteOf } from "../core/read/links";
import type { Move, Moving } from "./moving";

export class MovedLinks {
  constructor(
    private readonly merge: Merge,
    private readonly moving: Moving,
    private readonly onHeads: (listener: (targets: ReadonlySet<string>) => void) => () => void,
  ) {}

  /** The move of the note that a link once led to, if it leads to nothing now; null if none is known or several fit. */
  moveOf(linkpath: string, sourcePath: string): Move | null {
    const wanted = essence(linkpath);
    const named = [...this.merge.moves.namedAs(basenameOf(wanted))].filter((path) => !this.merge.holds(path));
    const exact = named.filter((path) => essence(path) === wanted);
    const beside = named.filter((path) => essence(path) === essence(resolved(linkpath, sourcePath)));
    const below = named.filter((path) => essence(path).endsWith(`/${wanted}`));
    for (const paths of [exact, beside, below]) {
      const moves = paths.flatMap((from) => this.moveFrom(from));
      if (moves.length > 0) return new Set(moves.map(({ to }) => to)).size === 1 ? (moves[0] ?? null) : null;
    }
    return null;
  }

  /** The vault path that a link leads to which nothing else resolves; null if that is not known. */
  movedTo(linkpath: string, sourcePath: string): string | null {
    return this.moveOf(linkpath, sourcePath)?.to ?? null;
  }

  /** Paths that the note at a path had before, by which links may still name it. */
  formerPaths(path: string): readonly string[] {
    // A set being iterated also yields what is added meanwhile.
    const paths = new Set([path]);
    for (const one of paths) for (const { from } of this.merge.moves.into(one)) paths.add(noteOf(from));
    paths.delete(path);
    return [...paths];
  }

  /** Calls back with paths that notes have left, when links to them may lead elsewhere; returns what ends that. */
  onChange(listener: (paths: readonly string[]) => void): () => void {
    return this.onHeads((targets) => {
      const notes = [...new Set([...targets].map(noteOf))];
      const left = notes.filter((path) => this.merge.moves.awayFrom(path).length > 0);
      if (left.length > 0) listener(left);
    });
  }

  private moveFrom(from: string): readonly Move[] {
    const to = this.moving.whereIs(from);
    return to === null || to === from ? [] : [{ from, to }];
  }
}

/** The rest of a path when case, the form of its letters and its extension are left out. */
function essence(path: string): string {
  return path.normalize("NFC").toLowerCase().replace(/^\//, "").replace(/\.md$/, "");
}

/** A relative path as one of the vault. */
function resolved(linkpath: string, sourcePath: string): string {
  const parts: string[] = [];
  for (const part of `${folderOf(sourcePath)}/${linkpath}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
