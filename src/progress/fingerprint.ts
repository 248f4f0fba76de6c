// The features that identify a note or file apart from its path. Read from
// Obsidian's cache alone; nothing is opened for it.
import type { NoteCache } from "../core/base/cache";
import { basenameOf } from "../core/base/paths";
import { actualLinesOf } from "../core/read/facts";

/**
 * The features that identify a note apart from its path, recorded with each event
 * so that a moved note can be found again.
 */
export interface Fingerprint {
  readonly basename: string;
  /** Frontmatter title or first heading; null where there is neither. */
  readonly title: string | null;
  /**
   * Frontmatter values that name the note for good (`id`, `uid`, `created`, `date` …), as written; of a file `size` and
   * `mtime`.
   */
  readonly ids: Readonly<Record<string, string>>;
  /** The text of its first headings, at most 12. */
  readonly headings: readonly string[];
  /** Number of its last non-blank line; null while its cache is not known. */
  readonly lines: number | null;
}

const ID_KEYS = ["id", "uid", "uuid", "created", "date", "doi", "isbn", "arxiv", "source", "url"] as const;
const MOST_HEADINGS = 12;

/** The fingerprint of the note at a path; with nothing but its name while its cache is not known. */
export function fingerprintOf(path: string, cache: NoteCache | null): Fingerprint {
  const headings = (cache?.headings ?? []).slice(0, MOST_HEADINGS).map(({ heading }) => heading);
  const title: unknown = cache?.frontmatter?.["title"];
  return {
    basename: basenameOf(path),
    title: typeof title === "string" ? title : (headings[0] ?? null),
    ids: idsOf(cache),
    headings,
    lines: cache ? actualLinesOf(cache) : null,
  };
}

/**
 * The fingerprint of a file that is no note: its full name, its size in bytes and when it was written, in milliseconds
 * since 1970.
 */
export function fileFingerprint(
  path: string,
  { size, mtime }: { readonly size: number; readonly mtime: number },
): Fingerprint {
  return {
    basename: basenameOf(path),
    title: null,
    ids: { size: String(size), mtime: String(mtime) },
    headings: [],
    lines: null,
  };
}

/** True if a path is that of a note, not of another file. */
export function isNote(path: string): boolean {
  return /\.md$/i.test(path);
}

/** True if nothing but its name is known of a note: no other can be said to be like it. */
export function isBlank(note: Fingerprint | null): boolean {
  if (note === null) return true;
  const { title, ids, headings, lines } = note;
  return title === null && headings.length === 0 && Object.keys(ids).length === 0 && (lines ?? 0) === 0;
}

function idsOf(cache: NoteCache | null): Readonly<Record<string, string>> {
  const frontmatter: Readonly<Record<string, unknown>> = cache?.frontmatter ?? {};
  const pairs = ID_KEYS.map((key) => [key, frontmatter[key]] as const);
  return Object.fromEntries(
    pairs.flatMap(([key, value]) =>
      (typeof value === "string" && value !== "") || typeof value === "number" ? [[key, String(value)]] : [],
    ),
  );
}
