// The line in a note that the part of a link after `#` leads to.
import type { CachedMetadata } from "obsidian";

/** The line, from 0, of `#heading`, `#outer#inner` or `#^block`; null if the note has no such place. */
export function lineOfSubpath(cache: CachedMetadata, subpath: string): number | null {
  const parts = subpath.split("#").filter(Boolean);
  const last = parts.at(-1);
  if (last === undefined) return null;
  if (last.startsWith("^")) return cache.blocks?.[last.slice(1).toLowerCase()]?.position.start.line ?? null;
  return lineOfHeading(cache, parts.map(plain));
}

/** Every part must be found below the one before it. */
function lineOfHeading(cache: CachedMetadata, parts: readonly string[]): number | null {
  let found: number | null = null;
  let next = 0;
  for (const part of parts) {
    const headings = cache.headings ?? [];
    const index = headings.findIndex(({ heading }, at) => at >= next && plain(heading) === part);
    const heading = headings[index];
    if (!heading) return null;
    found = heading.position.start.line;
    next = index + 1;
  }
  return found;
}

/** Headings are compared by their letters and digits, as links to them leave out the rest. */
function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
