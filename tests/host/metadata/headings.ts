// The headings of a note: those at its root, as Obsidian's outline has them, not those in quotes and lists.
import type { HeadingCache } from "obsidian";
import type { SyntaxNode } from "./nodes";
import type { SourceText } from "./position";

export function readHeadings(tree: SyntaxNode, source: SourceText): HeadingCache[] {
  const nodes = tree.children?.filter((node) => node.type === "heading") ?? [];
  return nodes.map((node) => {
    const position = source.pos(node.position);
    return { heading: headingText(source.slice(position)), level: node.depth ?? 1, position };
  });
}

/** The text as written, links and emphasis kept, without the marks before and after it or the line below it. */
function headingText(written: string): string {
  const line = (/^[^\r\n]*/.exec(written)?.[0] ?? "").trim();
  const opening = /^#{1,6}(?=[ \t]|$)/.exec(line);
  if (!opening) return line;
  return line
    .slice(opening[0].length)
    .replace(/(?:^|[ \t]+)#+$/, "")
    .trim();
}
