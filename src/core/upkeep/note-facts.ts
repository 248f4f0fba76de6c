// What is known about a note from its cache alone, as plain values: upkeep asks these, never a text.
import type { NoteCache } from "../base/cache";
import { linkpathOf } from "../read/links";

export interface NoteFacts {
  /** The vault path of the note. */
  readonly path: string;
  /** Its properties, as Obsidian has read them. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Tags of its text and its properties, each once, in lower case and without `#`. */
  readonly tags: readonly string[];
  /** The words of its headings, in order, as written. */
  readonly headings: readonly string[];
  /** Vault paths of what it links to, embeds or names in its properties, each once; itself is not among them. */
  readonly links: readonly string[];
}

function tagsOf({ frontmatter, tags = [] }: NoteCache): readonly string[] {
  const written: unknown = frontmatter?.["tags"] ?? frontmatter?.["tag"];
  const listed: readonly unknown[] = typeof written === "string" ? written.split(/[,\s]+/) : [written].flat();
  const all = [...listed, ...tags.map(({ tag }) => tag)].flatMap((tag) => (typeof tag === "string" ? tag : []));
  return [...new Set(all.map((tag) => tag.trim().replace(/^#/, "").toLowerCase()))].filter((tag) => tag !== "");
}

function linksOf(path: string, cache: NoteCache, resolve: Resolve): readonly string[] {
  const { links = [], embeds = [], frontmatterLinks = [] } = cache;
  const linkpaths = new Set([...links, ...embeds, ...frontmatterLinks].map(({ link }) => linkpathOf(link)));
  const paths = new Set([...linkpaths].map((linkpath) => resolve(linkpath, path)));
  return [...paths].flatMap((one) => (one === null || one === path ? [] : one));
}

/** The vault path that a link leads to from a note, as Obsidian resolves it; null if to nothing. */
export type Resolve = (linkpath: string, sourcePath: string) => string | null;

/** The facts about a note of this path and cache. */
export function noteFacts(path: string, cache: NoteCache, resolve: Resolve): NoteFacts {
  return {
    path,
    properties: cache.frontmatter ?? {},
    tags: tagsOf(cache),
    headings: (cache.headings ?? []).map(({ heading }) => heading),
    links: linksOf(path, cache, resolve),
  };
}
