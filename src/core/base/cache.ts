// The part of Obsidian's CachedMetadata that a map is read from, under one name.
import type {
  CachedMetadata,
  CacheItem,
  FrontMatterCache,
  HeadingCache,
  ListItemCache,
  Pos,
  Reference,
  SectionCache,
} from "obsidian";

/** Obsidian's knowledge of one version of a note: positions are UTF-16 offsets and lines counted from 0. */
export type NoteCache = Pick<
  CachedMetadata,
  | "links"
  | "embeds"
  | "referenceLinks"
  | "headings"
  | "listItems"
  | "blocks"
  | "sections"
  | "frontmatter"
  | "frontmatterLinks"
  | "tags"
>;

export type { CacheItem, FrontMatterCache, HeadingCache, ListItemCache, Pos, Reference, SectionCache };
