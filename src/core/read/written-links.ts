// Every link that a written map has a place for: entries, mentions, relations and headings.
import type { WrittenContent, WrittenDivision, WrittenEntry, WrittenLink, WrittenMap } from "./written";

function addContent(content: WrittenContent, all: WrittenLink[]): void {
  for (const { link } of content.relations) all.push(link);
  addEntries(content.entries, all);
}

function addEntries(entries: readonly WrittenEntry[], all: WrittenLink[]): void {
  for (const { link, mentions, children } of entries) {
    all.push(link);
    for (const mention of mentions) all.push(mention);
    if (children.length > 0) addEntries(children, all);
  }
}

function addDivision({ heading, content, sections }: WrittenDivision, all: WrittenLink[]): void {
  if (heading.link) all.push(heading.link);
  addContent(content, all);
  for (const section of sections) addDivision(section, all);
}

/** All of them, but for those that are unused; in no particular order. */
export function linksOfMap({ preface, relations, chapters }: WrittenMap): readonly WrittenLink[] {
  const all: WrittenLink[] = [];
  addContent(preface, all);
  for (const { link } of relations) all.push(link);
  for (const chapter of chapters) addDivision(chapter, all);
  return all;
}
