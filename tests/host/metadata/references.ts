// The links, embeds and reference definitions in a note's body, in document order. How a single wikilink or Markdown
// link reads is wikilink.ts and markdown-link.ts; links in properties are frontmatter.ts.
import type { CachedMetadata, Reference, ReferenceCache } from "obsidian";
import { parseMarkdownLink } from "./markdown-link";
import { walk, type SyntaxNode } from "./nodes";
import type { SourceText } from "./position";
import { parseWikilink } from "./wikilink";

/** Members are absent where the note has none. */
export function readReferences(
  tree: SyntaxNode,
  source: SourceText,
): Pick<CachedMetadata, "links" | "embeds" | "referenceLinks"> {
  const links: ReferenceCache[] = [];
  const embeds: ReferenceCache[] = [];
  walk(tree, (node) => {
    const reference = readReference(node, source);
    if (reference) (isEmbed(node) ? embeds : links).push(reference);
  });
  const referenceLinks = readDefinitions(tree, source);
  return {
    ...(links.length > 0 && { links }),
    ...(embeds.length > 0 && { embeds }),
    ...(referenceLinks.length > 0 && { referenceLinks }),
  };
}

function isEmbed(node: SyntaxNode): boolean {
  return node.type === "embed" || node.type === "image";
}

function readReference(node: SyntaxNode, source: SourceText): ReferenceCache | null {
  switch (node.type) {
    case "wikilink":
    case "embed":
      return readWikilink(node, source);
    case "link":
    case "image":
      return place(parseMarkdownLink(node, source.slice(source.pos(node.position))), node, source);
    default:
      return null;
  }
}

function readWikilink(node: SyntaxNode, source: SourceText): ReferenceCache | null {
  const raw = node.value ?? "";
  const position = source.find(node, raw);
  const reference = parseWikilink(raw);
  return position && reference ? { ...reference, position } : null;
}

function place(reference: Reference | null, node: SyntaxNode, source: SourceText): ReferenceCache | null {
  return reference && { ...reference, position: source.pos(node.position) };
}

/** `[id]: target` lines, wherever they stand. */
function readDefinitions(tree: SyntaxNode, source: SourceText): NonNullable<CachedMetadata["referenceLinks"]> {
  const definitions: NonNullable<CachedMetadata["referenceLinks"]> = [];
  walk(tree, (node) => {
    if (node.type !== "definition") return;
    definitions.push({ id: node.label ?? "", link: node.url ?? "", position: source.pos(node.position) });
  });
  return definitions;
}
