// An entry while its map is read: a plain object, to which what is nested below it or stands in its row is added.
import {
  annotate,
  annotateTitle,
  annotateValues,
  hasSigns,
  readAnnotation,
  type Annotation,
} from "../notation/annotation";
import { NONE } from "../base/lists";
import { plainOf } from "../notation/plain";
import { textBetween, type Stretch } from "../base/range";
import { withoutMarks } from "../notation/words";
import { titleOfLink } from "./links";
import type { WrittenEntry, WrittenLink } from "./written";

/** An entry under construction. */
export type EntryDraft = { -readonly [Name in keyof WrittenEntry]: WrittenEntry[Name] } & {
  details: string[];
  children: EntryDraft[];
};

/** The surroundings of an entry's link on its line. */
interface EntryContext {
  /** Null where it has none. */
  readonly label: string | null;
  /** The mark of its task item; null where it is no task. */
  readonly task: string | null;
  /** The text before it that speaks about it, of a label only by its values; null where there is none. */
  readonly lead: Stretch | null;
  /** True if a sign before it only decorates its line, as one does on every other line of its list. */
  readonly isDecorated?: boolean | undefined;
  /** The links behind it that are only mentioned. */
  readonly mentions: readonly WrittenLink[];
  /** The stretch in which the text from its link on is found, and the offset where that text ends. */
  readonly stretch: Stretch;
  readonly to: number;
}

/** The surroundings of a link about which nothing is said. */
export function alone(link: WrittenLink, stretch: Stretch): EntryContext {
  return { label: null, task: null, lead: null, mentions: NONE, stretch, to: link.to };
}

