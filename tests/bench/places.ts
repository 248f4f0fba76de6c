// `npm run bench -- places`: how often the right place is proposed for the notes of the real vault: for every listed
// note as if its entry were not there, and for those that the maps of the later snapshot list anew.
// Times are those of the processor: what else runs on the machine is no part of them.
import { existsSync, readFileSync } from "node:fs";
import { DEFAULT_RULES } from "../default-rules";
import { sectionsOf, type MapSection } from "../../src/core/upkeep/map-sections";
import { traitsOf, type Corpus } from "../../src/core/upkeep/place-corpus";
import { questionOf, scoresOf } from "../../src/core/upkeep/place-score";
import { WIDE_MARGIN } from "../../src/core/upkeep/places";
import { PlaceFinder } from "../../src/index/place-finder";
import type { NoteSource } from "../../src/index/ports";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { toTerminal } from "../logs";
import { openVault } from "../tools/disk-vault";
import { withoutEntries, type CutMaps } from "../tools/leave-one-out";
import { NO_HURRY } from "../tools/no-hurry";
import { summary } from "./measure";
import { ownTime } from "./own-time";
import { figure, print, table, verdict } from "./report";

const VAULTS = "../shared/vaults";
const [EARLIER, LATER] = ["morpheus-2026-02-22", "morpheus-2026-02-26"];
const MOVES = `${VAULTS}/moves-02-22-to-02-26.tsv`;
/** Maps with fewer sections that list something leave little to choose. */
const ENOUGH_SECTIONS = 4;

interface OpenVault {
  readonly vault: NoteSource;
  readonly index: RoadmapIndex;
}

/** The outcome for one note: the scores of the first two, and whether the right section is first or among three. */
interface Trial {
  readonly isFirst: boolean;
  readonly isAmongThree: boolean;
  readonly first: number;
  readonly second: number;
}

async function open(name: string): Promise<OpenVault> {
  const vault = await openVault(`${VAULTS}/${name}`);
  const index = new RoadmapIndex(vault, NO_HURRY, DEFAULT_RULES, toTerminal);
  await index.build();
  return { vault, index };
}

function sectionsOfMap({ index }: OpenVault, map: string): readonly MapSection[] {
  const roadmap = index.roadmap(map);
  return roadmap ? sectionsOf(roadmap) : [];
}

function keyOf({ map, division }: MapSection): string {
  return `${map}\n${division?.id ?? ""}`;
}

/** The notes that a map lists, each with the keys of its sections there. */
function listedIn(of: OpenVault, map: string): ReadonlyMap<string, ReadonlySet<string>> {
  const listed = new Map<string, Set<string>>();
  for (const section of sectionsOfMap(of, map))
    for (const note of section.notes)
      if (!of.index.isMap(note)) listed.set(note, (listed.get(note) ?? new Set()).add(keyOf(section)));
  return listed;
}

