// Indexes one note: its text to the `CachedMetadata` that Obsidian's metadata cache keeps of it. What
// links resolve to is link-resolver.ts; keeping results is stored.ts.
import type { CachedMetadata } from "obsidian";
import { readBlocks } from "./block-ids";
import { readFootnoteRefs, readFootnotes } from "./footnotes";
import { readFrontmatter } from "./frontmatter";
import { readHeadings } from "./headings";
import { readListItems } from "./list-items";
import type { SyntaxNode } from "./nodes";
import { SourceText } from "./position";
import { readReferences } from "./references";
import { readSections } from "./sections";
import { parseFlatTree, parseTree } from "./syntax";
import { readTags } from "./tags";

/**
 * The metadata of a note, plain and unfrozen; members are absent where a note has nothing for them, as in Obsidian.
 * Never throws: text nested too deep for the parser is read without quotes and lists.
 */
export function parseMetadata(text: string): CachedMetadata {
  // Obsidian is handed a copy by its worker. Here a copy also keeps each string from holding the text it was cut from,
  // of which the parser makes a new one for each list: a gigabyte for a note of 11,000 links.
  return structuredClone(readText(text));
}

function readText(text: string): CachedMetadata {
  const source = new SourceText(text);
  try {
    return readTree(parseTree(text), source);
  } catch {
    return readTree(parseFlatTree(text), source);
  }
}

function readTree(tree: SyntaxNode, source: SourceText): CachedMetadata {
  const sections = readSections(tree, source);
  const listItems = readListItems(tree, source);
  const lists = {
    sections,
    listItems,
    headings: readHeadings(tree, source),
    tags: readTags(tree, source),
    footnotes: readFootnotes(tree, source),
    footnoteRefs: readFootnoteRefs(tree, source),
  };
  return {
    ...readFrontmatter(tree, source),
    ...readReferences(tree, source),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...readBlocks(sections, listItems),
  };
}
