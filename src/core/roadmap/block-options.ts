// The options that a fenced block `moc-path` asks for: one a line, `name: value`.
// Anything wrong is told with what is allowed.
import { NO_FILTER, type Filter } from "./filter";
import { STATES, type State } from "../base/state";
import { placeOfLink } from "../notation/link-parts";

const BLOCK_PARTS = ["bar", "chapters", "tree", "next"] as const;
export type BlockPart = (typeof BLOCK_PARTS)[number];

export interface BlockOptions {
  /** The link or path of the map; null for the note the block stands in. */
  readonly map: string | null;
  readonly show: readonly BlockPart[];
  readonly filter: Filter;
  /** The number of levels of divisions to show; null for as many as suit each part. */
  readonly depth: number | null;
}

/** A line that asks for nothing there is. */
export interface BlockProblem {
  /** The name of the option; null where the name itself is the problem. */
  readonly option: string | null;
  readonly value: string;
  readonly allowed: readonly string[];
}

const OPTIONS = ["map", "show", "filter", "depth"] as const;
const FLAGS = ["key", "hot", "rated", "fixable", "missing"] as const;
const FILTERS: readonly string[] = [...STATES, ...FLAGS];
/** Stars of five. */
const WELL_RATED = 4;
const DEPTH = /^[1-9]$/;

function listed(value: string): readonly string[] {
  return value.split(/[\s,，、]+/u).filter((word) => word !== "");
}

/** The place that a wikilink leads to; "" for any other text. */
function linkIn(value: string): string {
  const place = placeOfLink(value);
  return place?.isWiki === true ? value.slice(place.from, place.to) : "";
}

class BlockReader {
  map: string | null = null;
  show: readonly BlockPart[] = ["bar", "chapters"];
  filter: Filter = NO_FILTER;
  depth: number | null = null;
  readonly problems: BlockProblem[] = [];

  read(line: string): void {
    const [, name = line, value = ""] = /^\s*([^:：]+?)\s*[:：]\s*(.*?)\s*$/u.exec(line) ?? [];
    switch (name.toLowerCase()) {
      case "map":
        this.map = linkIn(value) || value || null;
        break;
      case "show":
        this.show = this.among(BLOCK_PARTS, "show", value);
        break;
      case "filter":
        this.filter = this.readFilter(this.among(FILTERS, "filter", value));
        break;
      case "depth":
        if (DEPTH.test(value)) this.depth = Number(value);
        else this.problems.push({ option: "depth", value, allowed: ["1–9"] });
        break;
      default:
        this.problems.push({ option: null, value: name.trim(), allowed: OPTIONS });
    }
  }

  /** The words of a value that are allowed, in their order; the others are problems. */
  private among<T extends string>(allowed: readonly T[], option: string, value: string): readonly T[] {
    const isAllowed = (word: string): word is T => allowed.some((one) => one === word);
    const words = [...new Set(listed(value.toLowerCase()))];
    for (const word of words.length === 0 ? [""] : words)
      if (!isAllowed(word)) this.problems.push({ option, value: word, allowed });
    return words.filter(isAllowed);
  }

  private readFilter(words: readonly string[]): Filter {
    const states: readonly State[] = STATES.filter((state) => words.includes(state));
    const flags = Object.fromEntries(FLAGS.map((flag) => [flag, words.includes(flag)]));
    return { ...NO_FILTER, states, ...flags, rated: words.includes("rated") ? WELL_RATED : 0 };
  }
}

/** Reads the text of a block. Blank lines and lines that begin with `#` say nothing. */
export function readBlockOptions(text: string): {
  readonly options: BlockOptions;
  readonly problems: readonly BlockProblem[];
} {
  const reader = new BlockReader();
  for (const line of text.split("\n")) if (line.trim() !== "" && !line.trimStart().startsWith("#")) reader.read(line);
  const { map, show, filter, depth, problems } = reader;
  return { options: { map, show, filter, depth }, problems };
}
