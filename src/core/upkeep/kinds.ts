// The kinds of findings, in the order in which they are reported. A new one is a file beside this and a row here.
import type { CheckedMap } from "./checked-map";
import { findBroken } from "./broken";
import { findCut } from "./cut";
import { findCycles } from "./cycle";
import { findDeprecated } from "./deprecated";
import { findDuplicates } from "./duplicate";
import { findEmpty } from "./empty";
import type { Finding, FindingKind } from "./finding";
import { findLengths } from "./length";
import { findParts } from "./part";
import { findRatings } from "./rating";
import { findTopics } from "./topic";
import { findUnlisted } from "./unlisted";
import type { VaultFacts } from "./vault-facts";

/** Everything of one kind that there is to find about a map, in the order in which it is to be told. */
type Find = (map: CheckedMap, vault: VaultFacts) => readonly Finding[];

const KINDS: Readonly<Record<FindingKind, Find>> = {
  broken: findBroken,
  cut: findCut,
  length: findLengths,
  part: findParts,
  rating: findRatings,
  duplicate: findDuplicates,
  topic: findTopics,
  deprecated: findDeprecated,
  unlisted: findUnlisted,
  empty: findEmpty,
  cycle: findCycles,
};

/** All that is found about a map, kind by kind, so that other work can be done between two of them. */
export function* findingsByKind(map: CheckedMap, vault: VaultFacts): Generator<readonly Finding[]> {
  for (const find of Object.values(KINDS)) yield find(map, vault);
}
