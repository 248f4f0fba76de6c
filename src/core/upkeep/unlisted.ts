// Notes that are a map's to list and that no map has a link to.
import { basenameOf, folderOf } from "../base/paths";
import type { CheckedMap } from "./checked-map";
import { saidBy } from "./deprecated";
import type { Finding, Search } from "./finding";
import type { OwnFacts } from "./note-facts";
import type { VaultFacts } from "./vault-facts";

/** Folders whose notes are no study, by their names in the languages that vaults were found in. */
const OTHER_FOLDERS = [
  "templates?|模板|模版|attachments?|assets?|附件|journals?|日记|日志|diary|dailies|daily(?:[ _-]?notes?)?",
  "每日笔记",
].join("|");
const OTHER_FOLDER = new RegExp(`^[\\s\\d._-]*(?:${OTHER_FOLDERS})$`, "iu");
const NOTHING_SAID = { properties: {} };
const DATE = /^\d{4}[-.]?(?:\d{2}[-.]?\d{2}|W\d{2}|\d{2})(?:\D|$)/i;

/** True for notes that are no study: templates, journals and the like. */
export function isOther(path: string): boolean {
  return (
    DATE.test(basenameOf(path)) ||
    folderOf(path)
      .split("/")
      .some((folder) => OTHER_FOLDER.test(folder))
  );
}

/** True if a note says that it is not to be listed, or is one of the plugin's own. */
export function saysNo({ properties }: Pick<OwnFacts, "properties">): boolean {
  const { "moc-path-listed": listed, "moc-path-journal": journal } = properties;
  return listed === false || listed === "false" || journal !== undefined;
}

function isToList(path: string, map: CheckedMap, vault: VaultFacts): boolean {
  return (
    path !== map.path &&
    !vault.isExcluded(path) &&
    !isOther(path) &&
    vault.roadmap(path) === null &&
    !saysNo(vault.notes.factsOf(path) ?? NOTHING_SAID) &&
    !vault.notes.embeddersOf(path).some((one) => vault.links.isListed(one))
  );
}

function findingOf(path: string, said: string | null, map: CheckedMap): Finding {
  const folder = folderOf(map.path);
  const isIn = folder === "" || path.startsWith(`${folder}/`);
  return map.finding({
    kind: "unlisted",
    class: "idea",
    ...{ line: null, text: "", target: path, fixes: [] },
    reason: { code: "unlisted", folder: isIn ? folderOf(path) : null, said },
  });
}

export function* findUnlisted(map: CheckedMap, vault: VaultFacts): Search {
  // A note that is not to be read any more may be in no map on purpose: it is told last, with what it says.
  const last: Finding[] = [];
  for (const path of vault.unlistedOf(map.path)) {
    const said = saidBy(vault.notes.factsOf(path) ?? NOTHING_SAID);
    const finding = isToList(path, map, vault) ? findingOf(path, said, map) : null;
    if (finding && said !== null) last.push(finding);
    yield said === null ? finding : null;
  }
  yield* last;
}
