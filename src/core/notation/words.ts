// The meaning of words about where a link leads: relations, references and navigation;
// and the cleaning that makes a label comparable with them.
import { tokensOf, type TokenKind } from "./inline";
import { ARROW } from "./joiners";
import {
  DIRECTIONS,
  KIND_OF_FIELD,
  KIND_OF_WORD,
  NAVIGATION_WORDS,
  NEIGHBOURS,
  type RelationKind,
} from "./relation-words";
import { COLON, isBlank, signsIn, SYMBOL, WORDY } from "./char-classes";

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
    .replaceAll("İ", "i")
    .toLowerCase();
}

const FIRST_LETTERS: ReadonlySet<string> = new Set([...NAVIGATION_WORDS].map((word) => word.charAt(0)));

/**
 * The UTF-16 units that are letters: Latin, Cyrillic, Hebrew, Arabic, Devanagari, Thai, Vietnamese, kana, Chinese,
 * Korean.
 * Each from the first up to before the second.
 */
const LETTERS = [
  [0x41, 0x5b],
  [0x61, 0x7b],
  [0xc0, 0x250],
  [0x400, 0x530],
  [0x5d0, 0x5eb],
  [0x620, 0x700],
  [0x904, 0x964],
  [0xe01, 0xe47],
  [0x1e00, 0x1f00],
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
    if (isCommonLetter(text.charCodeAt(at))) return FIRST_LETTERS.has(text.charAt(at).toLowerCase().charAt(0));
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

/** The relation that the name of a field states of the note it stands in (`area`, `Main MOC`); null for any other. */
export function relationOfField(name: string): RelationKind | null {
  const word = name.replace(DECORATION, "").toLowerCase();
  return kindOfWord(word) ?? KIND_OF_FIELD.get(word) ?? KIND_OF_FIELD.get(bareWord(word)) ?? null;
}

/** The beginning or end of words that lead back, whatever they go on with: `Back to …`, `…に戻る`. */
const BACK_BEGINNING = [
  "back (?:to|up)(?: the)?|return to(?: the)?|go back(?: to(?: the)?)?|up to(?: the)?|zurück (?:zu[mr]?|nach|in)",
  "volver (?:al?|a la)|regresar (?:al?|a la)|retour (?:à|au|aux|vers)(?: la)?|voltar (?:para|ao?|pr[oa])(?: [oa])?",
  "torna (?:al?|alla)|terug naar|wróć do|zpět na|назад (?:к|в|на)|вернуться(?: (?:к|в|на))?|返回到?|回到",
  "quay (?:lại|về)|trở (?:lại|về)|(?:العودة|الرجوع) إلى|بازگشت به|(?:חזרה|חזור) אל|กลับ(?:สู่|ไป)(?:ที่|ยัง)?",
].join("|");
const BACK_END = "に戻る|へ戻る|に戻|로 돌아가기|으로 돌아가기";
const BACK_PHRASE = new RegExp(
  `^(?:${BACK_BEGINNING})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])|(?:${BACK_END})$`,
  "iu",
);
/** The same where a link stands behind it. */
const BACK_LEAD = new RegExp(`^(?:${BACK_BEGINNING})$`, "iu");
/** Words that say "see also", a relation without a colon, too. */
const ALSO = new RegExp(
  [
    "^(?:see also|siehe auch|voir aussi|ver también|véase también|veja também|vedi anche|zie ook",
    "zobacz (?:też|także)|см\\. также|[另参參][见見]|xem thêm",
    "ayrıca bkz\\.?|انظر أيضً?ا|همچنین ببینید|רא[והי] גם|यह भी देखें",
    "ดูเพิ่มเติม)$",
  ].join("|"),
  "iu",
);
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

/** True if words begin with an arrow that leads back, or are a word for what is before or above. */
export function isBackward(words: string): boolean {
  return directionOfWords(words) !== null && !isForward(words);
}

/** Words before a link, without the signs around them; "" where they are too long for a phrase. */
function phraseOf(lead: string): string {
  return lead.length <= LONGEST_WORD && WORDY.test(lead) ? withoutMarks(lead).replace(DECORATION, "") : "";
}

/** True if words before a link are nothing but a phrase that leads back: `Back to`. */
export function leadsBack(lead: string): boolean {
  return BACK_LEAD.test(phraseOf(lead));
}

/** The name of an inline field, which states something about the whole note: `topic:: [[A]]`. */
const INLINE_FIELD = /^\s*[*_]*\p{L}[\p{L}\p{M}\p{N} _-]{0,30}[*_]*::[*_]*\s*$/u;

/** The kind of relation that a link's line states before its first link; null if the line is no relation. */
export function relationOfLead(lead: string): RelationKind | null {
  const phrase = phraseOf(lead);
  if (BACK_LEAD.test(phrase)) return "up";
  if (ALSO.test(phrase)) return "related";
  if (lead.includes("::") && INLINE_FIELD.test(lead))
    return relationOfField(lead.slice(0, lead.indexOf(":"))) ?? "related";
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
/** Words before a link that is only pointed to. */
const REFERENCE_WORDS = [
  "see also|see-also|see|cf\\.|siehe auch|siehe|vgl\\.|voir aussi|voir|véase también|véase|ver también|ver|veja também",
  "veja|vedi anche|vedi|zie ook|zie|patrz|zob\\.|см\\. также|см\\.|xem thêm|xem|bkz\\.|انظر|راجع|ראו|ראה|ดู",
].join("|");
// 见 is a reference only where it is not the end of another word (常见, 可见, 意见, 偏见, 再见).
const REFERENCE = new RegExp(
  `(?:(?:^|[^常可意偏罕预預再看听聽遇洞鲜鮮])[见見]|参照|(?:^|[^\\p{L}])(?:${REFERENCE_WORDS}))\\s*[:：]?\\s*$`,
  "iu",
);

function codesOf(chars: string): ReadonlySet<number> {
  return new Set([...chars].map((char) => char.charCodeAt(0)));
}

/** The last characters of the words in REFERENCE. */
const ENDS = codesOf("见見照eEoO.rRaAhHiInNkKzZеmMرعוהู");
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
    "также смотри подробнее читай в и тут 详见 参见 见 另见 詳見 參見 見 另見 更多 更多见 请看 阅读 参考 和 与 参照 詳細は 詳しくは を 자세히 자세한 내용은 참고",
    "보기 xem thêm tại đây ở bkz için daha fazla ayrıca انظر راجع",
    "المزيد هنا ببینید بیشتر اینجا ראו ראה עוד כאן देखें यहाँ",
    "और ดู เพิ่มเติม ที่นี่",
  ].flatMap((line) => line.split(" ")),
);

/** True if words do nothing but point to the links among them: `→ See …`. */
export function pointsOnly(words: string): boolean {
  return withoutMarks(words)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .every((word) => word === "" || POINTING.has(word));
}

// Words before a reference word are left to REFERENCE.
const POINTER = new RegExp(
  [
    "^(.*?)(?:\\s*(?:→|⇒|->|=>)\\s*)?",
    `((?:[另参參详詳]?[见見]|参照|(?:\\b|(?=с))(?:${REFERENCE_WORDS}))\\s*[:：]?\\s*)?$`,
  ].join(""),
  "iu",
);

/** The text before a closing arrow and/or reference word; null where it ends in neither. */
export function beforePointer(text: string): { readonly title: string; readonly reference: boolean } | null {
  const tail = text.slice(-POINTER_LENGTH);
  const match = POINTER.exec(tail);
  if (!match) return null;
  const before = match[1] ?? "";
  const reference = match[2] !== undefined && endsInReference(text);
  const cut = tail.slice(before.length).trim();
  if (cut === "" || (!reference && !/^(?:→|⇒|->|=>)/u.test(cut))) return null;
  const title = (text.slice(0, text.length - tail.length) + before).replace(/[\s,，;；]+$/u, "");
  return { title, reference };
}
