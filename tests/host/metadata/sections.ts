// The sections of a note: its blocks at root level, each with its type and, where it has one, its block id.
import type { SectionCache } from "obsidian";
import { findTrailingId } from "./block-ids";
import type { SyntaxNode } from "./nodes";
import type { SourceText } from "./position";

const calloutOpening = /^[ \t]*>[ \t]*\[![^\]\r\n]+\]/;

/** Blocks whose own text may end in an id. */
const endsInId: readonly string[] = ["paragraph", "blockquote", "callout"];

export function readSections(tree: SyntaxNode, source: SourceText): SectionCache[] {
  const sections: SectionCache[] = [];
  for (const node of tree.children ?? []) {
    const previous = sections.at(-1);
    if (node.type === "blockId" && previous && previous.type !== "yaml") previous.id = node.value?.slice(1);
    else sections.push(readSection(node, source));
  }
  return sections;
}

function readSection(node: SyntaxNode, source: SourceText): SectionCache {
  const position = source.pos(node.position);
  const written = source.slice(position);
  const type = sectionType(node, written);
  const id = endsInId.includes(type) ? findTrailingId(written) : null;
  return { type, position, ...(id !== null && { id }) };
}

function sectionType(node: SyntaxNode, written: string): string {
  if (node.type === "blockquote" && calloutOpening.test(written)) return "callout";
  return node.type === "blockId" ? "paragraph" : node.type;
}
