// Folders that were moved or renamed, told by notes that certainly went from one to the other, and where they say that
// others went.
import { folderOf } from "../core/base/paths";

interface Move {
  readonly from: string;
  readonly to: string;
}

/** So many notes must have gone the same way before others are believed to. */
const ENOUGH = 3;

export class FolderMoves {
  /** For each folder those it may be now, with how many notes say so. */
  private readonly votes = new Map<string, Map<string, number>>();

  /** Takes in where a note certainly went. */
  add(move: Move): void {
    const [from, to] = changeOf(folderOf(move.from), folderOf(move.to));
    if (from === to) return;
    const destinations = this.votes.get(from) ?? new Map<string, number>();
    destinations.set(to, (destinations.get(to) ?? 0) + 1);
    this.votes.set(from, destinations);
  }

  /** The paths where a note is if its folder, or one above that, went where others went; its name stays. */
  pathsFor(path: string): readonly string[] {
    const paths: string[] = [];
    for (let folder: string | null = folderOf(path); folder !== null; folder = parentOf(folder)) {
      const rest = folder === "" ? path : path.slice(folder.length + 1);
      for (const [to, votes] of this.votes.get(folder) ?? [])
        if (votes >= ENOUGH) paths.push(to === "" ? rest : `${to}/${rest}`);
    }
    return paths;
  }
}

/** The folder above; null above the vault's root. */
function parentOf(folder: string): string | null {
  return folder === "" ? null : folderOf(folder);
}

/** A change of folder without the folders at its end that stayed the same: a folder takes along what is inside. */
function changeOf(from: string, to: string): readonly [from: string, to: string] {
  const [left, right] = [from === "" ? [] : from.split("/"), to === "" ? [] : to.split("/")];
  while (left.length > 0 && left.at(-1) === right.at(-1)) {
    left.pop();
    right.pop();
  }
  return [left.join("/"), right.join("/")];
}
