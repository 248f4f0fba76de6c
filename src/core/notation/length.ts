// Declared lengths such as `1617行`, `(1,484 lines)` or `1-2 hours`: what they say, and where they stand.
import { wordList } from "../base/word-list";
import { replaced } from "../base/matches";
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

function unit(unit: LengthUnit, factor: number, cjk: boolean, ...words: readonly string[]): Unit {
  return { unit, factor, cjk, words: wordList(...words) };
}

const UNITS: readonly Unit[] = [
  unit("lines", 1, true, "行"),
  unit(
    "lines",
    1,
    false,
    "lines|line|loc|zeilen|zeile|líneas|lignes|linhas|righe|regels|rader|строк|строки|строка|рядків",
    "satır|dòng|줄|سطر|أسطر|سطور|خط|שורות|שורה|पंक्तियाँ|पंक्ति|บรรทัด",
  ),
  unit("chars", 10_000, true, "万字"),
  unit("chars", 1_000, true, "千字"),
  unit("chars", 1, true, "字"),
  unit("words", 1_000, false, "k words"),
  unit(
    "words",
    1,
    false,
    "words|word|wörter|palabras|mots|palavras|parole|woorden|słów|слов|слова|слово|слів|kelime|단어|كلمة|كلمات",
    "کلمه|מילים|शब्द|คำ|từ",
  ),
  unit("pages", 1, true, "页|頁"),
  unit(
    "pages",
    1,
    false,
    "pp|pages|page|págs|seiten|páginas|pagine|pagina's|sidor|stron|стр|страниц|страницы|сторінок|sayfa",
    "trang|ページ|쪽|페이지|صفحة|صفحات|صفحه|עמודים|עמוד|पृष्ठ|पन्ने|หน้า",
  ),
  unit("minutes", 1, true, "分钟|分鐘"),
  unit("minutes", 60, true, "小时|小時"),
  unit(
    "minutes",
    1,
    false,
    "min|mins|minutes|minute|minuten|minutos|minuti|minuut|minuter|minut|minuty",
    "мин|минут|минуты|минута|хв|хвилин|dakika|dk|phút|perc|분|دقيقة|دقائق|دقيقه|دقیقه|דקות|דקה|मिनट|นาที",
  ),
  unit(
    "minutes",
    60,
    false,
    "hours|hour|hrs|hr|h|stunden|stunde|std|horas|hora|heures|heure|ore|uur|uren|timmar|timme|godz",
    "godziny|godzin|час|часа|часов|ч|год|годин|години|saat|giờ|óra|時間|시간|ساعة|ساعات|ساعه|ساعت|שעות|שעה",
    "घंटे|घंटा|ชั่วโมง",
  ),
];

const UNIT_OF_WORD: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) => unit.words.map((word) => [word.replace(" ", ""), unit])),
);

/** The words for some of the units as a pattern. */
function alternatives(isMeant: (unit: Unit) => boolean): string {
  return UNITS.filter(isMeant)
    .flatMap(({ words }) => words)
    .sort((a, b) => b.length - a.length)
    .join("|")
    .replaceAll(" ", "\\s*");
}

const CJK = alternatives(({ cjk }) => cjk);
const LATIN = alternatives(({ cjk }) => !cjk);

/** Signs that part thousands beside commas. */
const THOUSANDS = ".'’\\u00A0\\u202F";
/** A number, in which such signs part thousands, and decimals a point or a comma. */
function digits(thousands: string): string {
  return `\\d{1,3}(?:[${thousands}]\\d{3})+(?!\\d)|\\d[\\d,，]*(?:[.．]\\d+)?[½¼¾]?|[½¼¾]`;
}
/** A clock, as a pattern. */
export const CLOCK_SIGN = "[⏱⏲⏰⌚🕐-🕧]\\uFE0F?";
/** One may stand before a time. */
const CLOCK = `(?:${CLOCK_SIGN}\\s*)?`;
const ABOUT_WORDS = [
  "ca\\.?|circa|approx\\.?|approximately|about|around|etwa|rund|env\\.?|environ|около|ок\\.",
  "примерно|około|aprox\\.?|cerca de|unos|总共|共|预计|大约|大約|약",
].join("|");
const ABOUT = `(?:[~～≈约約±]|(?:${ABOUT_WORDS})\\s?)?`;
function count(thousands: string): string {
  const number = digits(thousands);
  return `${ABOUT}\\s*(?:(?:${number})\\s*[-–—~～]\\s*)?(${number})\\s*\\+?\\s*`;
}
/** The purpose of the time may stand behind it: `5 min read`. */
const READING =
  "(?:\\s*-?(?:read(?:ing)?|lesezeit|(?:de )?lect(?:ure|ura)|de leitura|di lettura|чтения|czytania|阅读|閱讀|소요))?";
