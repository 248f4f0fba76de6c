// `npm run bench -- parse`: reading a map, beside Markdown parsers and a bare scan for links on the same text.
// The parsers also tokenize, which ours is spared by Obsidian's cache.
import { existsSync, readFileSync } from "node:fs";
import { GFM, parser as commonmark } from "@lezer/markdown";
import MarkdownIt from "markdown-it";
import { Lexer } from "marked";
import { bindMap } from "../../src/core/bind";
import type { NoteCache } from "../../src/core/cache";
import { parseMap } from "../../src/core/parse";
import type { WrittenMap } from "../../src/core/written";
import { parseMetadata } from "../host/metadata/parse";
import { generateMap } from "./generated-map";
import { budget, compare, print, retained, table, type Times } from "./measure";

const SEED = "../shared/seed/LLM_MOC.md";
const SIZES = [1_000, 11_000, 110_000];
/** Rounds at 1,000 links; fewer on more, so that every size is read about as many times in all. */
const ROUNDS = 60;
const OTHERS = ["markdown-it", "marked", "@lezer/markdown"] as const;
const [OURS, BIND, SCAN] = ["MOC Path: parse", "MOC Path: bind", "scan for [["];

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly cache: NoteCache;
  readonly links: number;
}

const markdownIt = new MarkdownIt({ html: true });
const lezer = commonmark.configure(GFM);

/** The floor: finds every link and does nothing with it. */
function scan(text: string): number {
  let found = 0;
  for (let at = text.indexOf("[["); at >= 0; at = text.indexOf("[[", at + 2)) found++;
  return found;
}

function bind(written: WrittenMap): unknown {
  return bindMap("Map MOC.md", "Map", written, { resolve: (linkpath) => `${linkpath}.md`, isMap: () => false, titleOfMap: () => null });
}

function measure({ text, cache, links }: Sample): ReadonlyMap<string, Times> {
  const written = parseMap(text, cache);
  const works = [
    { name: OURS, run: () => parseMap(text, cache) },
    { name: BIND, run: () => bind(written) },
    { name: "markdown-it", run: () => markdownIt.parse(text, {}) },
    { name: "marked", run: () => Lexer.lex(text) },
    { name: "@lezer/markdown", run: () => lezer.parse(text) },
    { name: SCAN, run: () => scan(text) },
  ];
  return compare(works, Math.max(7, Math.round((ROUNDS * 1000) / Math.max(links, 1000))), 3);
}

function show({ name, text, links }: Sample, times: ReadonlyMap<string, Times>): string {
  const floor = times.get(SCAN)?.median ?? NaN;
  const rows = [...times].map(([work, { median, least, most }]) => [
    work,
    ...[median, least, most].map((time) => time.toFixed(2)),
    ((median * 1000) / links).toFixed(3),
    (median / floor).toFixed(0),
  ]);
  return `\n${name}: ${links} links, ${text.length} characters\n${table([["", "ms", "least", "most", "µs/link", "× scan"], ...rows])}`;
}

/** The real seed map; null where it is not there. */
function seed(): Sample | null {
  if (!existsSync(SEED)) return null;
  const text = readFileSync(SEED, "utf8");
  const cache = parseMetadata(text);
  return { name: "the seed map", text, cache, links: cache.links?.length ?? 0 };
}

/** Microseconds of our parse for each link in maps of different sizes, all of them kept as the app would keep them. */
function perLink(): ReadonlyMap<number, number> {
  const total = Math.max(...SIZES);
  const works = SIZES.map((size) => {
    const maps = Array.from({ length: Math.round(total / size) }, (_, at) => generateMap(size, at % 10));
    return { size, links: maps.reduce((sum, { links }) => sum + links, 0), name: String(size), run: () => maps.map(({ text, cache }) => parseMap(text, cache)) };
  });
  const times = compare(works, 9);
  return new Map(works.map(({ size, links, name }) => [size, ((times.get(name)?.median ?? NaN) * 1000) / links]));
}

function budgets(times: ReadonlyMap<string, Times>): readonly string[] {
  const median = (name: string): number => times.get(name)?.median ?? NaN;
  const fastest = Math.min(...OTHERS.map(median));
  const [faster, multiple] = [fastest / median(OURS), median(OURS) / median(SCAN)];
  return [
    budget("at 11,000 links faster than the fastest Markdown parser, which also tokenizes", faster, " times", "at least 10", faster >= 10),
    budget("at 11,000 links slower than the bare scan", multiple, " times", "aim 20", multiple <= 20),
  ];
}

/** What a parsed map keeps in memory, said first: what other measures leave behind would count as freed. */
function showRetained(): void {
  const { text, cache, links } = generateMap(11_000);
  const bound = retained(() => bind(parseMap(text, cache)));
  const parsed = retained(() => parseMap(text, cache));
  print(`Kept in memory for each link: ${(parsed / links).toFixed(0)} bytes parsed, ${(bound / links).toFixed(0)} bytes with what is bound.`);
}

export function benchParse(): void {
  showRetained();
  const real = seed();
  if (real) print(show(real, measure(real)));
  else print(`The seed map is not there (${SEED}); generated maps only.`);
  let lines: readonly string[] = [];
  for (const size of SIZES) {
    const sample = { name: "a generated map", ...generateMap(size) };
    const times = measure(sample);
    print(show(sample, times));
    if (size === 11_000) lines = budgets(times);
  }
  const flat = perLink();
  const spread = (Math.max(...flat.values()) / Math.min(...flat.values()) - 1) * 100;
  print("\nParse of 110,000 links, all results kept, in maps of", ...[...flat].map(([size, cost]) => `  ${size} links: ${cost.toFixed(3)} µs/link`));
  print("", ...lines, budget("cost per link from 1,000 to 110,000 links differs by", spread, " %", "at most 25", spread <= 25));
}
