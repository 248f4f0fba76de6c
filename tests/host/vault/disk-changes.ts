// The deeds of other programs in the vault: the changes that make the app's tree of files what the disk is again.
import type { BackendEntry } from "./backend";
import { TFile, type TAbstractFile } from "./files";
import { isHidden, parentOf } from "./paths";
import type { FileTree } from "./tree";

export type DiskChange =
  | { readonly kind: "delete"; readonly file: TAbstractFile }
  | { readonly kind: "create"; readonly entry: BackendEntry }
  | { readonly kind: "modify"; readonly file: TFile; readonly entry: BackendEntry };

const ORDER = ["delete", "create", "modify"] as const;

/**
 * The paths that can be part of the vault, each once, with folders above them that the app does not know; folders come
 * before what is in them.
 */
export function pathsToCheck(tree: FileTree, paths: readonly string[]): readonly string[] {
  const all = new Set<string>();
  for (const path of paths) {
    if (path !== "" && !isHidden(path)) all.add(path);
    for (let above = parentOf(path); above !== "" && !tree.get(above); above = parentOf(above))
      if (!isHidden(above)) all.add(above);
  }
  return [...all].sort();
}

/**
 * Deletions first, so that a file moved outside is never in two places. A file written by the app itself is as the app
 * knows it: no change.
 */
export function diskChanges(
  tree: FileTree,
  paths: readonly string[],
  entries: readonly (BackendEntry | null)[],
): readonly DiskChange[] {
  const found = paths.flatMap((path, index) => changesAt(tree.get(path), entries[index] ?? null));
  return ORDER.flatMap((kind) => found.filter((change) => change.kind === kind));
}

function changesAt(file: TAbstractFile | null, entry: BackendEntry | null): readonly DiskChange[] {
  const isOfKind = file !== null && entry !== null && file instanceof TFile === (entry.kind === "file");
  if (!isOfKind)
    return [
      ...(file ? [{ kind: "delete" as const, file }] : []),
      ...(entry ? [{ kind: "create" as const, entry }] : []),
    ];
  const isSame = !(file instanceof TFile) || (file.stat.mtime === entry.mtime && file.stat.size === entry.size);
  return isSame ? [] : [{ kind: "modify", file, entry }];
}
