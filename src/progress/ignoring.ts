// Findings that the reader does not want to be told of any more. Ignoring is a mark like any other, on a target of its
// own: so it is merged, undone and synced as all marks are, and older versions of the plugin keep it.
import { folderOf } from "../core/base/paths";
import type { State } from "../core/base/state";

/** One finding, or all of a kind on a map or in a folder. */
export interface IgnoreKey {
  readonly kind: string;
  /** The vault path of a map, or of a folder with all maps below it; "" for the whole vault. */
  readonly where: string;
  /** The target concerned; null for whatever it is. */
  readonly target: string | null;
}

/** The parts of a finding that decide if it is ignored. */
export interface Ignorable {
  readonly kind: string;
  /** The vault path of its map. */
  readonly map: string;
  readonly target: string | null;
}

/** The marks that ignoring is made of. */
interface Marks {
  mark(targets: readonly string[], state: State): Promise<readonly string[]>;
  state(target: string): State;
  onChange(listener: (targets: ReadonlySet<string>) => void): () => void;
}

/** No path and no address begins so. */
const SCHEME = "moc-path:";

function escaped(text: string): string {
  return text.replace(/[%&]/g, encodeURIComponent);
}

/** The target whose mark says that something is ignored. */
export function ignoreTarget({ kind, where, target }: IgnoreKey): string {
  return SCHEME + [kind, where, ...(target === null ? [] : [target])].map(escaped).join("&");
}

/** The thing that the mark of a target says is ignored; null if it stands for something that can be read. */
export function ignoreKeyOf(target: string): IgnoreKey | null {
  if (!isIgnoreTarget(target)) return null;
  const [kind = "", where = "", of = null] = target
    .slice(SCHEME.length)
    .split("&")
    .map((part) => part.replace(/%2[56]/g, decodeURIComponent));
  return { kind, where, target: of };
}

/** True if a target stands for something ignored, and for nothing that could be read. */
export function isIgnoreTarget(target: string): boolean {
  return target.startsWith(SCHEME);
}

/** The folders that a path lies in, from its own up to the vault's root. */
function foldersAbove(path: string): readonly string[] {
  const folders = [folderOf(path)];
  for (let last = folders[0] ?? ""; last !== ""; last = folderOf(last)) folders.push(folderOf(last));
  return folders;
}

export class Ignoring {
  constructor(
    private readonly marks: Marks,
    /** Paths that the note at a path had before. */
    private readonly formerPaths: (path: string) => readonly string[],
  ) {}

  /** Ignores something from now on, as an action that can be undone; false if it was ignored already. */
  async ignore(key: IgnoreKey): Promise<boolean> {
    return (await this.marks.mark([ignoreTarget(key)], "skipped")).length > 0;
  }

  /** Ignores a finding no longer, and neither all of its kind where that was ignored; false if nothing of it was. */
  async unignore(finding: Ignorable): Promise<boolean> {
    return (await this.marks.mark(this.marksOn(finding), "todo")).length > 0;
  }

  /** True if a finding is ignored: itself, or all of its kind on its map or in a folder around that. */
  isIgnored(finding: Ignorable): boolean {
    return this.marksOn(finding).length > 0;
  }

  /** The targets whose marks say that a finding is ignored. */
  private marksOn({ kind, map, target }: Ignorable): readonly string[] {
    const places = [map, ...this.formerPaths(map)];
    const targets = target === null ? [null] : [target, ...this.formerPaths(target), null];
    const own = places.flatMap((where) => targets.map((one) => ({ kind, where, target: one })));
    const wide = foldersAbove(map).map((where) => ({ kind, where, target: null }));
    return [...own, ...wide].map(ignoreTarget).filter((one) => this.marks.state(one) === "skipped");
  }

  /** Calls back when something else is ignored than before; returns what ends that. */
  onChange(listener: () => void): () => void {
    return this.marks.onChange((targets) => {
      if ([...targets].some(isIgnoreTarget)) listener();
    });
  }
}