/** Ranks the sections of one map, or of all that do not list the note. */
function trial(
  finder: PlaceFinder,
  corpus: Corpus,
  note: string,
  right: ReadonlySet<string>,
  map: string | null,
): Trial {
  const facts = finder.facts(note);
  if (!facts) throw new Error(`${note} is not indexed.`);
  const listing = new Set((corpus.places.get(note) ?? []).map((at) => corpus.sections[at]?.map));
  const ranked = scoresOf(questionOf(corpus, traitsOf(facts, corpus.isMap)))
    .flatMap(({ section, score }) => {
      const at = corpus.sections[section];
      return at && (map === null ? !listing.has(at.map) : at.map === map) ? [{ key: keyOf(at), score }] : [];
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  const isRight = (one: { readonly key: string } | undefined): boolean => one !== undefined && right.has(one.key);
  return {
    isFirst: isRight(first),
    isAmongThree: ranked.slice(0, 3).some(isRight),
    first: first?.score ?? 0,
    second: second?.score ?? 0,
  };
}

/** True if the entry comes within one row of its true place, in its true section. */
function isNear(of: OpenVault, cuts: CutMaps, map: string, note: string, section: MapSection): boolean {
  const cut = cuts.cut.get(map);
  const line = section.entries.find(({ path }) => path === note)?.link.line;
  if (!cut || line === undefined) return false;
  const finder = new PlaceFinder(cuts.maps, of.vault);
  const place = finder.openPlace(note, section, cut, finder.corpus());
  if (!place) return false;
  const { after } = finder.insertion(place, note);
  const rows = place.open.rows.map((row) => row.line);
  const got = rows.filter((row) => row <= after).length;
  const truth = rows.filter((row) => cut.lineBefore(row) < line).length;
  return Math.abs(got - truth) <= 1;
}

interface Trials {
  readonly name: string;
  readonly inMap: readonly Trial[];
  readonly inVault: readonly Trial[];
  readonly near: readonly boolean[];
}

async function leaveOneOut(name: string): Promise<Trials> {
  const of = await open(name);
  const [inMap, inVault, near]: [Trial[], Trial[], boolean[]] = [[], [], []];
  for (const map of of.index.maps()) {
    const sections = sectionsOfMap(of, map);
    if (sections.filter(({ notes }) => notes.size > 0).length < ENOUGH_SECTIONS) continue;
    for (const [note, right] of listedIn(of, map)) {
      const cuts = await withoutEntries(of.vault, of.index, [map], [note]);
      const finder = new PlaceFinder(cuts.maps, of.vault);
      const corpus = finder.corpus();
      inMap.push(trial(finder, corpus, note, right, map));
      inVault.push(trial(finder, corpus, note, right, null));
      const section = sections.find((one) => right.has(keyOf(one)));
      if (section) near.push(isNear(of, cuts, map, note, section));
    }
  }
  return { name, inMap, inVault, near };
}

function share(trials: readonly unknown[], hits: readonly unknown[]): number {
  return (100 * hits.length) / trials.length;
}

function firstOf(trials: readonly Trial[]): number {
  return share(
    trials,
    trials.filter(({ isFirst }) => isFirst),
  );
}

function threeOf(trials: readonly Trial[]): number {
  return share(
    trials,
    trials.filter(({ isAmongThree }) => isAmongThree),
  );
}

/** The half with the widest margins. */
function surerHalf(trials: readonly Trial[]): readonly Trial[] {
  const sorted = [...trials].sort((a, b) => b.first - b.second - (a.first - a.second));
  return sorted.slice(0, Math.ceil(trials.length / 2));
}

function confidentOf(trials: readonly Trial[]): readonly Trial[] {
  return trials.filter(({ first, second }) => first > 0 && first >= WIDE_MARGIN * second);
}

function row(name: string, trials: readonly Trial[]): readonly string[] {
  const sure = confidentOf(trials);
  const figures = [firstOf(trials), threeOf(trials), firstOf(surerHalf(trials)), share(trials, sure), firstOf(sure)];
  return [name, String(trials.length), ...figures.map(figure)];
}

/** By path of the later snapshot, that of the same note in the earlier one. */
function pathsBefore(): ReadonlyMap<string, string> {
  const rows = readFileSync(MOVES, "utf8").split(/\r?\n/).slice(1);
  return new Map(
    rows.flatMap((line) => {
      const [before = "", after = ""] = line.split("\t");
      return after === "" ? [] : [[after, before] as const];
    }),
  );
}

/** Notes that maps of the later snapshot list and those of the earlier did not, all taken out of the maps at once. */
async function replay(): Promise<void> {
  const [earlier, later] = [await open(EARLIER), await open(LATER)];
  const before = pathsBefore();
  const listedBefore = new Set(earlier.index.maps().flatMap((map) => [...listedIn(earlier, map).keys()]));
  const isNew = (note: string): boolean => !listedBefore.has(before.get(note) ?? "");
  const added = later.index
    .maps()
    .flatMap((map) => [...listedIn(later, map)].map(([note, right]) => ({ note, right, map })));
  const news = added.filter(({ note }) => isNew(note));
  const notes = [...new Set(news.map(({ note }) => note))];
  const { maps } = await withoutEntries(later.vault, later.index, later.index.maps(), notes);
  const finder = new PlaceFinder(maps, later.vault);
  const corpus = finder.corpus();
  const held = new Set(corpus.sections.filter((section) => section.notes.size > 0).map(keyOf));
  const isThere = ({ right }: { readonly right: ReadonlySet<string> }): boolean =>
    [...right].some((key) => held.has(key));
  const old = news.filter(isThere);
  const trialOf = ({ note, right, map }: (typeof news)[number], isInMap: boolean): Trial =>
    trial(finder, corpus, note, right, isInMap ? map : null);
  print(
    `${notes.length} notes are listed anew on 2026-02-26, in ${news.length} places: ` +
      `${old.length} in sections that listed something before, ${news.length - old.length} in sections made for them.`,
    table([
      [
        "replayed, sections that were there",
        "n",
        "% first",
        "% of three",
        "% surer half",
        "% confident",
        "% of these right",
      ],
      row(
        "within the map",
        old.map((one) => trialOf(one, true)),
      ),
      row(
        "among all maps",
        old.map((one) => trialOf(one, false)),
      ),
    ]),
  );
}

/** The time of one proposal, all that it is found in made anew. */
async function times(): Promise<readonly number[]> {
  const { vault, index } = await open(LATER);
  const finder = new PlaceFinder(index, vault);
  const notes = vault.notes().filter((note) => !index.isMap(note));
  for (const note of notes.slice(0, 50)) finder.places(note);
  return notes.map((note) => {
    const start = ownTime();
    finder.places(note);
    return ownTime() - start;
  });
}

export async function benchPlaces(): Promise<void> {
  if (!existsSync(MOVES)) return print("places: the real vault is not here; nothing was measured.");
  const all = [await leaveOneOut(EARLIER), await leaveOneOut(LATER)];
  const head = ["n", "% first", "% of three", "% surer half", "% confident", "% of these right"];
  const [inMap, inVault] = [all.flatMap((one) => one.inMap), all.flatMap((one) => one.inVault)];
  const near = all.flatMap((one) => one.near);
  const taken = [...(await times())].sort((a, b) => a - b);
  const nearly = taken[Math.floor(0.95 * taken.length)] ?? NaN;
  print(
    table([["left out, within the map", ...head], ...all.map((one) => row(one.name, one.inMap)), row("both", inMap)]),
    table([
      ["left out, among all maps", ...head],
      ...all.map((one) => row(one.name, one.inVault)),
      row("both", inVault),
    ]),
  );
  await replay();
  const within = share(
    near,
    near.filter((isIt) => isIt),
  );
  print(
    verdict({ name: "right section first", value: firstOf(inMap), unit: "%", limit: 75, is: "least" }),
    verdict({ name: "among three", value: threeOf(inMap), unit: "%", limit: 89, is: "least" }),
    verdict({ name: "the surer half", value: firstOf(surerHalf(inMap)), unit: "%", limit: 95, is: "least" }),
    verdict({ name: "confident ones", value: firstOf(confidentOf(inMap)), unit: "%", limit: 95, is: "least" }),
    verdict({ name: "within one row", value: within, unit: "%", limit: 55, is: "least" }),
    verdict({ name: "one proposal, median", value: summary(taken).median, unit: "ms", limit: 20, is: "most" }),
    verdict({ name: "one proposal, faster than which are 95 %", value: nearly, unit: "ms", limit: 20, is: "most" }),
    verdict({ name: "one proposal, the slowest", value: taken.at(-1) ?? NaN, unit: "ms", limit: 20, is: "most" }),
    "",
  );
}
