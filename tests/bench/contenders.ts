// The yardstick for reading a map whole: markdown-it, which merely parses the same text.
import MarkdownIt from "markdown-it";
import { bindMap } from "../../src/core/roadmap/bind";
import type { LinkTargets } from "../../src/core/roadmap/map-links";
import type { NoteCache } from "../../src/core/base/cache";
import { parseMap } from "../../src/core/read/parse";
import type { Roadmap } from "../../src/core/roadmap/model";
import { outlineOf } from "../../src/core/roadmap/outline";
import type { Work } from "./measure";

export const [PARSE, READ, OUTLINE, OTHER] = ["parse", "parse and bind", "outline as JSON", "markdown-it"];

const markdownIt = new MarkdownIt({ html: true });

/** Every link leads to a note of its name. */
const TARGETS: LinkTargets = {
  vault: { resolve: (linkpath) => `${linkpath}.md`, isFolder: () => false },
  moved: { movedTo: () => null },
  maps: { isMap: () => false, titleOfMap: () => null },
};
const TALLY = { counted: 0, done: 0, doing: 0, skipped: 0, todo: 0, missing: 0 };

/** A map, as all of them are given it. */
export interface MapText {
  readonly text: string;
  readonly cache: NoteCache;
}

/** A map read whole in a vault where all is there: its values are plain, so that nothing is left to be read later. */
export function read({ text, cache }: MapText): Roadmap {
  return bindMap("Map MOC.md", "Map", parseMap(text, cache), TARGETS).roadmap;
}

function outline(roadmap: Roadmap): string {
  const facts = { tally: TALLY, total: TALLY, tallyOfDivision: () => TALLY, actualLinesOf: () => null };
  return JSON.stringify(outlineOf(roadmap, { ...facts, stateOf: () => "todo" }));
}

/** Does something with one after another of these, and begins again behind the last; nothing where there are none. */
function inTurn<T>(all: readonly T[], work: (one: T) => unknown): () => unknown {
  let turn = 0;
  return () => {
    const one = all[turn++ % all.length];
    return one === undefined ? null : work(one);
  };
}

/** All of them on the same maps in turn. */
export function worksOn(maps: readonly MapText[]): readonly Work[] {
  return [
    { name: PARSE, run: inTurn(maps, ({ text, cache }) => parseMap(text, cache)) },
    { name: READ, run: inTurn(maps, read) },
    { name: OUTLINE, run: inTurn(maps.map(read), outline) },
    { name: OTHER, run: inTurn(maps, ({ text }) => markdownIt.parse(text, {})) },
  ];
}
