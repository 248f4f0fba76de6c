// `npm run --silent places -- VAULT NOTE…`: the sections of maps that notes belong to, as JSON, best first.
// `-- VAULT --each`: for every listed note the true section, and the places proposed if its entry were not there.
import { stat } from "node:fs/promises";
import { PlaceProposals } from "../../src/actions/place-proposals";
import { DEFAULT_RULES } from "../default-rules";
import type { ReportedPlace } from "../../src/core/upkeep/report";
import { sectionsOf } from "../../src/core/upkeep/map-sections";
import { en } from "../../src/i18n/en";
import type { NoteSource } from "../../src/index/ports";
import type { MapText } from "../../src/core/upkeep/insertion";
import { PlaceFinder, type KnownMaps } from "../../src/index/place-finder";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { toTerminal } from "../logs";
import { openVault } from "./disk-vault";
import { withoutEntries, type CutMap } from "./leave-one-out";
import { NO_HURRY } from "./no-hurry";

interface TrueRow {
  readonly note: string;
  readonly map: string;
  readonly section: readonly string[];
  readonly places: readonly ReportedPlace[];
}

/** `cuts` are the maps that an entry was taken out of; their lines are counted as they are with it. */
async function rowsOf(
  note: string,
  vault: NoteSource,
  maps: KnownMaps,
  cuts: ReadonlyMap<string, CutMap> = new Map(),
): Promise<readonly ReportedPlace[]> {
  const read = async (map: string): Promise<MapText | null> => {
    const roadmap = maps.roadmap(map);
    return roadmap && { roadmap, text: cuts.get(map)?.text ?? (await vault.read(map)) };
  };
  const rows = (await new PlaceProposals(new PlaceFinder(maps, vault), { read }, en).of(note)) ?? [];
  return rows.map((row) => {
    const cut = cuts.get(row.map);
    return cut && row.after >= 0 ? { ...row, after: cut.lineBefore(row.after) } : row;
  });
}

/** A row for each note that a section lists; a note that a map lists several times has one for each section. */
async function trueRows(vault: NoteSource, index: RoadmapIndex): Promise<readonly TrueRow[]> {
  const rows: TrueRow[] = [];
  for (const map of [...index.maps()].sort()) {
    const roadmap = index.roadmap(map);
    const sections = roadmap ? sectionsOf(roadmap) : [];
    const proposed = new Map<string, readonly ReportedPlace[]>();
    for (const { titles, notes } of sections)
      for (const note of notes) {
        if (index.isMap(note)) continue;
        const { maps, cut } = await withoutEntries(vault, index, [map], [note]);
        const places = proposed.get(note) ?? (await rowsOf(note, vault, maps, cut));
        proposed.set(note, places);
        rows.push({ note, map, section: titles, places });
      }
  }
  return rows;
}

async function run([root, ...notes]: readonly string[]): Promise<unknown> {
  if (root === undefined || notes.length === 0)
    throw new Error("Usage: npm run --silent places -- VAULT NOTE… (or --each)");
  const folder = await stat(root).catch(() => null);
  if (!folder?.isDirectory()) throw new Error(`The vault folder "${root}" does not exist.`);
  const vault = await openVault(root);
  const index = new RoadmapIndex(vault, NO_HURRY, DEFAULT_RULES, toTerminal);
  await index.build();
  if (notes.includes("--each")) return trueRows(vault, index);
  const unknown = notes.find((note) => !vault.notes().includes(note));
  if (unknown !== undefined) throw new Error(`There is no note "${unknown}" in this vault.`);
  const rows = await Promise.all(notes.map((note) => rowsOf(note, vault, index)));
  return rows.flat();
}

try {
  process.stdout.write(`${JSON.stringify(await run(process.argv.slice(2)), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
