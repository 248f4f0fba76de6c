// Everything known about a note from its cache alone, as plain values: upkeep asks these, never a text.
import { NONE } from "../base/lists";
import type { NoteCache } from "../base/cache";
import { actualLinesOf } from "../read/facts";
import { linkpathOf } from "../read/links";

/** A link that a property holds. */
export interface PropertyLink {
  /** The property, of a list with the number of the item: `up`, `related.0`. */
  readonly key: string;
  /** As Obsidian's cache gives it. */
  readonly link: string;
}

/** All that a note says of itself. */
export interface OwnFacts {
  /** The number of its last line that is not blank, counted from 1; 0 for an empty note. */
  readonly lines: number;
  /** Its properties, as Obsidian has read them. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly aliases: readonly string[];
  /** Tags of its text and its properties, each once, in lower case and without `#`. */
  readonly tags: readonly string[];
  /** The words of its headings, in order, as written. */
  readonly headings: readonly string[];
  /** The level of each of them. */
  readonly levels: readonly number[];
  /** The ids of its blocks, in lower case and without `^`. */
  readonly blocks: readonly string[];
  /** All that it embeds, as the cache gives it. */
  readonly embeds: readonly string[];
  readonly propertyLinks: readonly PropertyLink[];
}

export interface NoteFacts extends OwnFacts {
  /** The vault path of the note. */
  readonly path: string;
  /** Vault paths of what it links to, embeds or names in its properties, each once; itself is not among them. */
  readonly links: readonly string[];
}

/** The texts of a property that is a list, or one text in which `by` parts them. */
function textsOf(value: unknown, by: RegExp): readonly string[] {
  if (value === undefined || value === null) return NONE;
  const listed: readonly unknown[] = typeof value === "string" ? value.split(by) : [value].flat();
  return listed
    .map((one) => (typeof one === "string" || typeof one === "number" ? String(one).trim() : ""))
    .filter((text) => text !== "");
}

function tagsOf({ frontmatter, tags = [] }: NoteCache): readonly string[] {
  const own = textsOf(frontmatter?.["tags"] ?? frontmatter?.["tag"], /[,\s]+/);
  if (own.length + tags.length === 0) return NONE;
  const all = [...own, ...tags.map(({ tag }) => tag)].map((tag) => tag.replace(/^#/, "").toLowerCase());
  return [...new Set(all)].filter((tag) => tag !== "");
}

/** All that a note links to, embeds or names in its properties, each once, as linkpaths. */
export function linkpathsOf({ links = [], embeds = [], frontmatterLinks = [] }: NoteCache): readonly string[] {
  return [...new Set([...links, ...embeds, ...frontmatterLinks].map(({ link }) => linkpathOf(link)))];
}

/** Vault paths of what a note links to, each once; itself is not among them. */
export function followedLinks(path: string, linkpaths: readonly string[], resolve: Resolve): readonly string[] {
  const paths = new Set<string>();
  for (const linkpath of linkpaths) {
    const to = resolve(linkpath, path);
    if (to !== null && to !== path) paths.add(to);
  }
  return [...paths];
}

/** The vault path that a link leads to from a note, as Obsidian resolves it; null if to nothing. */
export type Resolve = (linkpath: string, sourcePath: string) => string | null;

/** All that a note of this cache says of itself. */
export function ownFacts(cache: NoteCache): OwnFacts {
  const { frontmatter, frontmatterLinks = NONE, headings = NONE, blocks, embeds = NONE } = cache;
  return {
    lines: actualLinesOf(cache),
    properties: frontmatter ?? {},
    aliases: textsOf(frontmatter?.["aliases"] ?? frontmatter?.["alias"], /,/),
    tags: tagsOf(cache),
    headings: headings.map(({ heading }) => heading),
    levels: headings.map(({ level }) => level),
    blocks: blocks ? Object.keys(blocks).map((id) => id.toLowerCase()) : NONE,
    embeds: embeds.map(({ link }) => link),
    propertyLinks: frontmatterLinks.map(({ key, link }) => ({ key, link })),
  };
}

/** The facts about a note at a path; `linkpaths` are those of its cache. */
export function noteFacts(path: string, own: OwnFacts, linkpaths: readonly string[], resolve: Resolve): NoteFacts {
  return { ...own, path, links: followedLinks(path, linkpaths, resolve) };
}
