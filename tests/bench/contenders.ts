// Who is measured beside whom on one map: our parse and bind, three Markdown parsers, and a bare scan for links as the floor.
import { GFM, parser as commonmark } from "@lezer/markdown";
import MarkdownIt from "markdown-it";
import { getDefaults, Lexer } from "marked";
import { bindMap, type LinkTargets } from "../../src/core/roadmap/bind";
import type { NoteCache } from "../../src/core/base/cache";
import { parseMap } from "../../src/core/read/parse";
import type { WrittenMap } from "../../src/core/read/written";
import type { Work } from "./measure";

export const [PARSE, BIND, SCAN] = ["our parse", "our bind", "scan for [["];
/** The Markdown parsers; all read tables, and none makes HTML here. */
export const OTHERS = ["markdown-it", "marked", "@lezer/markdown"] as const;

const markdownIt = new MarkdownIt({ html: true });
const lezer = commonmark.configure(GFM);

/** Every link leads to a note of its name. */
const TARGETS: LinkTargets = {
  resolve: (linkpath) => `${linkpath}.md`,
  isFolder: () => false,
  isMap: () => false,
  titleOfMap: () => null,
  movedTo: () => null,
};

/** Finds every link and does nothing with it. */
export function scan(text: string): number {
  let found = 0;
  for (let at = text.indexOf("[["); at >= 0; at = text.indexOf("[[", at + 2)) found++;
  return found;
}

/** Our bind in a vault where all is there. */
export function bindOn(written: WrittenMap): unknown {
  return bindMap("Map MOC.md", "Map", written, TARGETS);
}

/** A map, as all of them are given it. */
export interface MapText {
  readonly text: string;
  readonly cache: NoteCache;
}

/** Does something with one after another of these, and begins again behind the last; nothing where there are none. */
function inTurn<T>(all: readonly T[], work: (one: T) => unknown): () => unknown {
  let turn = 0;
  return () => {
    const one = all[turn++ % all.length];
    return one === undefined ? null : work(one);
  };
}

/** All of them on the same maps in turn. None keeps anything but what it returns: marked's shared options would keep its last tokens. */
export function worksOn(maps: readonly MapText[]): readonly Work[] {
  const written = maps.map(({ text, cache }) => parseMap(text, cache));
  return [
    { name: PARSE, run: inTurn(maps, ({ text, cache }) => parseMap(text, cache)) },
    { name: BIND, run: inTurn(written, bindOn) },
    { name: OTHERS[0], run: inTurn(maps, ({ text }) => markdownIt.parse(text, {})) },
    { name: OTHERS[1], run: inTurn(maps, ({ text }) => new Lexer(getDefaults()).lex(text)) },
    { name: OTHERS[2], run: inTurn(maps, ({ text }) => lezer.parse(text)) },
    { name: SCAN, run: inTurn(maps, ({ text }) => scan(text)) },
  ];
}
