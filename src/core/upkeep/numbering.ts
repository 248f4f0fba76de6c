// Numbers of lists and headings, continued as their author counts.
import { indentOf, ITEM } from "./section-rows";

const NUMBER = /^((?:\s*>)*\s*)(\d+)([.)])/;

function numberOf(line: string): number | null {
  const digits = NUMBER.exec(line)?.[2];
  return digits === undefined ? null : Number(digits);
}

function withNumber(line: string, number: number): string {
  return line.replace(NUMBER, (_, before: string, digits: string, sign: string) => {
    return before + String(number).padStart(digits.startsWith("0") ? digits.length : 0, "0") + sign;
  });
}

/** A cell of figures alone, the first of a row. */
const CELL_NUMBER = /^(\s*(?:>\s*)*\|?\s*)(\d+)(?=\s*\|)/;

function cellNumberOf(line: string): number | null {
  const digits = CELL_NUMBER.exec(line)?.[2];
  return digits === undefined ? null : Number(digits);
}

function withCellNumber(line: string, number: number): string {
  return line.replace(CELL_NUMBER, (_, before: string) => before + String(number));
}

interface Numbers {
  readonly of: (line: string) => number | null;
  readonly set: (line: string, number: number) => string;
}

const OF_ITEMS: Numbers = { of: numberOf, set: withNumber };
const OF_CELLS: Numbers = { of: cellNumberOf, set: withCellNumber };

/**
 * Lines below a new one, numbered on from it as far as they were in sequence with the one before it: `lines` begin
 * directly below, `number` is the one that the new line took. Ends with the last line that changes.
 */
export function renumbered(lines: readonly string[], line: string, isTable: boolean): readonly string[] {
  const numbers = isTable ? OF_CELLS : OF_ITEMS;
  const taken = numbers.of(line);
  if (taken === null) return [];
  const after: string[] = [];
  let [expected, end] = [taken, 0];
  for (const below of lines) {
    const isBeside = indentOf(below) <= indentOf(line);
    const isEnd = isBeside && below.trim() !== "" && numbers.of(below) !== expected;
    if (isEnd) break;
    const isNext = isBeside && numbers.of(below) === expected;
    after.push(isNext ? numbers.set(below, ++expected) : below);
    if (isNext) end = after.length;
  }
  return after.slice(0, end);
}

/** True if the items of a list are counted, not all given one number. */
export function areCounted(items: readonly string[]): boolean {
  const numbers = items.map(numberOf);
  return numbers.length < 2 || numbers.some((one) => one !== numbers[0]);
}

/** A new item's line with the number that follows that of the item above it. */
export function numberedAfter(line: string, above: string): string {
  const number = ITEM.test(above) ? numberOf(above) : null;
  return number === null ? line : withNumber(line, number + 1);
}

const DIGITS = "零一二三四五六七八九";

/** The number that Chinese figures up to 99 say; null for anything else. */
function chineseNumber(words: string): number | null {
  if (!/^[一二三四五六七八九]?十?[一二三四五六七八九]?$/.test(words) || words === "") return null;
  const [tens, ones] = words.includes("十") ? words.split("十") : ["", words];
  const digit = (one = ""): number => Math.max(DIGITS.indexOf(one), 0);
  return (words.includes("十") ? 10 * (tens === "" ? 1 : digit(tens)) : 0) + (ones === "" ? 0 : digit(ones));
}

function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十`;
  return ten + (ones === 0 ? "" : (DIGITS[ones] ?? ""));
}

const PARTS = "Chapter|Part|Section|Step|Lesson|Week|Day|Unit|Module|Teil|Kapitel";
const HEADING_NUMBERS = [
  /^(?<before>[^\p{L}\p{N}]{0,3}(?:\d+\.)+)(?<arabic>\d+)(?<after>[.、)）:：]?\s*)/u,
  /^(?<before>[^\p{L}\p{N}]{0,3})(?<arabic>\d{1,3})(?<after>[.、)）:：]?\s+|[、:：.])/u,
  new RegExp(`^(?<before>(?:${PARTS})\\s+)(?<arabic>\\d+)(?<after>\\s*[:：.—–-]?\\s*)`, "iu"),
  /^(?<before>第)(?<arabic>\d+)(?<after>[章节節部篇课課]\s*)/u,
  /^(?<before>第?)(?<chinese>[一二三四五六七八九十]{1,3})(?<after>[章节節部篇课課、.]\s*)/u,
  /^(?<before>(?:附录|附錄|Appendix|Anhang)\s*)(?<letter>[A-Y])(?<after>\s*[:：.、—–-]?\s*)/u,
];

/** A heading without the number that it begins with. */
export function withoutNumber(title: string): string {
  const [number = ""] = HEADING_NUMBERS.map((pattern) => pattern.exec(title)).find((match) => match !== null) ?? [];
  return title.slice(number.length);
}

/** The numbering that continues that of a heading, `5.7 ` behind `5.6 解码加速`; "" where it has none. */
export function continuedNumber(title: string): string {
  const groups = HEADING_NUMBERS.map((pattern) => pattern.exec(title)?.groups).find((one) => one !== undefined);
  if (!groups) return "";
  const { before = "", arabic, chinese, letter, after = "" } = groups;
  const chineseValue = chinese === undefined ? null : chineseNumber(chinese);
  const next =
    arabic !== undefined
      ? String(Number(arabic) + 1)
      : chineseValue !== null
        ? inChinese(chineseValue + 1)
        : letter === undefined
          ? null
          : String.fromCharCode(letter.charCodeAt(0) + 1);
  return next === null ? "" : before + next + after;
}
