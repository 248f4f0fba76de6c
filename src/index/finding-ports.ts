// Everything that findings are made from: the notes and files, the index of maps, their texts, and what the journal
// knows.
import type { Log } from "../core/base/log";
import type { Finding } from "../core/upkeep/finding";
import type { MapText } from "../core/upkeep/insertion";
import type { VaultFacts } from "../core/upkeep/vault-facts";
import type { FileSource, Pace } from "./ports";
import type { RoadmapIndex } from "./roadmap-index";

export interface FindingPorts {
  readonly source: FileSource;
  readonly index: Pick<
    RoadmapIndex,
    "maps" | "isMap" | "roadmap" | "lastRoadmap" | "mapsNaming" | "onChange" | "whenSettled"
  >;
  /** The text of a map and the roadmap that was read from it; null where the map is gone or cannot be read. */
  readonly texts: { read(path: string): Promise<MapText | null> };
  readonly pace: Pace;
  readonly log: Log;
  readonly lengths: VaultFacts["lengths"];
  readonly moves: VaultFacts["moves"];
  isExcluded: VaultFacts["isExcluded"];
  readonly ignoring: {
    /** True if the reader does not want to be told of a finding. */
    isIgnored(finding: Finding): boolean;
  };
}