/** Words that say only what kind of thing an address leads to, and so name nothing. */
const KINDS = [
  "pdf|link|paper|arxiv|doi|html|url|web|website|site|homepage|video|slides|code|github|repo|repository|source",
  "alternative|alternate|alt|mirror|notebook|colab|doc|ppt|コード|論文|スライド|動画|视频|視頻|影片|课件|코드|논문|영상",
  "here|this|hier|ici|aquí|тут|здесь|链接|連結|原文|地址|网址|代码|论文|論文|リンク|こちら|링크|ссылка|код|enlace|lien|🔗|↗",
  "tại đây|liên kết|burada|bağlantı|رابط|هنا|لینک|اینجا|קישור|כאן|लिंक|यहाँ|ลิงก์|ที่นี่",
].join("|");
const NAMELESS = new RegExp(`^\\[?(?:${KINDS})(?:\\s?\\d)?\\]?$`, "iu");
/** A title within a reference: quoted, bold or both. */
const TITLE_WITHIN = /["“«„](?:\*\*)?([^"”»“]{3,200}?)[.,]?(?:\*\*)?[.,]?["”»“]|\*\*([^*]{3,200}?)[.,]?\*\*/u;
const REFERENCE_NUMBER = /^[\s*]*\[\d+(?:\.\d+)*\][\s*]*/;

/** True if a link shows a picture without words. */
function isMutePicture({ alias }: WrittenLink): boolean {
  return alias?.startsWith("![") === true && plainOf(alias) === "";
}

/** True if a link is an address whose words say nothing about it, or that has none. */
export function isNameless(link: WrittenLink): boolean {
  return link.web && (NAMELESS.test(link.alias ?? "link") || link.alias === link.link || isMutePicture(link));
}

/** Words of a link that only count it: `3.1`, `#12`, `①`. */
const COUNT = /^[\p{N}\p{P}#]*\p{N}[\p{N}\p{P}]*$/u;

/** True if a link's words are only a number, so that what stands beside it names it. */
export function isNumbered({ alias }: WrittenLink): boolean {
  return alias !== null && alias.length <= 12 && COUNT.test(alias);
}

/** The first words behind a link, up to a sign that parts them from others; and these. */
const NAME_BEHIND = /^(\p{L}[^：:—–|｜,，;；。(（]{0,79}?)(?:\s*[：:—–|｜,，;；。]+\s*|\s+-\s+|\s*(?=[(（])|$)/u;

/** Names an entry whose link has no words of its own, or only a number, by the words directly behind it. */
function nameByWordsBehind(entry: EntryDraft, behind: string): void {
  const { link, remark } = entry;
  const isKind = link.alias !== null && entry.title === link.alias && isNameless(link);
  if (remark === null || !(isKind || isNumbered(link)) || !/^\s+\p{L}/u.test(behind)) return;
  const [whole = "", name = ""] = NAME_BEHIND.exec(remark) ?? [];
  if (name === "") return;
  entry.title = isKind ? name : `${entry.title} ${name}`;
  entry.remark = remark.slice(whole.length) || null;
}

/** The words before an address that is bare or only called `pdf`, as its title; null where none are. */
function titleBefore(link: WrittenLink, { lead, label }: EntryContext): string | null {
  if (!lead || !isNameless(link)) return null;
  if (label !== null) return label;
  const unnumbered = lead.text.replace(REFERENCE_NUMBER, "");
  const within = TITLE_WITHIN.exec(unnumbered);
  const words = within?.[1] ?? within?.[2] ?? readAnnotation(unnumbered, lead.base).remark;
  const title = withoutMarks(words ?? "")
    .replace(/[\s:：–—-]+$/u, "")
    .trim();
  return /\p{L}/u.test(title) ? title : null;
}

/** The offset of the words for a link within it; -1 if they are written in another way. Its path may say the same. */
function placeOfAlias(alias: string, link: string): number {
  return /^!?\[\[/.test(link) ? link.lastIndexOf(alias) : link.indexOf(alias);
}

/** The title that the author's words for a link give, of which the signs at the ends are values; else its name. */
function titleIn(entry: EntryDraft, stretch: Stretch): string {
  const { alias, from, to } = entry.link;
  const at = alias === null || !hasSigns(alias) ? -1 : placeOfAlias(alias, textBetween(stretch, from, to));
  const words = alias === null || at < 0 ? "" : plainOf(annotateTitle(entry, alias, from + at));
  return words === "" ? titleOfLink(entry.link) : words;
}

/** The same link once more, as an address in the vault: `[[A]](A.md)`, or `[[A b]] [A b](A b.md)`, which is no link. */
const TWICE = /^(?:\([^()\s]+\.md(?:#[^()]*)?\)|\s*\[[^\]\n]+\]\((?:[^()\n]|\([^()\n]*\))+\.md\))/i;

/** Reads the entry that a link is, by its words and by the text before it and behind it. */
export function draftEntry(link: WrittenLink, context: EntryContext): EntryDraft {
  const { task, lead, mentions, stretch, to } = context;
  const before = titleBefore(link, context);
  const label = before === null ? context.label : null;
  // Spelled out: spread from NO_ANNOTATION, an object of so many fields doubles the time of reading a map.
  const entry: EntryDraft = {
    link,
    title: before ?? "",
    label,
    task,
    rating: null,
    key: false,
    hot: false,
    length: null,
    status: null,
    remark: null,
    mentions,
    details: NONE,
    children: NONE,
  };
  if (before === null) entry.title = titleIn(entry, stretch);
  // A label and a title that stand before a link are not its remark, too.
  const isNamed = before !== null || label !== null;
  if (lead && isNamed) annotateValues(entry, lead.text, lead.base, task !== null);
  else if (lead) annotate(entry, lead.text, lead.base, task !== null, context.isDecorated !== true);
  const behind = textBetween(stretch, link.to, to);
  const skipped = /^\s*[([]/.test(behind) ? (TWICE.exec(behind)?.[0].length ?? 0) : 0;
  annotate(entry, behind.slice(skipped), link.to + skipped, task !== null);
  if (entry.remark !== null && entry.title === link.link && isMutePicture(link)) {
    entry.title = plainOf(entry.remark);
    entry.remark = null;
  } else if (lead === null) nameByWordsBehind(entry, behind);
  return entry;
}

/** The subject of a field below or behind it. */
export type Stated = { -readonly [Name in "rating" | "length" | "status"]: Annotation[Name] };

/** Adds a rating, length or status that a bullet below an entry states; what is known already stays. */
export function addStated(entry: Stated, { rating, length, status }: Annotation): void {
  entry.rating ??= rating;
  entry.length ??= length;
  entry.status ??= status;
}
