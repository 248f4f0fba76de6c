// The words authors use for relations, references and navigation, in English and Chinese alike,
// and the cleaning that makes a label comparable with them.
import { wordList } from "../base/word-list";
import { tokensOf, type TokenKind } from "./inline";
import { ARROW } from "./joiners";
import { COLON, isBlank, signsIn, SYMBOL, WORDY } from "./char-classes";

export type RelationKind = "up" | "prerequisite" | "next" | "related";

const UP_WORDS = wordList(
  "上级|上一级|回上一级|返回|返回上级|返回目录|up|parent|parents|parent map|back|return|home|main page|zurück|hoch",
  "übersicht|volver|arriba|atrás|subir|inicio|retour|accueil|haut|voltar|indietro|terug|omhoog",
  "tillbaka|tilbage|tilbake|wróć|powrót|zpět|geri|quay lại|назад|наверх|вверх|вгору|главная|戻る|上へ",
  "ホーム|상위|위로|목록으로|돌아가기|홈|رجوع|العودة|عودة|الرئيسية",
);
const PREVIOUS_WORDS = wordList(
  "上一篇|上一章|上一节|上一页|prev|previous|previous chapter|previous note|previous page|previous lesson",
  "vorheriges|vorherige|vorheriger|vorheriges kapitel|anterior|capítulo anterior|précédent",
  "précédente|chapitre précédent|precedente|vorige|föregående|forrige|poprzedni|poprzednia",
  "poprzednie|předchozí|önceki|trước|предыдущая|предыдущий|предыдущее|попередня|попередній|前へ|前の章",
  "前回|이전|이전 글|السابق|السابقة|الدرس السابق|الفصل السابق",
);
const NEXT_WORDS = wordList(
  "下一步|后续|下一篇|下一章|下一节|下一页|next|next chapter|next note|next page|next lesson|next up|nächstes",
  "nächste|nächster|nächstes kapitel|weiter|siguiente|capítulo siguiente|suivant|suivante",
  "chapitre suivant|próximo|próxima|successivo|prossimo|volgende|nästa|næste|neste|następny",
  "następna|następne|další|sonraki|tiếp|tiếp theo|следующая|следующий|следующее|далее|наступна",
  "наступний|次へ|次の章|次回|다음|다음 글|التالي|التالية|الدرس التالي|الفصل التالي",
);
const PREREQUISITE_WORDS = wordList(
  "前置|前置知识|前提|前提知識|先修|先修知识|先修课程|基础|prerequisite|prerequisites|requires|voraussetzung",
  "voraussetzungen|requisito|requisitos|requisitos previos|prérequis|pré-requis|pré-requisitos",
  "prerequisito|prerequisiti|vereisten|förkunskaper|требуется|требования|선수 지식|선수지식|선행|المتطلبات|متطلبات",
);
const RELATED_WORDS = wordList(
  "相关|相关笔记|相关阅读|相关地图|关联|交叉|另见|参见|related|related maps|related notes|see also|see-also|verwandt",
  "verwandte|verwandtes|siehe auch|relacionado|relacionados|relacionadas|ver también|veja também",
  "voir aussi|vedi anche|zie ook|se även|zobacz też|ayrıca bakınız|см. также|связанное|関連|関連ノート",
  "関連項目|관련|관련 글|관련 문서|انظر أيضا|انظر أيضًا|ذات صلة|مرتبط",
);
/** Things of which the next or previous one may be named: `Next module`, `capítulo siguiente`. */
const NEIGHBOURS: ReadonlySet<string> = new Set(
  wordList(
    "module|lesson|chapter|part|section|unit|week|day|topic|page|note|step|article|post|video|lecture|course|map",
    "modul|lektion|kapitel|teil|abschnitt|einheit|woche|tag|thema|seite|notiz|schritt|artikel|vorlesung|kurs|karte",
    "módulo|lección|capítulo|parte|sección|unidad|semana|día|tema|página|nota|paso|artículo|clase|curso|mapa",
    "lição|seção|unidade|dia|passo|artigo|aula|leçon|chapitre|partie|unité|semaine|jour|étape|cours|carte|modulo",
    "lezione|capitolo|unità|settimana|giorno|passo|corso|les|hoofdstuk|deel|stap|lekcja|rozdział|część|tydzień",
    "модуль|урок|глава|часть|раздел|неделя|день|тема|страница|заметка|шаг|статья|лекция|курс|карта|розділ",
  ),
);
/** Words before the trail that says where a map lies. */
const TRAIL_WORDS = wordList(
  "breadcrumb|breadcrumbs|you are here|当前位置|位置|brotkrumen|хлебные крошки|fil d'ariane",
);

