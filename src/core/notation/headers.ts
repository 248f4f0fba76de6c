// Tells what a table's column holds, by its header: words in the languages that maps were found in.
import { oneOf } from "../base/word-list";
import { CLOCK_SIGN, halfWidth, readBareLength, readLength, readTime, type LengthMatch } from "./length";

/** Words over bare numbers, by the unit that they are counted in. */
const UNIT_WORDS: ReadonlyMap<string, RegExp> = new Map([
  [
    "lines",
    oneOf(
      "lines|loc|行数|行數|zeilen|líneas|lignes|linhas|righe|regels|строк|строки|줄|줄 수|줄수|số dòng|satır|שורות",
    ),
  ],
  [
    "pages",
    oneOf(
      "pages|页数|頁數|seiten|páginas|pagine|pagina's|sidor|stron|страниц|страницы|ページ数|쪽수|페이지 수",
      "số trang|sayfa|عدد الصفحات|صفحات|עמודים|पृष्ठ|จำนวนหน้า",
    ),
  ],
  ["words", oneOf("words|word count|wörter|palabras|mots|palavras|parole|woorden|слов|단어 수")],
  ["字", oneOf("字数|字數|文字数|글자 수")],
  [
    "min",
    oneOf(
      "minutes|mins|min|m|分钟|分鐘|分钟数|minuten|minutos|minuti|минут|минуты|мин|분|phút|dakika|dk|דקות|دقیقه|मिनट|นาที",
    ),
  ],
  ["h", oneOf("hours|hrs|h|小时|小時|小时数|stunden|std|horas|heures|ore|uren|часов|часы|時間数")],
]);
const CLOCK = new RegExp(`^\\s*${CLOCK_SIGN}\\s*$`, "u");
/** A unit behind a header's words: `Zeit (min)`, `Время, мин`. */
const UNIT_BEHIND = /(?:[(（[]\s*([^()（）[\]]+?)\s*[)）\]]|[,，/]\s*(\p{L}+)\.?)\s*$/u;
/** Other words may stand before it: `Reading status`, `Lesestatus`, `学习状态`. */
const STATUS = oneOf(
  "\\p{L}{0,12}(?:status|statut|状态|狀態|状況|ステータス)",
  "(?:\\p{L}+ ){0,2}(?:status|statut|상태|статус|состояние|estado|situación|stand|zustand|état|stato)",
  "(?:\\p{L}+ ){0,2}(?:trạng thái|durum|stan|الحالة|حالة|وضعیت|סטטוס|מצב|स्थिति|สถานะ)",
);
/** Words over ticks. */
const DONE = oneOf(
  "done|complete|completed|finished|read|完成|已完成|erledigt|fertig|gelesen|hecho|completado|fait|terminé|lu|feito",
  "concluído|lido|fatto|сделано|готово|прочитано|완료|済|完了|تم|انجام شد|הושלם|पूर्ण|เสร็จแล้ว|hoàn thành|tamamlandı",
);
const TIME = oneOf(
  "(?:(?:suggested|estimated|est\\.?|reading|study|watch|total) )?(?:time|duration)|est\\.?|eta|reading|预计|預計",
  "leitura|lectura|lettura|lecture|чтение|czytanie|目安|目安時間|読了時間|预计用时|时间|時間|时长|時長|用时|耗时|预计时间",
  "預估時間|预估时间|学习时长|学习时间|阅读时间|所要時間|zeit|dauer|lesezeit|tiempo|duración",
  "temps|durée|время|длительность|продолжительность|시간|소요 시간|소요시간|예상 시간|tempo|duração|durata",
  "thời gian|thời lượng|czas|süre|tahmini süre|المدة|الوقت|زمان|مدت|مدت زمان|زمان مطالعه|זמן|משך|זמן קריאה|समय|अवधि",
  "เวลา|ระยะเวลา",
);
const CREDITS = oneOf(
  "areas?|área|bereich|область|up|parent|part of",
  "related(?: (?:notes|topics|to))?|see also|siehe auch|verwandte?s?|voir aussi",
  "relacionad[oa]s?|liés|ver también|veja também|vedi anche|powiązane|связанные|связано|см\\. также|пов'язані",
  "prerequisites?|prereqs?|requires|前置|前置知识|先修|先修课程|voraussetzung(?:en)?|requisitos(?: previos)?|prérequis",
  "pré-requisitos?|требования|discussions?|forum|chat|community|讨论|討論|diskussion|discusión|обсуждение",
  "maintainers?|instructors?|teachers?|speakers?|lecturers?|professors?|publishers?",
  "universit(?:y|ies)|dozent(?:in|en)?|verlag|讲师|講師|老师|主讲|出版社|преподаватель|издательство",
  "profesor(?:es)?|editorial|éditeurs?|docente|authors?|credits?|providers?|sources?|by|creators?",
  "made by|作者|来源|來源|出处|出處|提供者|著者|出典|저자|출처|제공|autor(?:en|in|es|a)?|quellen?|anbieter|fuentes?",
  "créditos|proveedor|auteur(?:s|\\(s\\))?|crédits|fontes?|autore|fonte|автор|авторы|источник",
  "источники|kilde|źródło|yazar|kaynak|tác giả|nguồn|المؤلف|المصدر|نویسنده|منبع|מחבר|מקור|लेखक|स्रोत|ผู้เขียน|ที่มา",
);

