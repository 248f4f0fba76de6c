// A topic's name: short words without a link that name something to study, rather than say something.
import { oneOf } from "../base/word-list";
import { bareTitle, readAnnotation } from "../notation/annotation";
import { WORDY } from "../notation/char-classes";
import { TASK_SIGNS } from "../notation/task-signs";

const LONGEST = 40;
/**
 * A sentence, code, a picture, HTML, an address or what is left of a link, a footnote and tags name nothing to study.
 */
const NO_NAME = new RegExp(
  [
    "[。；→`]|\\]\\(|\\[\\[|!\\[|\\[\\^|:\\/\\/|\\bwww\\.|\\bmailto:|<[a-z/]",
    "[(（](?:已移除|已删除|已废弃|已弃用|removed|deprecated|obsolete)[)）]|^\\s*(?:#[^\\s#]+\\s*)+$|^\\s*---",
  ].join("|"),
  "iu",
);
const BRACKETS = /\([^()]*\)|（[^（）]*）/gu;
/** Outside of brackets, words before a colon and a comma that parts no thousands: advice, or a list. */
const ADVICE = /[:：，、;；،؛]|,(?!\d)/u;
/** The end of a sentence of two words or more: `etc.` ends none. */
const SENTENCE_END = /\s\S*[\p{L}\p{N}]{3}[.!]+$|[！!]$/u;
const SUM_WORDS = [
  "(?:grand |sub-?)?totals?|totale|totales|totaal|sum|gesamt|insgesamt|summe|suma|somme|razem",
  "toplam|tổng|itogo|average|durchschnitt|moyenne|итого|всего|среднее|合计|总计|小计|共计|平均|合計|總計|小計|総計|計",
  '합계|총계|소계|평균|∑|Σ|tổng cộng|المجموع|الإجمالي|مجموع|סה"כ|कुल|รวม|รวมทั้งหมด',
];
const SUM = oneOf(...SUM_WORDS);
/** The name of a row that sums up others may go on. */
const SUM_ROW = new RegExp(`^(?:${SUM_WORDS.join("|")}|총)(?!\\p{L})`, "iu");
/** Words for what is still to come. */
const PLACEHOLDER = oneOf(
  "tbd|tba|todo|to do|wip|n/a|…|coming soon|more to come|to be continued|see above|see below|待定|待补充",
  "待完善|待续|待写|待建|待更新|未完待续|未定|준비 중|скоро|demnächst|próximamente|bientôt|etc|usw|等|等等|など|и т\\.\\s?д",
);
/** A figure with a unit that is no length of a note. */
const MEASURES = [
  "days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans?|días?",
  "semanas?|mes(?:es)?|años?|дн(?:я|ей)|день|недел[ьия]|месяц(?:а|ев)?|лет|天|周|週|个月|月|年|日|주|개월|일|分",
  "篇|m|km|cm|kg|g|l|ml|шт|€|\\$|usd|eur|%",
].join("|");
const MEASURE = new RegExp(
  `^(?:[~≈约約共]|ca\\.?\\s|approx\\.?\\s|etwa\\s)?\\s*[$€£¥]?\\s*\\d[\\d.,–-]*\\s*(?:${MEASURES})\\.?$`,
  "iu",
);
/** A line of a log. */
const DATED = /\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?$/u;
const FIELD = /\s*(?:\[[^[\]:]+::[^[\]]*\]|\([^():]+::[^()]*\))/gu;

function isShort(title: string): boolean {
  return title.length <= LONGEST * 2 && [...title].length <= LONGEST;
}

/** True if words say something, or nothing at all, instead of naming a thing. */
function saysMore(title: string): boolean {
  const isValue = !WORDY.test(readAnnotation(title, 0).remark ?? "");
  return (
    isValue ||
    !/\p{L}/u.test(title) ||
    ADVICE.test(title.replace(BRACKETS, "")) ||
    SENTENCE_END.test(title) ||
    SUM.test(title) ||
    PLACEHOLDER.test(title.replace(/^[(（[【]|[.…\])）】]+$/gu, "")) ||
    DATED.test(title) ||
    MEASURE.test(title)
  );
}

/** True if a row's name says that it sums up others. */
export function isSum(name: string): boolean {
  return SUM_ROW.test(name);
}

/** The name of the topic that words without a link are; null where they are none. `written` still has its marks. */
export function topicName(words: string, written: string): string | null {
  const title = bareTitle(words.replace(FIELD, "").replace(TASK_SIGNS, ""));
  return isShort(title) && !NO_NAME.test(written) && !saysMore(title) ? title : null;
}
