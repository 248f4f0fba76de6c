// The kinds of findings, in the order in which they are reported. A new one is a file beside this and a row here.
import type { CheckedMap } from "./checked-map";
import { findBroken } from "./broken";
import { findCut } from "./cut";
import { findCycles } from "./cycle";
import { findDeprecated } from "./deprecated";
import { findDuplicates } from "./duplicate";
import { findEmpty } from "./empty";
import type { FindingKind, Search } from "./finding";
import { findLengths } from "./length";
import { findParts } from "./part";
import { findRatings } from "./rating";
import { findTopics } from "./topic";
import { findUnlisted } from "./unlisted";
import type { VaultFacts } from "./vault-facts";

/** Looks for everything of one kind that there is to find about a map, in the order in which it is to be told. */
type Find = (map: CheckedMap, vault: VaultFacts) => Search;

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

/** Looks for all that there is to find about a map, kind by kind. */
export function* findAll(map: CheckedMap, vault: VaultFacts): Search {
  for (const find of Object.values(KINDS)) yield* find(map, vault);
}