/** Pages and books, which may stand before a count of pages. */
const BOOK = "(?:[📄📃📑📜📖📚📕📗📘📙]\\uFE0F?\\s*)?";
/** Spaces part thousands only where nothing else stands beside them. */
const FILLING = new RegExp(
  `^\\s*${CLOCK}${BOOK}${count(`${THOUSANDS} `)}-?(${CJK}|${LATIN})\\.?!?${READING}\\s*$`,
  "iu",
);
const HOURS = alternatives(({ unit, factor }) => unit === "minutes" && factor > 1);
const MINUTES = `${alternatives(({ unit, factor }) => unit === "minutes" && factor === 1)}|m|分`;
/** `2hr 32min`, `1h30`, `1:30 hours`. */
const HOURS_MINUTES = new RegExp(
  [
    `^\\s*${CLOCK}(\\d+)\\s*(?:${HOURS})\\.?\\s*(\\d+)\\s*(?:${MINUTES})\\.?\\s*$`,
    `^\\s*${CLOCK}(\\d+)\\s*h\\s*(\\d\\d)\\s*$`,
    `^\\s*(\\d+):(\\d\\d)\\s*(?:${HOURS})\\.?\\s*$`,
  ].join("|"),
  "iu",
);
/** A time as a clock shows it, which it is only where a time is due: `1:05:00`. */
const CLOCK_TIME = /^\s*(\d+):(\d\d):\d\d\s*$/;
/** Behind a clock, and where a time is due, a letter is enough. */
const SHORT_TIME = new RegExp(
  [
    `^\\s*(?<clock>${CLOCK_SIGN})?\\s*[~≈]?\\s*`,
    "(?:\\d+\\s*[-–—]\\s*)?(?<count>\\d+(?:[.,]\\d{1,2})?)\\s*",
    "(?<unit>m|['′]|分|h)\\.?\\s*$",
  ].join(""),
  "iu",
);
// Before the number no part of another figure or an ordinal; after a bare 字 or 行 nothing that makes it another word.
const BESIDE = new RegExp(
  `(^|[^\\d.,，→\\-–~$#第A-Za-z百千万亿萬億])(${count(THOUSANDS)}(${CJK}))(?![数業业为動动段母符节面眉])`,
  "u",
);

/** The letters that words for units begin with. */
const INITIALS = [...new Set(UNITS.flatMap(({ words }) => words.map((word) => word.charAt(0))))].join("");
const LENGTH_UNIT = new RegExp(`[\\d０-９٠-٩۰-۹०-९๐-๙½¼¾][\\s+-]*[${INITIALS}ｋｗｌ]`, "i");

/** True if a text may hold a length at all: a figure before what could begin a unit. */
export function hasLengthUnit(text: string): boolean {
  return LENGTH_UNIT.test(text);
}

const WIDE = /[！-～٠-٩۰-۹०-९๐-๙]/g;
/** The first of the Devanagari digits; those of other scripts begin at a multiple of 16. */
const DEVANAGARI_ZERO = 0x966;

function narrow({ 0: char }: RegExpExecArray): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff00) return String.fromCharCode(code - 0xfee0);
  return String(code >= DEVANAGARI_ZERO && code < 0x970 ? code - DEVANAGARI_ZERO : code & 0xf);
}

/** Full-width letters, digits and punctuation, and digits of other scripts, as ASCII ones, one for one. */
export function halfWidth(text: string): string {
  return replaced(text, WIDE, narrow);
}

const FRACTIONS: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };
/** Groups of three digits that such a sign, a comma or a space parts from others. */
const GROUPED = new RegExp(`^\\d{1,3}(?:[${THOUSANDS}, ]\\d{3})+$`);

