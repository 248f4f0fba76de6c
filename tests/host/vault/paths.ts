// Parts of vault paths.

/** The folder of a path; "" for what lies in the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** True if some part of a path begins with a dot: such files are no part of the vault. */
export function isHidden(path: string): boolean {
  return path.split("/").some((part) => part.startsWith("."));
}