const RELATION_WORDS: Readonly<Record<RelationKind, readonly string[]>> = {
  up: [...UP_WORDS, ...TRAIL_WORDS],
  prerequisite: [...PREVIOUS_WORDS, ...PREREQUISITE_WORDS],
  next: NEXT_WORDS,
  related: RELATED_WORDS,
};

const KIND_OF_WORD: ReadonlyMap<string, RelationKind> = new Map(
  Object.entries(RELATION_WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as RelationKind])),
);

/** The words among them that say which way a link leads, and nothing about what it is. */
const DIRECTIONS: ReadonlyMap<string, RelationKind> = new Map([
  ...UP_WORDS.map((word) => [word, "up"] as const),
  ...PREVIOUS_WORDS.map((word) => [word, "prerequisite"] as const),
  ...NEXT_WORDS.map((word) => [word, "next"] as const),
]);

const KIND_OF_ARROW: ReadonlyMap<string, RelationKind> = new Map([
  ...[..."↑⬆🔙"].map((arrow) => [arrow, "up"] as const),
  ...[..."←⬅⇐⟵◀⏪"].map((arrow) => [arrow, "prerequisite"] as const),
  ["→", "next"],
]);
/** The way to a neighbour that two words name; null for any others. */
function wayToNeighbour(words: string): RelationKind | null {
  const [first = "", second = "", ...more] = words.toLowerCase().split(" ");
  const way = NEIGHBOURS.has(second) ? first : NEIGHBOURS.has(first) ? second : "";
  const kind = more.length === 0 ? DIRECTIONS.get(way) : undefined;
  return kind === undefined || kind === "up" ? null : kind;
}

/** Arrows that lead on where another on their line leads back; elsewhere they are bullets. */
const ON = /^[→➡⇒⟶▶⏩]\uFE0F?$/u;

const NAVIGATION_WORDS: ReadonlySet<string> = new Set([...KIND_OF_WORD.keys(), "导航", "navigation"]);

/** Tokens of which only the inner part is words. */
const UNMARKED: ReadonlySet<TokenKind> = new Set<TokenKind>(["mark", "escape", "code"]);
/** A word and the arrow that ends its label. */
const ENDS_IN_ARROW = new RegExp(`^([^→⇒]{1,30}?)\\s*${ARROW.source}\\s*$`, "u");
const LEADING_ARROW = /^[\s>]*([←-⇿⬅-⬇⟵⟶➔➜➡🔙◀⏪])\uFE0F?\s*/u;
/** Whatever may stand before the word without changing it: numbering, emoji, punctuation. */
const DECORATION = /^[\s\p{N}\p{P}\p{S}\uFE0F\u200D]+|[\s\p{P}\p{S}\uFE0F\u200D]+$/gu;

/**
 * The text without emphasis marks, the ticks around code and the backslashes of escaped signs;
 * underscores inside a word (`ring_attn`) are no marks.
 */
export function withoutMarks(text: string): string {
  let [left, at] = ["", 0];
  for (const { kind, from, to, innerFrom, innerTo } of tokensOf(text)) {
    const isUnderscore = kind === "mark" && text.charAt(from) === "_";
    if (!UNMARKED.has(kind)) continue;
    if (isUnderscore && WORDY.test(text.charAt(from - 1)) && WORDY.test(text.charAt(to))) continue;
    left += text.slice(at, from) + text.slice(innerFrom, innerTo);
    at = to;
  }
  return at === 0 ? text : left + text.slice(at);
}

function bareWord(text: string): string {
  return text
    .replace(DECORATION, "")
    .replace(/\s*MOCs?$/i, "")
    .trim()
    .toLowerCase();
}

const FIRST_LETTERS: ReadonlySet<string> = new Set([...NAVIGATION_WORDS].map((word) => word.charAt(0)));

/**
 * The UTF-16 units that are letters: Latin, Cyrillic, Arabic, kana, Chinese, Korean.
 * Each from the first up to before the second.
 */
const LETTERS = [
  [0x41, 0x5b],
  [0x61, 0x7b],
  [0xc0, 0x250],
  [0x400, 0x530],
  [0x620, 0x700],
  [0x3041, 0x3100],
  [0x4e00, 0xa000],
  [0xac00, 0xd7a4],
] as const;

function isCommonLetter(code: number): boolean {
  return LETTERS.some(([from, to]) => from <= code && code < to);
}

