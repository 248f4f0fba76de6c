// Block ids: `^id` at the end of a paragraph, quote or list item names it; alone on a line it names the block above.
import type { BlockCache, CachedMetadata, ListItemCache, SectionCache } from "obsidian";
import type { SyntaxNode } from "./nodes";

/** The id that ends a block's text; null for none. */
export function findTrailingId(written: string): string | null {
  return /(?:^|\s)\^([a-zA-Z0-9-]+)\s*$/.exec(written)?.[1] ?? null;
}

/** The id on a line of its own among the children of a list item; null for none. */
export function idBelow(node: SyntaxNode): string | null {
  return node.children?.find((child) => child.type === "blockId")?.value?.slice(1) ?? null;
}

/**
 * All blocks with an id (no member where there are none), keyed by it in lower case, as links to them are compared; the
 * later of two wins.
 */
export function readBlocks(
  sections: readonly SectionCache[],
  items: readonly ListItemCache[],
): Pick<CachedMetadata, "blocks"> {
  const blocks: Record<string, BlockCache> = {};
  for (const { id, position } of [...sections, ...items]) {
    if (id) blocks[id.toLowerCase()] = { id, position };
  }
  return Object.keys(blocks).length > 0 ? { blocks } : {};
}
