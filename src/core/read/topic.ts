// A topic's name: short words without a link that name something to study, rather than say something.
import { readAnnotation } from "../notation/annotation";

const LONGEST = 40;
/**
 * A sentence, code, a picture, HTML, an address or what is left of a link, a footnote and tags name nothing to study.
 */
const NO_NAME = /[。；→`]|\]\(|\[\[|!\[|\[\^|:\/\/|\bwww\.|\bmailto:|<[a-z/]|^\s*(?:#[^\s#]+\s*)+$/iu;
const BRACKETS = /\([^()]*\)|（[^（）]*）/gu;
/** Outside of brackets, words before a colon and a comma that parts no thousands: advice, or a list. */
const ADVICE = /[:：，、]|,(?!\d)/u;
/** The end of a sentence of two words or more: `etc.` ends none. */
const SENTENCE_END = /\s\S*[\p{L}\p{N}]{3}[.!]+$|[！!]$/u;
const SUM =
  /^(?:total|totals|totale|totales|sum|subtotal|gesamt|summe|suma|somme|итого|всего|合计|总计|小计|共计|合計|總計|小計|計|합계|총계)$/iu;
/**
 * The signs that Tasks writes behind a task: those with their dates, how often it comes again, and how much it matters.
 */
const TASK_SIGNS =
  /(?:\s*(?:(?:[✅❌➕🛫📅📆🗓⏳⌛]\uFE0F?\s*(?:\d{4}-\d{2}-\d{2})?)|🔁\s*[\w\s]*|[🔺⏫🔼🔽⏬]\uFE0F?))+\s*$/u;
const FIELD = /\s*(?:\[[^[\]:]+::[^[\]]*\]|\([^():]+::[^()]*\))/gu;

function isShort(title: string): boolean {
  return title.length <= LONGEST * 2 && [...title].length <= LONGEST;
}

/** True if words say something, or nothing at all, instead of naming a thing. */
function saysMore(title: string): boolean {
  const isValue = readAnnotation(title, 0).remark === null;
  return (
    isValue ||
    !/\p{L}/u.test(title) ||
    ADVICE.test(title.replace(BRACKETS, "")) ||
    SENTENCE_END.test(title) ||
    SUM.test(title)
  );
}

/** The name of the topic that words without a link are; null where they are none. `written` still has its marks. */
export function topicName(words: string, written: string): string | null {
  const title = words.replace(FIELD, "").replace(TASK_SIGNS, "").trim();
  return isShort(title) && !NO_NAME.test(written) && !saysMore(title) ? title : null;
}
