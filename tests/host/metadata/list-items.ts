// The list items of a note, flat, as Obsidian caches them: with the parent's line, the character of a
// task's checkbox, and an end that leaves nested lists out.
import type { ListItemCache } from "obsidian";
import { findTrailingId, idBelow } from "./block-ids";
import type { Point, SyntaxNode } from "./nodes";
import type { SourceText } from "./position";

const taskMarker = /^\s*(?:[*+-]|\d+[.)])[ \t]+\[([^\r\n])\]\s/;

export function readListItems(tree: SyntaxNode, source: SourceText): ListItemCache[] {
  const items: ListItemCache[] = [];
  collect(tree, null, source, items);
  return items;
}

/** `parent` is the line of the list item around `node`; null outside of any. */
function collect(node: SyntaxNode, parent: number | null, source: SourceText, items: ListItemCache[]): void {
  for (const child of node.children ?? []) {
    if (child.type === "list") collectList(child, parent, source, items);
    else collect(child, parent, source, items);
  }
}

function collectList(list: SyntaxNode, parent: number | null, source: SourceText, items: ListItemCache[]): void {
  // Items at the root are told apart by their list's first line, negative; line 0 has no negative and is -1.
  const key = parent ?? -Math.max(list.position.start.line - 1, 1);
  for (const node of list.children ?? []) {
    const item = readItem(node, key, source);
    items.push(item);
    collect(node, item.position.start.line, source, items);
  }
}

function readItem(node: SyntaxNode, parent: number, source: SourceText): ListItemCache {
  const position = source.pos({ start: node.position.start, end: itemEnd(node) });
  const written = source.slice(position);
  const task = taskMarker.exec(`${written}\n`)?.[1];
  const id = findTrailingId(written) ?? idBelow(node);
  return { position, parent, ...(task !== undefined && { task }), ...(id !== null && { id }) };
}

/**
 * Before the first nested list, which has items of its own; where that begins at once (`- [x] 1. words`), behind its
 * first item.
 */
function itemEnd(node: SyntaxNode): Point {
  const children = node.children ?? [];
  const nested = children.findIndex((child) => child.type === "list");
  const list = children[nested];
  if (!list) return node.position.end;
  const before = children[nested - 1];
  if (before) return before.position.end;
  const first = list.position.start.line === node.position.start.line ? list.children?.[0] : undefined;
  return first ? itemEnd(first) : list.position.start;
}
