// The targets of links: finds the file for a linkpath as the app does, by name without case, then by how the paths fit.

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** A path with `.` and `..` resolved from a folder. */
function relative(folder: string, path: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

export class LinkIndex {
  private readonly byName = new Map<string, string[]>();
  /** The targets of linkpaths that are whole paths, whatever note they stand in; until a file comes or goes. */
  private readonly whole = new Map<string, string>();

  add(path: string): void {
    this.whole.clear();
    const name = lastPart(path).toLowerCase();
    const alike = this.byName.get(name);
    if (alike) alike.push(path);
    else this.byName.set(name, [path]);
  }

  remove(path: string): void {
    this.whole.clear();
    const name = lastPart(path).toLowerCase();
    this.byName.set(
      name,
      (this.byName.get(name) ?? []).filter((other) => other !== path),
    );
  }

  /** The path a link leads to from a note; null if to nothing. An empty linkpath leads to the note itself. */
  resolve(written: string, sourcePath: string): string | null {
    const linkpath = written.normalize("NFC");
    const known = this.whole.get(linkpath);
    if (known !== undefined) return known;
    const path = this.find(linkpath, sourcePath);
    if (path !== null && (path === linkpath || path === `${linkpath}.md`)) this.whole.set(linkpath, path);
    return path;
  }

  private find(linkpath: string, sourcePath: string): string | null {
    if (linkpath === "") return sourcePath;
    const isRelative = /^\.\.?\//.test(linkpath);
    const isRooted = linkpath.startsWith("/");
    const path = isRelative ? relative(folderOf(sourcePath), linkpath) : linkpath.replace(/^\/+/, "");
    const found = this.candidates(path.toLowerCase()).filter((one) =>
      fits(one, path.toLowerCase(), isRelative || isRooted),
    );
    return (
      found.sort(
        (a, b) => rank(a, path, sourcePath) - rank(b, path, sourcePath) || a.length - b.length || (a < b ? -1 : 1),
      )[0] ?? null
    );
  }

  /** True if a file's name alone leads to it. */
  isUnique(path: string): boolean {
    return (this.byName.get(lastPart(path).toLowerCase()) ?? []).length <= 1;
  }

  /** Files of that name, as it is written or with `.md`. */
  private candidates(path: string): readonly string[] {
    const name = lastPart(path);
    return [...(this.byName.get(`${name}.md`) ?? []), ...(this.byName.get(name) ?? [])];
  }
}

function fits(candidate: string, wanted: string, isWhole: boolean): boolean {
  const path = candidate.toLowerCase();
  return [wanted, `${wanted}.md`].some((one) => path === one || (!isWhole && path.endsWith(`/${one}`)));
}

/** The whole path comes first, then a file beside the note. */
function rank(candidate: string, wanted: string, sourcePath: string): number {
  const path = candidate.toLowerCase();
  if (path === wanted.toLowerCase() || path === `${wanted.toLowerCase()}.md`) return 0;
  return folderOf(candidate) === folderOf(sourcePath) ? 1 : 2;
}
