// The properties at the top of a note: where they stand, what they say, and the links in them. How single
// properties are read (tags, aliases) is frontmatter-values.ts.
import type { CachedMetadata, FrontMatterCache, FrontMatterInfo, FrontmatterLinkCache } from "obsidian";
import type { SyntaxNode } from "./nodes";
import type { SourceText } from "./position";
import { parseWikilink } from "./wikilink";
import { parseYaml } from "./yaml";

const block = /^(\uFEFF?---[ \t]*(?:\r\n|\r|\n))(?:([^]*?)(?:\r\n|\r|\n))??---[ \t]*(?=[\r\n]|$)(?:\r\n|\r|\n)?/;

/** The place of a note's properties, readable or not. All offsets are 0 if there are none. */
export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const found = block.exec(content);
  if (!found) return { exists: false, frontmatter: "", from: 0, to: 0, contentStart: 0 };
  const from = found[1]?.length ?? 0;
  const frontmatter = found[2] ?? "";
  return { exists: true, frontmatter, from, to: from + frontmatter.length, contentStart: found[0].length };
}

/** The members that the cache has for a note with readable properties; none for broken, empty or other YAML. */
export function readFrontmatter(
  tree: SyntaxNode,
  source: SourceText,
): Pick<CachedMetadata, "frontmatter" | "frontmatterLinks" | "frontmatterPosition"> {
  const node = tree.children?.[0];
  if (node?.type !== "yaml") return {};
  const frontmatter = readProperties(node.value ?? "");
  if (!frontmatter) return {};
  return { frontmatter, frontmatterLinks: readLinks(frontmatter), frontmatterPosition: source.pos(node.position) };
}

/** Plain data, the same after being stored as JSON; aliases that contain themselves count as broken. */
function readProperties(yaml: string): FrontMatterCache | null {
  try {
    const value = JSON.parse(JSON.stringify(parseYaml(yaml))) as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Links are texts that are one wikilink and nothing else, at any depth; `key` is their path, `list.0` in a list. */
function readLinks(frontmatter: FrontMatterCache): FrontmatterLinkCache[] {
  return Object.entries(frontmatter).flatMap(([key, value]: [string, unknown]) => linksIn(value, key));
}

function linksIn(value: unknown, key: string): FrontmatterLinkCache[] {
  if (typeof value === "string") return linkIn(value, key);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => linksIn(member, `${key}.${name}`));
}

function linkIn(value: string, key: string): FrontmatterLinkCache[] {
  const original = value.trim();
  if (!/^\[\[(?:(?!\[\[|\]\])[^\n])+\]\]$/.test(original)) return [];
  const reference = parseWikilink(original);
  return reference ? [{ key, ...reference }] : [];
}
