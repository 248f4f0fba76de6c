// The syntax tree as the Markdown parser gives it: the few node shapes the indexer looks at, and how
// to walk them. Making the tree is syntax.ts; turning points into Obsidian's positions is position.ts.

/** A place in the text as the parser counts it: line and column from 1. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

export interface Span {
  readonly start: Point;
  readonly end: Point;
}

/** One node; which of the optional members are there depends on `type`. */
export interface SyntaxNode {
  readonly type: string;
  readonly position: Span;
  readonly children?: readonly SyntaxNode[];
  /** Text of leaves, and the source of wikilinks, tags and block ids as written. */
  readonly value?: string;
  /** Heading level, 1 to 6. */
  readonly depth?: number;
  /** Target of Markdown links, images and definitions, escapes resolved, still percent-encoded. */
  readonly url?: string;
  /** Text of an image. */
  readonly alt?: string | null;
  /** Name of a footnote or definition as written. */
  readonly label?: string;
}

/** Calls `visit` for every node below `node`, parents before children, in the order of the text. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  for (const child of node.children ?? []) {
    visit(child);
    walk(child, visit);
  }
}

/** All text below a node without its markup, as a reader would see it. */
export function plainText(node: SyntaxNode): string {
  if (node.children) return node.children.map(plainText).join("");
  return node.value ?? node.alt ?? "";
}
