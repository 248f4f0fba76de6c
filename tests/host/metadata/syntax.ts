// Reads Markdown into a tree as Obsidian's indexer does: legacy remark in CommonMark mode with front
// matter, math and footnotes, and Obsidian's own marks from inline-syntax.ts and block-syntax.ts.
import remarkFootnotes from "remark-footnotes";
import remarkFrontmatter from "remark-frontmatter";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import unified, { type FrozenProcessor, type Plugin, type Processor } from "unified";
import { addBlockSyntax } from "./block-syntax";
import { addInlineSyntax } from "./inline-syntax";
import type { SyntaxNode } from "./nodes";
import type { ParserPrototype } from "./tokenizer";

const nested = createProcessor(true);
const flat = createProcessor(false);

function createProcessor(hasContainers: boolean): FrozenProcessor {
  return unified()
    .use(remarkParse, { commonmark: true })
    .use(remarkFrontmatter)
    .use(remarkMath)
    .use(remarkFootnotes)
    .use(obsidianSyntax(hasContainers))
    .freeze();
}

function obsidianSyntax(hasContainers: boolean): Plugin {
  return function attach(this: Processor) {
    const prototype = this.Parser.prototype as ParserPrototype;
    addBlockSyntax(prototype);
    addInlineSyntax(prototype);
    if (!hasContainers) prototype.blockMethods = prototype.blockMethods.filter((name) => !isContainer(name));
  };
}

function isContainer(name: string): boolean {
  return name === "list" || name === "blockquote" || name === "footnoteDefinition";
}

/** The tree of a note. Throws what the parser throws: a `RangeError` where blocks nest thousands deep. */
export function parseTree(text: string): SyntaxNode {
  return nested.parse(text) as unknown as SyntaxNode;
}

/** The same without quotes and lists, whose lines become paragraphs: what remains when `parseTree` throws. */
export function parseFlatTree(text: string): SyntaxNode {
  return flat.parse(text) as unknown as SyntaxNode;
}
