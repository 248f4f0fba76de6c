// Tells what a table's column holds, by its header: words in the languages that maps were found in.
import { halfWidth } from "../notation/length";

function oneOf(words: string): RegExp {
  return new RegExp(`^(?:${words})$`, "iu");
}

const LINES = oneOf("lines|loc|行数|行數|zeilen|líneas|lignes|linhas|righe|строк|строки|줄|줄 수|줄수");
const STATUS = oneOf(
  "status|状态|狀態|状況|ステータス|상태|статус|состояние|estado|situación|stand|zustand|statut|état|stato|trạng thái|durum|stan",
);
const TIME = oneOf(
  "(?:(?:suggested|estimated|est\\.?|reading|study|watch|total) )?(?:time|duration)|时间|時間|时长|時長|用时|耗时|预计时间|預估時間|预估时间|学习时长|学习时间|阅读时间|所要時間|zeit|dauer|lesezeit|tiempo|duración|temps|durée|время|длительность|продолжительность|시간|소요 시간|소요시간|예상 시간|tempo|duração|durata|thời gian|czas|süre",
);
const CREDITS = oneOf(
  "authors?|credits?|providers?|sources?|by|creators?|made by|作者|来源|來源|出处|出處|提供者|著者|出典|저자|출처|제공|autor(?:en|in|es|a)?|quellen?|anbieter|fuentes?|créditos|proveedor|auteurs?|crédits|fontes?|autore|fonte|автор|авторы|источник|источники|kilde|źródło",
);

/** A header without the emoji, punctuation and unit that may stand around its words. */
function bare(header: string): string {
  return header.replace(/\s*[(（][^()（）]*[)）]\s*$/u, "").replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, "");
}

/** True if a column holds the lengths of notes in lines, as bare numbers. */
export function isLinesHeader(header: string): boolean {
  return LINES.test(bare(halfWidth(header)));
}

/** True if a column holds what the author says about the state of a note. */
export function isStatusHeader(header: string): boolean {
  return STATUS.test(bare(header));
}

/** True if a column holds times, in which `20m` are minutes. */
export function isTimeHeader(header: string): boolean {
  return TIME.test(bare(header));
}

/** True if a column names who made a thing or where it is from, which is not to be studied. */
export function isCreditsHeader(header: string): boolean {
  return CREDITS.test(bare(header));
}
