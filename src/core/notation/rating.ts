// Star runs and rating fields: what they say, and where they stand.
import { halfWidth } from "./length";
import type { Range } from "../base/range";

/** A rating as written: `value` filled of `of` possible. */
export interface Rating {
  readonly value: number;
  readonly of: number;
  /** The number of hollow stars that were written: a run is shown as written, never padded. */
  readonly hollow: number;
  /** The column header over it when that is no plain rating (`难度`, `Tier`); else null. */
  readonly label: string | null;
  readonly range: Range;
}

/** A rating found in a text; the range is relative to that text. */
export interface RatingMatch extends Range {
  readonly value: number;
  readonly of: number;
  /** The number of hollow stars that were written behind the full ones. */
  readonly hollow: number;
}

/** Ratings are of so many stars where nothing else is written. */
export const USUAL_SCALE = 5;

/** Full stars, hollow ones, and a half. */
export const FULL = "★⭐🌟";
export const EMPTY = "☆✩✰✭";
const HALF = "½";
/** A star in letters. */
export const CODE = ":star:";
/** Every sign that a rating can be written in. */
export const STAR_SIGNS = FULL + EMPTY + HALF;
/** One of them as a pattern, by itself or in letters. */
export const ANY_STAR = `(?:[${STAR_SIGNS}]\\uFE0F?|${CODE})`;

