// The tags in a note's body, as the parser found them. Tags in properties are frontmatter-values.ts,
// both together all-tags.ts.
import type { TagCache } from "obsidian";
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
