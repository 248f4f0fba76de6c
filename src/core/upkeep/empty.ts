// Chapters and sections with nothing in them.
import { divisionsOf, type Division } from "../roadmap/model";
import type { CheckedMap } from "./checked-map";
import type { Finding } from "./finding";

/** Rules and comments say nothing. */
const NOTHING = /^\s*(?:(?:-{3,}|\*{3,}|_{3,}|%%[^%]*%%|<!--.*-->)\s*)?$/;

function isEmpty({ line, to, link, sections }: Division, map: CheckedMap): boolean {
  if (link !== null || sections.length > 0) return false;
  const end = to >= map.text.length ? map.lines.length : map.lineAt(to);
  const isUnderlined = /^\s*(?:=+|-+)\s*$/.test(map.wordsOf(line + 1)) && !/^\s*#/.test(map.wordsOf(line));
  for (let at = line + (isUnderlined ? 2 : 1); at < end; at++) if (!NOTHING.test(map.wordsOf(at))) return false;
  return true;
}

export function findEmpty(map: CheckedMap): readonly Finding[] {
  return divisionsOf(map.roadmap.chapters)
    .filter((division) => isEmpty(division, map))
    .map(({ line, title }) =>
      map.finding({
        kind: "empty",
        class: "idea",
        ...{ line, text: title, target: title, reason: { code: "empty" }, fixes: [] },
      }),
    );
}
