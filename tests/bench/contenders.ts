// Who is measured beside whom on one map: our parse and bind, three Markdown parsers, and a bare scan for links as the floor.
import { GFM, parser as commonmark } from "@lezer/markdown";
import MarkdownIt from "markdown-it";
import { getDefaults, Lexer } from "marked";
import { bindMap, type LinkTargets } from "../../src/core/bind";
import type { NoteCache } from "../../src/core/cache";
import { parseMap } from "../../src/core/parse";
import type { WrittenMap } from "../../src/core/written";
import type { Work } from "./measure";

export const [PARSE, BIND, SCAN] = ["our parse", "our bind", "scan for [["];
/** The Markdown parsers; all read tables, and none makes HTML here. */
export const OTHERS = ["markdown-it", "marked", "@lezer/markdown"] as const;

const markdownIt = new MarkdownIt({ html: true });
const lezer = commonmark.configure(GFM);

/** Every link leads to a note of its name. */
const TARGETS: LinkTargets = { resolve: (linkpath) => `${linkpath}.md`, isMap: () => false, titleOfMap: () => null };

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

/** All of them on one map. None keeps anything but what it returns: marked's shared options would keep its last tokens. */
export function worksOn(text: string, cache: NoteCache): readonly Work[] {
  const written = parseMap(text, cache);
  return [
    { name: PARSE, run: () => parseMap(text, cache) },
    { name: BIND, run: () => bindOn(written) },
    { name: OTHERS[0], run: () => markdownIt.parse(text, {}) },
    { name: OTHERS[1], run: () => new Lexer(getDefaults()).lex(text) },
    { name: OTHERS[2], run: () => lezer.parse(text) },
    { name: SCAN, run: () => scan(text) },
  ];
}
