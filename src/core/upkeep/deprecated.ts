// Entries whose note says that it is no longer to be read.
import { linkpathOf } from "../read/links";
import { entriesOfRoadmap, type Entry } from "../roadmap/model";
import { fixOf, type CheckedMap } from "./checked-map";
import type { Finding, Search } from "./finding";
import { ledTo } from "./meant";
import type { OwnFacts } from "./note-facts";
import type { VaultFacts } from "./vault-facts";

const SUCCESSOR = "superseded_by";
const GONE = /^(?:deprecated|archived|superseded|obsolete|已弃用|弃用|废弃|已废弃|过时|已过时|归档|已归档)$/iu;

/** The property that says so, with its value; null where none does. */
export function saidBy({ properties }: Pick<OwnFacts, "properties">): string | null {
  const { status, deprecated, [SUCCESSOR]: successor } = properties;
  const states: readonly unknown[] = Array.isArray(status) ? status : [status];
  const state = states.find((one) => typeof one === "string" && GONE.test(one.trim()));
  if (typeof state === "string") return `status: ${state.trim()}`;
  if (deprecated === true || deprecated === "true") return "deprecated: true";
  const isNamed = typeof successor === "string" ? successor.trim() !== "" : Array.isArray(successor);
  return isNamed ? SUCCESSOR : null;
}

/** The vault path of the note that a note names as its successor; null where it names none, or several. */
function successorOf(path: string, { properties, propertyLinks }: OwnFacts, vault: VaultFacts): string | null {
  const links = propertyLinks.flatMap(({ key, link }) => (key.replace(/\.\d+$/, "") === SUCCESSOR ? [link] : []));
  const plain = properties[SUCCESSOR];
  const named = links.length > 0 ? links : typeof plain === "string" && !plain.includes("[[") ? [plain.trim()] : [];
  const paths = new Set(named.map((link) => vault.files.resolve(linkpathOf(link), path)));
  const [only = null] = paths;
  return paths.size === 1 && only !== path ? only : null;
}

function findingOf(entry: Entry, map: CheckedMap, vault: VaultFacts): Finding | null {
  const { path, kind, target, link } = entry;
  const facts = path !== null && kind === "note" ? vault.notes.factsOf(path) : null;
  const said = facts && saidBy(facts);
  if (path === null || facts === null || said === null) return null;
  const successor = successorOf(path, facts, vault);
  const words = successor === null ? null : ledTo(link.text, successor, path, map, vault);
  const fixes = successor === null || words === null ? [] : [fixOf(successor, [map.edit(link, words)])];
  const reason = { code: "deprecated" as const, said, successor };
  // Without a successor there is nothing to choose.
  const sort = successor === null ? "idea" : "choose";
  return map.finding({ kind: "deprecated", class: sort, line: link.line, text: link.text, target, reason, fixes });
}

export function* findDeprecated(map: CheckedMap, vault: VaultFacts): Search {
  for (const entry of entriesOfRoadmap(map.roadmap)) yield findingOf(entry, map, vault);
}