/** The number that figures say; a lone comma that parts no thousands is a decimal one. Times have no thousands. */
function numberOf(digits: string, isTime: boolean): number {
  const fraction = FRACTIONS[digits.slice(-1)] ?? 0;
  const figures = (fraction > 0 ? digits.slice(0, -1) : digits).replaceAll("，", ",").replace("．", ".");
  if (GROUPED.test(figures) && !(isTime && figures.includes("."))) return Number(figures.replace(/\D/g, "")) + fraction;
  const plain = /^\d+,\d{1,2}$/.test(figures) ? figures.replace(",", ".") : figures.replaceAll(",", "");
  return Number(plain) + fraction;
}

function valueOf(digits: string, { unit, factor }: Unit): number {
  return Math.round(numberOf(digits, unit === "minutes") * factor * 100) / 100;
}

function toMatch(digits: string | undefined, word: string | undefined, range: Range): LengthMatch | null {
  const unit = UNIT_OF_WORD.get((word ?? "").toLowerCase().replace(/\s+/, ""));
  const value = unit && digits ? valueOf(digits, unit) : NaN;
  return unit && Number.isFinite(value) ? { value, unit: unit.unit, ...range } : null;
}

/**
 * A time where one is due, in a column or field of times or behind a clock:
 * `20m`, `1h 30m`, `20分` too; null for any other text.
 */
export function readTime(segment: string): LengthMatch | null {
  const [, hours, minutes] = CLOCK_TIME.exec(segment) ?? [];
  if (hours !== undefined) return inMinutes(hours, minutes, segment);
  const { count, unit: letter } = SHORT_TIME.exec(halfWidth(segment))?.groups ?? {};
  if (count === undefined || letter === undefined) return readLength(segment);
  const value = numberOf(count, true) * (/h/i.test(letter) ? 60 : 1);
  return { value, unit: "minutes", from: 0, to: segment.length };
}

/** The length that hours and minutes are, all of a segment. */
function inMinutes(hours = "0", minutes = "0", segment: string): LengthMatch {
  return { value: Number(hours) * 60 + Number(minutes), unit: "minutes", from: 0, to: segment.length };
}

/** The length that a bare number is in a column of such a unit; null where it is no bare number. */
export function readBareLength(text: string, word: string): LengthMatch | null {
  const digits = /^\s*[~～约≈]?\s*(\d[\d,.]*)\+?\s*$/.exec(halfWidth(text))?.[1];
  return digits === undefined ? null : toMatch(digits, word, { from: 0, to: text.length });
}

/** The length that a segment consists of (`1,617 lines`, `2hr 32min`, `⏱ 20m`); null for any other text. */
export function readLength(segment: string): LengthMatch | null {
  const text = halfWidth(segment);
  const match = FILLING.exec(text);
  if (match) return toMatch(match[1], match[2], { from: 0, to: segment.length });
  const both = HOURS_MINUTES.exec(text);
  if (both) return inMinutes(both[1] ?? both[3] ?? both[5], both[2] ?? both[4] ?? both[6], segment);
  return SHORT_TIME.exec(text)?.groups?.["clock"] === undefined ? null : readTime(segment);
}

const JAPANESE_MINUTES =
  /^\s*(?:約|およそ|目安|所要)?\s*(?:\d+\s*[-–~〜]\s*)?(\d{1,3})\s*分(?:間|程度|ほど|くらい)?\s*$/;

/** The minutes that a segment of a Japanese text consists of; in Chinese the same are points. Null for any other. */
export function readJapaneseMinutes(segment: string): LengthMatch | null {
  const digits = JAPANESE_MINUTES.exec(halfWidth(segment))?.[1];
  return digits === undefined ? null : { value: Number(digits), unit: "minutes", from: 0, to: segment.length };
}

/** The first length that stands beside other words in a segment (`2183行全覆盖`); null where there is none. */
export function findLengthBeside(segment: string): LengthMatch | null {
  const match = BESIDE.exec(halfWidth(segment));
  if (!match || /第\s*$/.test(segment.slice(0, match.index + match[0].search(/\d/)))) return null;
  const from = match.index + (match[1] ?? "").length;
  return toMatch(match[3], match[4], { from, to: from + (match[2] ?? "").length });
}
