// Declared lengths such as `1617行`, `(1,484 lines)` or `1-2 hours`: what they say, and where they stand.
import type { Range } from "../base/range";

export type LengthUnit = "lines" | "words" | "chars" | "pages" | "minutes";

/** A declared length; of a range (`1-2 hours`) the upper end. */
export interface Length {
  readonly value: number;
  readonly unit: LengthUnit;
  readonly range: Range;
}

/** A length found in a text; the range is relative to that text. */
export interface LengthMatch extends Range {
  readonly value: number;
  readonly unit: LengthUnit;
}

interface Unit {
  readonly unit: LengthUnit;
  readonly factor: number;
  /** Chinese units may stand beside other words (`2183行全覆盖`); Latin ones must fill their segment. */
  readonly words: readonly string[];
  readonly cjk: boolean;
}

function unit(unit: LengthUnit, factor: number, cjk: boolean, words: string): Unit {
  return { unit, factor, cjk, words: words.split("|") };
}

const UNITS: readonly Unit[] = [
  unit("lines", 1, true, "行"),
  unit("lines", 1, false, "lines|line|loc|zeilen|líneas|lignes|linhas|righe|строк|строки|줄"),
  unit("chars", 10_000, true, "万字"),
  unit("chars", 1_000, true, "千字"),
  unit("chars", 1, true, "字"),
  unit("words", 1_000, false, "k words"),
  unit("words", 1, false, "words|word|wörter|palabras|mots|palavras|parole|слов|слова|단어"),
  unit("pages", 1, true, "页|頁"),
  unit("pages", 1, false, "pp|pages|page|seiten|páginas|pagine|стр|страниц|страницы|ページ|쪽|페이지"),
  unit("minutes", 1, true, "分钟|分鐘"),
  unit("minutes", 60, true, "小时|小時"),
  unit(
    "minutes",
    1,
    false,
    "min|mins|minutes|minute|min read|minute read|minuten|minutos|minuti|мин|минут|минуты|минута|분",
  ),
  unit(
    "minutes",
    60,
    false,
    "hours|hour|hrs|hr|h|stunden|stunde|std|horas|hora|heures|heure|ore|час|часа|часов|ч|時間|시간",
  ),
];

const UNIT_OF_WORD: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) => unit.words.map((word) => [word, unit])),
);

function alternatives(cjk: boolean): string {
  const words = UNITS.filter((unit) => unit.cjk === cjk).flatMap((unit) => unit.words);
  return words
    .sort((a, b) => b.length - a.length)
    .join("|")
    .replaceAll(" ", "\\s*");
}

const DIGITS = "\\d[\\d,，]*(?:[.．]\\d+)?";
/** A clock before a time. */
const CLOCK = "(?:[⏱⏲⏰⌚🕐-🕧]\\uFE0F?\\s*)?";
const COUNT = `[~～约約]?\\s*(?:${DIGITS}\\s*[-–—~～]\\s*)?(${DIGITS})\\s*\\+?\\s*`;
const FILLING = new RegExp(`^\\s*${CLOCK}${COUNT}(${alternatives(true)}|${alternatives(false)})\\.?!?\\s*$`, "iu");
const HOURS = "h|hr|hrs|hours?|小时|小時|時間|stunden?|std|horas?|heures?|ч|час(?:а|ов)?|시간";
const MINUTES = "m|min|mins|minutes?|分钟|分鐘|分|minuten|minutos|мин|минут[аы]?|분";
const HOURS_MINUTES = new RegExp(`^\\s*${CLOCK}(\\d+)\\s*(?:${HOURS})\\.?\\s*(\\d+)\\s*(?:${MINUTES})\\.?\\s*$`, "iu");
/** Behind a clock, and where a time is due, a letter is enough. */
const SHORT_TIME =
  /^\s*(?<clock>[⏱⏲⏰⌚🕐-🕧]\uFE0F?)?\s*[~≈]?\s*(?:\d+\s*[-–—]\s*)?(?<count>\d+(?:\.\d+)?)\s*(?<unit>m|['′]|分|h)\.?\s*$/iu;
// Before the number no part of another figure or an ordinal; after a bare 字 or 行 nothing that makes it another word.
const BESIDE = new RegExp(
  `(^|[^\\d.,，→\\-–~$#第A-Za-z])(${COUNT}(${alternatives(true)}))(?![数業业为動动段母符节面眉])`,
  "u",
);

const LENGTH_UNIT = /[\d０-９]\s*\+?\s*[行千万字页頁分小時ペ줄단쪽페분시lkwpmhzsorLKWPMHZSORｌｗсчмСЧМ]/;

/** True if a text may hold a length at all: a figure before what could begin a unit. */
export function hasLengthUnit(text: string): boolean {
  return LENGTH_UNIT.test(text);
}

const FULL_WIDTH = /[！-～]/;

/** Full-width letters, digits and punctuation as their ASCII forms, one for one, so that offsets hold. */
export function halfWidth(text: string): string {
  return !FULL_WIDTH.test(text)
    ? text
    : text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

function valueOf(digits: string, unit: Unit): number {
  return Math.round(Number(digits.replace(/[,，]/g, "").replace("．", ".")) * unit.factor * 100) / 100;
}

function toMatch(digits: string | undefined, word: string | undefined, range: Range): LengthMatch | null {
  const unit = UNIT_OF_WORD.get(
    (word ?? "")
      .toLowerCase()
      .replace(/\s+/g, " ")
      .replace(/^kwords$/, "k words"),
  );
  const value = unit && digits ? valueOf(digits, unit) : NaN;
  return unit && Number.isFinite(value) ? { value, unit: unit.unit, ...range } : null;
}

/**
 * A time where one is due, in a column or field of times or behind a clock:
 * `20m`, `1h 30m`, `20分` too; null for any other text.
 */
export function readTime(segment: string): LengthMatch | null {
  const { count, unit: letter } = SHORT_TIME.exec(halfWidth(segment))?.groups ?? {};
  if (count === undefined || letter === undefined) return readLength(segment);
  return { value: Number(count) * (/h/i.test(letter) ? 60 : 1), unit: "minutes", from: 0, to: segment.length };
}

/** The length that a segment consists of (`1,617 lines`, `2hr 32min`, `⏱ 20m`); null for any other text. */
export function readLength(segment: string): LengthMatch | null {
  const text = halfWidth(segment);
  const whole = { from: 0, to: segment.length };
  const both = HOURS_MINUTES.exec(text);
  if (both) return { value: Number(both[1]) * 60 + Number(both[2]), unit: "minutes", ...whole };
  const match = FILLING.exec(text);
  if (match) return toMatch(match[1], match[2], whole);
  return SHORT_TIME.exec(text)?.groups?.["clock"] === undefined ? null : readTime(segment);
}

/** The first length that stands beside other words in a segment (`2183行全覆盖`); null where there is none. */
export function findLengthBeside(segment: string): LengthMatch | null {
  const match = BESIDE.exec(halfWidth(segment));
  if (!match || /第\s*$/.test(segment.slice(0, match.index + match[0].search(/\d/)))) return null;
  const from = match.index + (match[1] ?? "").length;
  return toMatch(match[3], match[4], { from, to: from + (match[2] ?? "").length });
}
