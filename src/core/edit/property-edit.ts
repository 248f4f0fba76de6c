// Another value for one property of a note, with its comment, quotes, order and line ends as they are.
import { STAR_SIGNS } from "../notation/rating";
import type { TextEdit } from "./text-edit";

/** The properties of a text: what stands between the first line `---` and the next one. */
const PROPERTIES = /^(\uFEFF?---[ \t]*\r?\n)([^]*?)^(?:---|\.\.\.)[ \t]*$/m;
/** Key and colon, the value as it stands, and white space with a comment behind it. */
const SCALAR = new RegExp(
  [
    /^((?:"[^"]*"|'[^']*'|[^\s:#"'][^:]*?)[ \t]*:[ \t]+)/,
    /("[^"\\]*"|'[^']*'|[^\s"'[\]{}&*!|>%@`#].*?)/,
    /([ \t]*(?:[ \t]#.*)?)$/,
  ]
    .map(({ source }) => source)
    .join(""),
);
/** A value that needs no quotes wherever it stands. */
const PLAIN = new RegExp(`^[\\p{L}\\p{N}${STAR_SIGNS}][^:#\\r\\n]*$`, "u");

function nameIn(key: string): string {
  return key.replace(/[ \t]*:[ \t]+$/, "").replace(/^(["'])(.*)\1$/, "$2");
}

/** The value of a scalar as YAML reads it, and its quotes. */
function taken(scalar: string): { readonly value: string; readonly quote: string } {
  const [, quote = "", inner = scalar] = /^(["'])(.*)\1$/.exec(scalar) ?? [];
  return { value: inner, quote };
}

/**
 * The edit that gives a property of a note another value; null where it is not there just once, has another value than
 * `before`, or one that is a list, a block or anything else than words on its line.
 */
export function propertyEdit(
  text: string,
  path: string,
  { name, before, after }: { readonly name: string; readonly before: string; readonly after: string },
): TextEdit | null {
  const [, fence = "", block = ""] = PROPERTIES.exec(text) ?? [];
  let from = fence.length;
  const found: TextEdit[] = [];
  let count = 0;
  for (const line of block.split("\n")) {
    const expected = line.replace(/\r$/, "");
    const [, key = "", scalar = "", behind = ""] = SCALAR.exec(expected) ?? [];
    if (new RegExp(`^["']?${name}["']?[ \\t]*:`).test(expected)) count++;
    const { value, quote } = taken(scalar);
    if (key !== "" && nameIn(key) === name && value.trim() === before && isWritable(after, quote))
      found.push({ path, from, to: from + expected.length, expected, insert: key + quote + after + quote + behind });
    from += line.length + 1;
  }
  const [only] = found;
  return only !== undefined && count === 1 ? only : null;
}

function isWritable(value: string, quote: string): boolean {
  return quote === "" ? PLAIN.test(value) : !value.includes(quote) && !value.includes("\\");
}
