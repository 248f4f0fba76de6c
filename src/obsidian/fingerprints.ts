// What identifies a note apart from its path, read from Obsidian's cache alone.
import type { App, CachedMetadata } from "obsidian";
import { actualLinesOf } from "../core/facts";
import { basenameOf } from "../core/detect";
import { linkpathOf } from "../core/links";
import type { Fingerprint } from "../progress/ports";

const ID_KEYS = ["id", "uid", "uuid", "created", "date"] as const;
const MOST_HEADINGS = 12;

/** The fingerprint of the note a target lies in; null for web addresses and for notes that are not there. */
export function fingerprintOf(app: App, target: string): Fingerprint | null {
  const path = linkpathOf(target);
  const file = app.vault.getFileByPath(path);
  if (!file) return null;
  const cache = app.metadataCache.getFileCache(file);
  const headings = (cache?.headings ?? []).slice(0, MOST_HEADINGS).map(({ heading }) => heading);
  return {
    basename: basenameOf(path),
    title: titleOf(cache) ?? headings[0] ?? null,
    ids: idsOf(cache),
    headings,
    lines: cache ? actualLinesOf(cache) : null,
  };
}

function titleOf(cache: CachedMetadata | null): string | null {
  const title: unknown = cache?.frontmatter?.["title"];
  return typeof title === "string" ? title : null;
}

function idsOf(cache: CachedMetadata | null): Readonly<Record<string, string>> {
  const frontmatter: Readonly<Record<string, unknown>> = cache?.frontmatter ?? {};
  const pairs = ID_KEYS.map((key) => [key, frontmatter[key]] as const);
  return Object.fromEntries(pairs.flatMap(([key, value]) => (typeof value === "string" || typeof value === "number" ? [[key, String(value)]] : [])));
}