const DATE = oneOf(
  "dates?|datum|daten|fecha|data|дата|日期|日付|날짜|дедлайн|due(?: date)?|deadline|frist|截止(?:日期)?|期限",
  "tarih|ngày|التاريخ|تاریخ|תאריך|दिनांक|วันที่",
);

/** A header without the emoji, punctuation and unit that may stand around its words. */
function withoutFrame(header: string): string {
  return header.replace(/\s*[(（][^()（）]*[)）]\s*$/u, "").replace(/^[^\p{L}]+|[^\p{L}\p{M}.]+$/gu, "");
}

function unitIn(words: string): string | null {
  for (const [unit, pattern] of UNIT_WORDS) if (pattern.test(words)) return unit;
  return null;
}

/** The unit of the bare numbers in a column of lengths, as a word for it; null for any other column. */
function unitOfHeader(header: string, name: string): string | null {
  const [, inBrackets, behind] = UNIT_BEHIND.exec(header) ?? [];
  const unit = inBrackets ?? behind;
  const before = unit === undefined ? "" : header.replace(UNIT_BEHIND, "");
  const named = unit !== undefined && isTime(before, withoutFrame(before)) ? unitIn(withoutFrame(unit)) : null;
  return named ?? unitIn(halfWidth(name));
}

/** A column's header: all that it says of its cells, read once for all of them. */
export interface Column {
  /** "" where it has none. */
  readonly header: string;
  /** The words of a status. */
  readonly isStatus: boolean;
  /** Who made a thing, where it is from, what it requires or who talks about it: nothing to be studied there. */
  readonly isCredits: boolean;
  /** When a row's thing is due: nothing to call it by. */
  readonly isDate: boolean;
  /** The length that a cell states under this header; null where it states none. */
  readonly lengthOf: (words: string) => LengthMatch | null;
}

export function columnOf(header: string): Column {
  const name = withoutFrame(header);
  return {
    header,
    isStatus: STATUS.test(name) || DONE.test(name),
    isCredits: CREDITS.test(name),
    isDate: DATE.test(name),
    lengthOf: lengthReader(header, name),
  };
}

/** True if a column holds what the author says about the state of a note. */
export function isStatusHeader(header: string): boolean {
  return STATUS.test(withoutFrame(header));
}

/** Names of fields that say how long a thing is, beside those of times. */
const LENGTH = oneOf(
  "size|length|umfang|länge|longueur|extensión|longitud|lunghezza|объём|объем|长度|長度|篇幅|分量|분량|長さ",
  "uzunluk|độ dài|الطول|طول|אורך|लंबाई|ความยาว",
);

function noLength(): null {
  return null;
}

/** Reads lengths under a header, of which `name` are the words. */
function lengthReader(header: string, name: string): (text: string) => LengthMatch | null {
  if (header === "") return noLength;
  const unit = unitOfHeader(header, name);
  const withUnit = isTime(header, name) ? readTime : unit !== null || LENGTH.test(name) ? readLength : noLength;
  return unit === null ? withUnit : (text) => readBareLength(text, unit) ?? withUnit(text);
}

/**
 * The length that a text is under a header or behind the name of a field: a bare number of the unit it names,
 * a time such as `20m`, or a length with its unit; null where the name says nothing of lengths, or the text is none.
 */
export function readLengthUnder(name: string, text: string): LengthMatch | null {
  return lengthReader(name, withoutFrame(name))(text);
}

/** True if a column holds times, in which `20m` are minutes. */
function isTime(header: string, name: string): boolean {
  return TIME.test(name) || CLOCK.test(header);
}
