// Every link that a written map has a place for: entries, mentions, relations and headings.
import type { WrittenContent, WrittenDivision, WrittenEntry, WrittenLink, WrittenMap } from "./written";

function* linksOfContent(content: WrittenContent): Generator<WrittenLink> {
  for (const { link } of content.relations) yield link;
  yield* linksOfEntries(content.entries);
}

function* linksOfEntries(entries: readonly WrittenEntry[]): Generator<WrittenLink> {
  for (const { link, mentions, children } of entries) {
    yield link;
    yield* mentions;
    yield* linksOfEntries(children);
  }
}

function* linksOfDivision({ heading, content, sections }: WrittenDivision): Generator<WrittenLink> {
  if (heading.link) yield heading.link;
  yield* linksOfContent(content);
  for (const section of sections) yield* linksOfDivision(section);
}

/** All of them, but for those that are unused; in no particular order. */
export function* linksOfMap(written: WrittenMap): Generator<WrittenLink> {
  yield* linksOfContent(written.preface);
  for (const { link } of written.relations) yield link;
  for (const chapter of written.chapters) yield* linksOfDivision(chapter);
}
