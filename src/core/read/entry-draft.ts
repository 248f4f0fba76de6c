// An entry while its map is read: a plain object, to which what is nested below it or stands in its row is added.
import {
  AnnotationReader,
  hasSigns,
  merged,
  NO_ANNOTATION,
  readAnnotation,
  readTitle,
  type Annotation,
} from "../notation/annotation";
import { plainOf } from "../notation/plain";
import { textBetween, type Stretch } from "../base/range";
import { withoutMarks } from "../notation/words";
import { titleOfLink } from "./links";
import type { WrittenEntry, WrittenLink } from "./written";

/** An entry under construction. */
export type EntryDraft = { -readonly [Name in keyof WrittenEntry]: WrittenEntry[Name] } & {
  readonly mentions: WrittenLink[];
  readonly details: string[];
  readonly children: EntryDraft[];
};

/** The surroundings of an entry's link on its line. */
export interface EntryContext {
  /** Null where it has none. */
  readonly label: string | null;
  /** The mark of its task item; null where it is no task. */
  readonly task: string | null;
  /** The text before it that speaks about it, of a label only by its values; null where there is none. */
  readonly lead: Stretch | null;
  /** True if a sign before it only decorates its line, as one does on every other line of its list. */
  readonly isDecorated?: boolean;
  /** The links behind it that are only mentioned. */
  readonly mentions: readonly WrittenLink[];
  /** The stretch in which the text from its link on is found, and the offset where that text ends. */
  readonly stretch: Stretch;
  readonly to: number;
}

/** The surroundings of a link about which nothing is said. */
export function alone(link: WrittenLink, stretch: Stretch): EntryContext {
  return { label: null, task: null, lead: null, mentions: [], stretch, to: link.to };
}

/**
 * The title that the author's words for a link give, and what the signs at their ends say;
 * without words the link's name.
 */
function readName(link: WrittenLink, stretch: Stretch): { readonly title: string; readonly annotation: Annotation } {
  const { alias, from, to } = link;
  const at = alias === null || !hasSigns(alias) ? -1 : textBetween(stretch, from, to).indexOf(alias);
  if (alias === null || at < 0) return { title: titleOfLink(link), annotation: NO_ANNOTATION };
  const { title, annotation } = readTitle(alias, from + at);
  return { title: plainOf(title), annotation };
}

/** Reads what the text before a link and behind it says about it. */
function readAround(link: WrittenLink, { label, task, lead, isDecorated, stretch, to }: EntryContext): Annotation {
  const behind = textBetween(stretch, link.to, to);
  if (lead === null && behind === "") return NO_ANNOTATION;
  const reader = new AnnotationReader(task !== null);
  if (lead && label !== null) reader.readValues(lead.text, lead.base);
  else if (lead) reader.read(lead.text, lead.base, isDecorated !== true);
  return reader.read(behind, link.to).finish();
}

/** Words that say only what kind of thing an address leads to, and so name nothing. */
const NAMELESS =
  /^\[?(?:pdf|link|paper|arxiv|doi|html|url|web|website|site|homepage|video|slides|code|github|repo|source|here|this|hier|ici|aquí|тут|здесь|链接|連結|原文|地址|网址|代码|论文|論文|リンク|こちら|링크|ссылка|код|enlace|lien|🔗|↗)\]?$/iu;
/** A title within a reference: quoted, bold or both. */
const TITLE_WITHIN = /["“«„](?:\*\*)?([^"”»“]{3,200}?)[.,]?(?:\*\*)?[.,]?["”»“]|\*\*([^*]{3,200}?)[.,]?\*\*/u;
const REFERENCE_NUMBER = /^[\s*]*\[\d+(?:\.\d+)*\][\s*]*/;

/** True if a link is an address whose words say nothing about it, or that has none. */
export function isNameless({ web, alias }: WrittenLink): boolean {
  return web && NAMELESS.test(alias ?? "link");
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

/** Reads what is said of a link that the words before it name: what stands behind it, and the values before it. */
function readNamed(link: WrittenLink, context: EntryContext): Annotation {
  const { task, lead, stretch, to } = context;
  const reader = new AnnotationReader(task !== null);
  if (lead) reader.readValues(lead.text, lead.base);
  return reader.read(textBetween(stretch, link.to, to), link.to).finish();
}

/** Reads the entry that a link is. */
export function draftEntry(link: WrittenLink, context: EntryContext): EntryDraft {
  const before = titleBefore(link, context);
  if (before !== null) {
    const nested = { mentions: [...context.mentions], details: [], children: [] };
    return { link, title: before, label: null, task: context.task, ...readNamed(link, context), ...nested };
  }
  const { title, annotation } = readName(link, context.stretch);
  const around = readAround(link, context);
  const { rating, key, hot, length, status, remark } =
    annotation === NO_ANNOTATION ? around : merged(annotation, around);
  const { label, task } = context;
  const mentions = [...context.mentions];
  const [details, children] = [[], []];
  return { link, title, label, task, rating, key, hot, length, status, remark, mentions, details, children };
}

/** The subject of a field below or behind it. */
export type Stated = { -readonly [Name in "rating" | "length" | "status"]: Annotation[Name] };

/** Adds a rating, length or status that a bullet below an entry states; what is known already stays. */
export function addStated(entry: Stated, { rating, length, status }: Annotation): void {
  entry.rating ??= rating;
  entry.length ??= length;
  entry.status ??= status;
}
