// The place to tell of failures that nobody could be shown; the adapter for Obsidian writes them to the console.

/** Takes what failed, in a sentence that names the paths concerned, and why; never note text. */
export type Log = (message: string, why: unknown) => void;

/** So many paths are named. */
const FEW = 3;

/** The first few of several paths, and how many more there are; "nothing" for none. */
export function someOf(paths: Iterable<string>): string {
  const all = [...paths];
  const more = all.length > FEW ? ` and ${all.length - FEW} more` : "";
  return all.length === 0 ? "nothing" : all.slice(0, FEW).join(", ") + more;
}

/** An error as text, with where it was thrown. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The words of an error, for people. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