/**
 * True if the first letter of a text is that of a navigation word, which those for relations are too:
 * that of most is not, which is cheaply seen.
 */
function mayBeNavigation(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (isCommonLetter(text.charCodeAt(at))) return FIRST_LETTERS.has(text.charAt(at).toLowerCase());
  }
  return false;
}

/** As long as such words may be with the signs around them. In UTF-16 units. */
const LONGEST_WORD = 60;

/** The kind of relation that a word names, whatever stands around it; null where it names none. */
function kindOfWord(word: string): RelationKind | null {
  const known = KIND_OF_WORD.get(word);
  if (known !== undefined) return known;
  const bare = word.length <= LONGEST_WORD && (mayBeNavigation(word) || word.includes(" ")) ? bareWord(word) : "";
  return KIND_OF_WORD.get(bare) ?? wayToNeighbour(bare);
}

/** The beginning or end of words that lead back, whatever they go on with: `Back to …`, `…に戻る`. */
const BACK_BEGINNING = [
  "back (?:to|up)(?: the)?|return to(?: the)?|go back(?: to(?: the)?)?|up to(?: the)?|zurück (?:zu[mr]?|nach|in)",
  "volver (?:al?|a la)|regresar (?:al?|a la)|retour (?:à|au|aux|vers)(?: la)?|voltar (?:para|ao?|pr[oa])(?: [oa])?",
  "torna (?:al?|alla)|terug naar|wróć do|zpět na|назад (?:к|в|на)|вернуться(?: (?:к|в|на))?|返回到?|回到",
].join("|");
const BACK_END = "に戻る|へ戻る|に戻|로 돌아가기|으로 돌아가기";
const BACK_PHRASE = new RegExp(
  `^(?:${BACK_BEGINNING})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])|(?:${BACK_END})$`,
  "iu",
);
/** The same where a link stands behind it. */
const BACK_LEAD = new RegExp(`^(?:${BACK_BEGINNING})$`, "iu");
const BACKWARD = /^[\s<‹«]*(?:[<‹«←⇐⟵⬅↩⏪◀🔙↰]|&lt;)\uFE0F?/u;
const UPWARD = /^\s*[↑⬆⇧🔝↖]\uFE0F?/u;
const FORWARD = /^\s*[→⇒⟶➡➜➔⏩▶]\uFE0F?|[>›»→⇒⟶➡➜➔⏩▶]\uFE0F?\s*$/u;
const FORWARD_LEAD = /^\s*[→⇒⟶➡➜➔⏩]\uFE0F?/u;
/** A title may follow a word for a way behind these: `Next: Baking`. */
const WORD_AND_COLON = /^([^:：]{1,30})[:：]/u;

/** True if words end or begin with an arrow that leads on, or are a word for the next note. */
export function isForward(words: string): boolean {
  return FORWARD.test(words) || kindOfWord(bareWord(words)) === "next";
}

/**
 * The way a link's own words say it leads from its map:
 * a relation, or `back` where an arrow alone does not say how far; null where they say none.
 */
export function directionOfWords(words: string): RelationKind | "back" | null {
  const text = withoutMarks(words);
  const bare = text.replace(DECORATION, "").trim();
  const word = WORD_AND_COLON.exec(bare)?.[1] ?? bare;
  const kind = BACK_PHRASE.test(bare) ? "up" : (DIRECTIONS.get(word.toLowerCase()) ?? wayToNeighbour(word));
  if (kind) return kind;
  if (BACKWARD.test(text)) return "back";
  return UPWARD.test(text) ? "up" : FORWARD_LEAD.test(text) ? "next" : null;
}

/** True if words before a link are nothing but a phrase that leads back: `Back to`. */
export function leadsBack(lead: string): boolean {
  return lead.length <= LONGEST_WORD && WORDY.test(lead) && BACK_LEAD.test(withoutMarks(lead).replace(DECORATION, ""));
}

/** The kind of relation that a link's line states before its first link; null if the line is no relation. */
export function relationOfLead(lead: string): RelationKind | null {
  if (leadsBack(lead)) return "up";
  if ((signsIn(lead) & (COLON | SYMBOL)) === 0 && !lead.trimEnd().endsWith(">")) return null;
  const text = withoutMarks(lead);
  const arrow = LEADING_ARROW.exec(text);
  const rest = arrow ? text.slice(arrow[0].length) : text;
  const label = /^(.*?)[:：]/u.exec(rest) ?? ENDS_IN_ARROW.exec(rest);
  const kind = label && kindOfWord(label[1] ?? "");
  return kind ?? (arrow ? (KIND_OF_ARROW.get(arrow[1] ?? "") ?? null) : null);
}