const STAR = `[${FULL}]\\uFE0F?`;
/** Words for what stars may count; any others before them are a label of something else. */
const RATED = new RegExp(
  [
    "难|難|重要|推荐|推薦|评|評|优先|優先|价值|價值|热度|熱度|指数|指數|掌握|난이도|중요도|추천|おすすめ|お勧め",
    "difficult|importan|priorit|level|tier|quality|interest|value|relevan|recommend|rating|stars|schwierig|wichtig",
    "bewertung|dificul|difficil|importân|nota|valoraci|avalia|сложност|важност|оценк|trudno|ważno|ocena|zorluk|önem",
    "độ khó|mức độ|quan trọng|صعوبة|أهمية|سختی|دشواری|اهمیت|קושי|חשיבות|कठिनाई|महत्व|ความยาก|ความสำคัญ",
  ].join("|"),
  "iu",
);
/** A name directly before a rating: `难度：`. */
const NAME = /(?:^|[，,；;、،؛·・|｜—–（(【[]|\s-)\s*(\p{L}(?:[\p{L}\p{M} ]{0,19}[\p{L}\p{M}])?)\s*[:：]\s*$/u;
// Two or more full stars, or one with hollow ones behind it: one alone is a flag, not a rating.
const GLYPHS = new RegExp(
  [
    "⭐\\uFE0F?(?: ⭐\\uFE0F?)+",
    `★(?: ★)*(?: [${EMPTY}])+`,
    `★(?: ★)+(?![★${EMPTY}${HALF}])`,
    `(?:${STAR}){2,}${HALF}?[${EMPTY}]*`,
    `${STAR}${HALF}?[${EMPTY}]+`,
  ].join("|"),
  "u",
);
const CODES = new RegExp(`(?:${CODE}){2,}`);
const LONE_STAR = new RegExp(`^\\s*${STAR}\\s*$`, "u");
const FIGURE = "([\\d０-９]+(?:[.．][\\d０-９]+)?)";
/** Words that name nothing but a rating. */
const RATING_WORDS = [
  "评分|評分|評価|rating|bewertung|puntuación|valoración|calificación|avaliação|valutazione|평점|별점|оценка",
  "đánh giá|değerlendirme|التقييم|تقييم|امتیاز|דירוג|रेटिंग",
].join("|");
/** Words that say other things, too: only the scale tells. */
const OTHER_WORDS = "score|note|nota|voto|рейтинг|ocena|betyg|beoordeling";
const SCALE = `\\s*(?:[/／]|(?:out )?of\\b)\\s*${FIGURE}`;
/** The end of a longer word, of which such a word may be the rest: `operating: 4 pumps`. */
const IN_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]$/u;
// The figure, and the scale where one is given.
const FIELD = new RegExp(
  [
    `(?:(?:${RATING_WORDS})|(?:${OTHER_WORDS})(?=\\s*[:：]{1,2}\\s*${FIGURE}${SCALE}))`,
    `\\s*[:：]{1,2}\\s*${FIGURE}(?:${SCALE})?(?:\\s*分)?(?!\\s*[\\d０-９%％])`,
  ].join(""),
  "iu",
);

/** A figure of five or ten beside a star. Where figures in brackets follow, others have voted. */
const OF_FIGURE = "(\\d{1,2}(?:[.,]\\d{1,2})?)\\s*/\\s*(5|10)";
const STARRED = new RegExp(
  `${STAR}\\s*${OF_FIGURE}(?!\\d|\\s*[(（]\\s*\\d)|${OF_FIGURE}\\s*${STAR}(?!\\s*[${FULL}${EMPTY}\\d])`,
  "u",
);

function count(text: string, glyphs: string): number {
  let found = 0;
  for (const char of text) if (glyphs.includes(char)) found++;
  return found;
}

/** Hollow stars tell the scale; without them it is five, or the count if that is more. */
function scaleOf(solid: number, hollow: number, half: number): number {
  return hollow > 0 ? solid + hollow + half : Math.max(USUAL_SCALE, solid + half);
}

function readRun({ 0: run, index }: RegExpExecArray, solid: number): RatingMatch {
  const half = run.includes(HALF) ? 1 : 0;
  const hollow = count(run, EMPTY);
  return {
    value: solid + half / 2,
    of: scaleOf(solid, hollow, half),
    hollow,
    from: index,
    to: index + run.length,
  };
}

const PLAIN_HEADER = new RegExp(`^(?:(?:${STAR}|\\s)*|${RATING_WORDS}|stars?|评级|星级|推荐|推荐度)$`, "iu");
const HEADER = new RegExp(`${RATING_WORDS}|星级|[${FULL}]`, "iu");
/** The scale in the brackets of a header: `(1-10)`, `(/10)`, `(out of 10)`. */
const HEADER_SCALE = /[(（](?:\d\s*[-–~]|\/|(?:out )?of)\s*(\d{1,3})[)）]\s*$/iu;

/** True if a column's header says that it holds ratings and no more; one that says more is a rating's label. */
export function isPlainHeader(header: string): boolean {
  return PLAIN_HEADER.test(header.replace(HEADER_SCALE, "").trim());
}

/** True if a column's header says that its figures are ratings. */
export function isRatingHeader(header: string): boolean {
  return HEADER.test(header);
}

/** The first run of stars in the text, else the first figure beside a star (`⭐ 4/5`); null where there is neither. */
export function findStars(text: string): RatingMatch | null {
  const run = GLYPHS.exec(text);
  if (run) return readRun(run, count(run[0], FULL));
  const match = STARRED.exec(text);
  const [figure = "", scale] = match?.slice(1).filter((group) => group !== undefined) ?? [];
  const [value, of] = [Number(figure.replace(",", ".")), Number(scale)];
  return match && value <= of ? { value, of, hollow: 0, from: match.index, to: match.index + match[0].length } : null;
}

/** The name of what the stars behind a text count, and where it stands; null where it has none. */
export function nameOfStars(text: string): (Range & { readonly name: string }) | null {
  const match = NAME.exec(text);
  const name = match?.[1] ?? "";
  return match && RATED.test(name) ? { name, from: match.index + match[0].indexOf(name), to: text.length } : null;
}

/** The first run of stars written as `:star:`; null where there is none. */
export function findStarCodes(text: string): RatingMatch | null {
  const match = text.includes(CODE) ? CODES.exec(text) : null;
  return match && readRun(match, match[0].length / CODE.length);
}

/**
 * The first rating in words, such as `评分：4`, `rating:: 4.5` or `rating: 8/10`;
 * null where there is none or it is above the scale.
 */
export function findRatingField(text: string): RatingMatch | null {
  const match = FIELD.exec(text);
  if (!match || IN_WORD.test(text.slice(0, match.index))) return null;
  const [figure = "", scale] = match.slice(-2);
  const [value, of] = [Number(halfWidth(figure)), scale === undefined ? USUAL_SCALE : Number(halfWidth(scale))];
  return value > of ? null : { value, of, hollow: 0, from: match.index, to: match.index + match[0].length };
}

/**
 * A fraction such as `4.7/5`, or a figure where the header tells the scale, which are ratings only in a rating column;
 * null for any other text.
 */
export function readFigure(text: string, header = ""): RatingMatch | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(?:\/\s*(\d+)\s*)?$/.exec(halfWidth(text));
  if (!match) return null;
  const [value, of] = [Number(match[1]), Number(match[2] ?? HEADER_SCALE.exec(header)?.[1] ?? 0)];
  return of > 0 && value <= of ? { value, of, hollow: 0, from: 0, to: text.length } : null;
}

/** A rating column's lone star, which counts one there though it is a flag elsewhere; null for any other text. */
export function readLoneStar(text: string): RatingMatch | null {
  const match = LONE_STAR.exec(text);
  return match ? { value: 1, of: USUAL_SCALE, hollow: 0, from: 0, to: text.length } : null;
}
