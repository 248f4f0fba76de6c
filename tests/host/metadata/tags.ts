// The tags of a note: those in its body as the parser found them, and these together with its properties'.
// The form of a tag is tag-name.ts; reading properties is frontmatter-values.ts.
import type { CachedMetadata, TagCache } from "obsidian";
import { parseFrontMatterTags } from "./frontmatter-values";
import { walk, type SyntaxNode } from "./nodes";
import type { SourceText } from "./position";

export function readTags(tree: SyntaxNode, source: SourceText): TagCache[] {
  const tags: TagCache[] = [];
  walk(tree, (node) => {
    if (node.type !== "tag" || node.value === undefined) return;
    const position = source.find(node, node.value);
    if (position) tags.push({ tag: node.value, position });
  });
  return tags;
}

/** Every tag with its `#`, properties first, as often as it is written; empty for none. */
export function getAllTags(cache: CachedMetadata): string[] {
  return [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...(cache.tags ?? []).map(({ tag }) => tag)];
}
