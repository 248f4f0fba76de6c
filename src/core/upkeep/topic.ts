// Topics without a link that name a note.
import { basenameOf } from "../base/paths";
import { bareTitle } from "../notation/annotation";
import type { Topic } from "../read/written";
import { topicsOfRoadmap } from "../roadmap/model";
import { fixOf, type CheckedMap } from "./checked-map";
import type { Finding, Search } from "./finding";
import { nameKey } from "./names";
import type { VaultFacts } from "./vault-facts";

const MOST = 4;
const NOT_IN_LINK = /[[\]|#^]|%%/;

/** A link to a note, as short as leads there, with the topic's words. */
function linkTo(path: string, title: string, isInTable: boolean, map: CheckedMap, vault: VaultFacts): string | null {
  const whole = path.replace(/\.md$/i, "");
  if (NOT_IN_LINK.test(whole) || /[[\]|]/.test(title)) return null;
  const name = basenameOf(path);
  const linkpath = vault.files.resolve(name, map.path) === path ? name : whole;
  const pipe = isInTable ? "\\|" : "|";
  return linkpath === title ? `[[${linkpath}]]` : `[[${linkpath}${pipe}${title}]]`;
}

function findingOf(
  { title, line }: Topic,
  paths: readonly string[],
  map: CheckedMap,
  vault: VaultFacts,
): Finding | null {
  const words = map.wordsOf(line);
  const at = words.indexOf(title);
  const start = (map.lines[line]?.from ?? 0) + at;
  const isOnce = at >= 0 && !words.includes(title, at + 1);
  const isInTable = /^[\s>]*\|/.test(words);
  const fixes = paths.slice(0, MOST).flatMap((path) => {
    const link = isOnce ? linkTo(path, title, isInTable, map, vault) : null;
    return link === null ? [] : [fixOf(path, [map.edit({ from: start, to: start + title.length }, link)])];
  });
  const [to] = paths;
  if (to === undefined) return null;
  const reason = { code: "topic" as const, to };
  return map.finding({ kind: "topic", class: "choose", line, text: title, target: to, reason, fixes });
}

/** The notes that a topic names, but for those that the map lists already. */
function notesNamed(title: string, listed: ReadonlySet<string>, { notes: { names } }: VaultFacts): readonly string[] {
  if (nameKey(title) === "") return [];
  const paths = [...new Set([...names.called(title), ...names.aliased(title)])];
  return paths.filter((path) => /\.md$/i.test(path) && !listed.has(path));
}

export function* findTopics(map: CheckedMap, vault: VaultFacts): Search {
  const all = topicsOfRoadmap(map.roadmap);
  const listed = new Set([map.path]);
  for (const { link } of all.length > 0 ? map.links : []) {
    listed.add(vault.files.resolve(link.split("#")[0] ?? "", map.path) ?? map.path);
    yield null;
  }
  for (const { title: words, line } of all) {
    const title = bareTitle(words);
    yield findingOf({ title, line }, notesNamed(title, listed, vault), map, vault);
  }
}
