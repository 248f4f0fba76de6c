// Parts of vault paths.

/** The name of a note without folder and extension. */
export function basenameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}

/** The folder of a path; "" for the vault's root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** The vault paths that a link's path could mean as that of a folder: from the root, and from the folder of its map. */
export function foldersMeant(linkpath: string, mapPath: string): readonly string[] {
  const parts = linkpath.split("/").filter((part) => part !== "" && part !== ".");
  const base = folderOf(mapPath)
    .split("/")
    .filter((part) => part !== "");
  const up = parts.findIndex((part) => part !== "..");
  const below = up < 0 ? [] : parts.slice(up);
  const near = [...base.slice(0, Math.max(base.length - Math.max(up, 0), 0)), ...below];
  return [below.join("/"), near.join("/")].filter((path) => path !== "");
}
