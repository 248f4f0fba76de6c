// The map that a view shows, and the maps gone through on the way to it, which Back leads to.

export class MapHistory {
  private current: string | null = null;
  private trail: readonly string[] = [];

  /** The map that is shown; null for none. */
  get path(): string | null {
    return this.current;
  }

  /** The map that Back leads to; null where there is none. */
  get last(): string | null {
    return this.trail.at(-1) ?? null;
  }

  /** Another way begins with a map. */
  start(path: string): void {
    [this.current, this.trail] = [path, []];
  }

  /** Goes on to a map, from which Back leads here. */
  push(path: string): void {
    if (this.current !== null) this.trail = [...this.trail, this.current];
    this.current = path;
  }

  back(): void {
    if (this.last !== null) [this.current, this.trail] = [this.last, this.trail.slice(0, -1)];
  }

  /** A map has another path; true if it is the one that is shown. */
  renamed(path: string, oldPath: string): boolean {
    const isShown = this.current === oldPath;
    if (isShown) this.current = path;
    this.trail = this.trail.map((one) => (one === oldPath ? path : one));
    return isShown;
  }
}
