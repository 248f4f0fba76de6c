// The footnotes of a note: their texts (`[^1]: …`) and the places that refer to them (`[^1]`).
import type { FootnoteCache } from "obsidian";
import { walk, type SyntaxNode } from "./nodes";
import type { SourceText } from "./position";

export function readFootnotes(tree: SyntaxNode, source: SourceText): FootnoteCache[] {
  return labelled(tree, "footnoteDefinition", source);
}

export function readFootnoteRefs(tree: SyntaxNode, source: SourceText): FootnoteCache[] {
  return labelled(tree, "footnoteReference", source);
}

function labelled(tree: SyntaxNode, type: string, source: SourceText): FootnoteCache[] {
  const found: FootnoteCache[] = [];
  walk(tree, (node) => {
    if (node.type === type) found.push({ id: node.label ?? "", position: source.pos(node.position) });
  });
  return found;
}