const SEPARATORS = /^[\s|·•,，;；、،؛&]+/;

/**
 * The kind of relation that the text between two links states for the second; null if it states none.
 * An arrow without a separator before it does so only between arrows.
 */
export function relationOfClause(clause: string, betweenArrows: boolean): RelationKind | null {
  const rest = clause.replace(SEPARATORS, "");
  const isChained = !betweenArrows && rest === clause.trimStart() && LEADING_ARROW.test(rest);
  return isChained ? null : relationOfLead(rest);
}

/** True if a sign behind a link leads on from it, as the other half of an arrow that leads back. */
export function leadsOn(sign: string): boolean {
  return ON.test(sign);
}

/** True if an arrow alone says where a line leads. */
export function isArrowLead(lead: string): boolean {
  return LEADING_ARROW.test(withoutMarks(lead)) && !/[:：]/u.test(lead);
}

/** The kind of relation a frontmatter key such as `up` or `related.0` states; null for any other key. */
export function relationOfKey(key: string): RelationKind | null {
  return KIND_OF_WORD.get(key.replace(/\.\d+$/, "").toLowerCase()) ?? null;
}

/** True if a chapter of this title only says where else to go (`导航`, `Related`, `相关 MOC`). */
export function isNavigationTitle(title: string): boolean {
  return mayBeNavigation(title) && NAVIGATION_WORDS.has(bareWord(withoutMarks(title)));
}

/** A pointer is a word and an arrow: it fits into this many characters. */
const POINTER_LENGTH = 60;
// 见 is a reference only where it is not the end of another word (常见, 可见, 意见, 偏见, 再见).
const REFERENCE = /(?:(?:^|[^常可意偏罕预再看听遇洞鲜])见|\b(?:see|see also|see-also|cf\.))\s*[:：]?\s*$/iu;

function codesOf(chars: string): ReadonlySet<number> {
  return new Set([...chars].map((char) => char.charCodeAt(0)));
}

/** The last characters of the words in REFERENCE. */
const ENDS = codesOf("见eEoO.");
/** The characters that may stand behind these there, beside white space: a colon, and marks of emphasis. */
const BEHIND = codesOf(":：*_~=`");

/** True if a clause may end in a reference word, by its last character: most do not, which is cheaply seen. */
function mayEndInReference(text: string, from: number, to: number): boolean {
  let last = to - 1;
  while (last >= from && (isBlank(text, last) || BEHIND.has(text.charCodeAt(last)))) last--;
  return last >= from && ENDS.has(text.charCodeAt(last));
}

/** True if a clause ends in a reference word, so that the link after it is only mentioned. */
export function endsInReference(text: string, from = 0, to = text.length): boolean {
  return (
    mayEndInReference(text, from, to) &&
    REFERENCE.test(withoutMarks(text.slice(Math.max(from, to - POINTER_LENGTH), to)))
  );
}

const POINTING: ReadonlySet<string> = new Set(
  [
    "see also more read details in here for and the to at siehe auch vgl mehr weiter lies unter in",
    "und hier voir aussi lire plus et ici ver también véase leer más en y aquí zie ook vedi veja см",
    "также смотри подробнее читай в и тут 详见 参见 见 另见 更多 更多见 请看 阅读 参考 和 与 参照 詳細は 詳しくは を 자세히 자세한 내용은 참고",
    "보기",
  ].flatMap((line) => line.split(" ")),
);

/** True if words do nothing but point to the links among them: `→ See …`. */
export function pointsOnly(words: string): boolean {
  return withoutMarks(words)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === "" || POINTING.has(word));
}

const POINTER = /^(.*?)(?:\s*(?:→|⇒|->|=>)\s*)?((?:另见|参见|详见|见|see also|see-also|see|cf\.)\s*[:：]?\s*)?$/iu;

/** The text before a closing arrow and/or reference word; null where it ends in neither. */
export function beforePointer(text: string): { readonly title: string; readonly reference: boolean } | null {
  const tail = text.slice(-POINTER_LENGTH);
  const match = POINTER.exec(tail);
  if (!match) return null;
  const before = match[1] ?? "";
  const reference = match[2] !== undefined && endsInReference(text);
  const cut = tail.slice(before.length).trim();
  if (cut === "" || (!reference && !/^(?:→|⇒|->|=>)/u.test(cut))) return null;
  return { title: (text.slice(0, text.length - tail.length) + before).trimEnd(), reference };
}
