// Chapters and sections with nothing in them.
import { divisionsOf, type Division } from "../roadmap/model";
import type { CheckedMap } from "./checked-map";
import type { Finding, Search } from "./finding";

/** Rules and comments say nothing. */
const NOTHING = /^\s*(?:(?:-{3,}|\*{3,}|_{3,}|%%[^%]*%%|<!--.*-->)\s*)?$/;

function isEmpty({ line, to, link, sections }: Division, map: CheckedMap): boolean {
  if (link !== null || sections.length > 0) return false;
  const end = to >= map.text.length ? map.lines.length : map.lineAt(to);
  const isUnderlined = /^\s*(?:=+|-+)\s*$/.test(map.wordsOf(line + 1)) && !/^\s*#/.test(map.wordsOf(line));
  for (let at = line + (isUnderlined ? 2 : 1); at < end; at++) if (!NOTHING.test(map.wordsOf(at))) return false;
  return true;
}

function findingOf({ line, title }: Division, map: CheckedMap): Finding {
  const place = { line, text: title, target: title };
  return map.finding({ kind: "empty", class: "idea", ...place, reason: { code: "empty" }, fixes: [] });
}

export function* findEmpty(map: CheckedMap): Search {
  for (const division of divisionsOf(map.roadmap.chapters))
    yield isEmpty(division, map) ? findingOf(division, map) : null;
}
