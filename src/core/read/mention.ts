// Tells which links of a line are only mentioned, in what its author says of the entry before them.
import { WORDY } from "../notation/char-classes";
import { lengthWithoutJoining } from "../notation/joiners";
import { textBetween, type Stretch } from "../base/range";
import { endsInReference } from "../notation/words";
import { linkpathOf } from "./links";
import type { WrittenLink } from "./written";

const DAILY_LENGTH = "/2026-01-01".length;
const DAY_LENGTH = "-01".length;
const DAILY_NOTE = /(?:^|\/)\d{4}-\d{2}-\d{2}$/;
/** All that stands between a thing and who made it. */
const CREDIT = /^[\s,，–—(（-]*(?:by|von|par|por|作者|著者)[\s:：]*$/iu;
/** In UTF-16 units. */
const LONGEST_CREDIT = 16;
/** The dash or colon behind a link that begins what is said of it. */
const REMARK = /^[\s*_]*(?:[—–]|-{1,2}(?=\s)|:)\s*(?=\S)/u;
/** A dash or colon behind a link begins what is said of that link itself. */
const OWN_REMARK = /^[^\S\n]*[*_]*[^\S\n]*(?:[—–:：]|-{1,2}\s)/u;
const OWN_REMARK_LENGTH = 8;
/** As short as a dash and two words with the spaces around them may be. In UTF-16 units. */
const SHORTEST = " - of a ".length;
/** The sign for one more thing: what stands behind it is no part of a sentence before it. */
const BREAK = /[;；·|/→⇒\n]/u;
const SEPARATOR = /[,，、&+(（]|[;；·|/→⇒\n]/u;
const TWO_WORDS = /\p{L}\S*\s+\S*\p{L}/u;
const OPEN_BRACKET = /[(（][^)）]*$/u;
const CLOSED = /[)）]/u;

function leadsToDailyNote({ link, web }: WrittenLink): boolean {
  const path = linkpathOf(link);
  return !web && path.charAt(path.length - DAY_LENGTH) === "-" && DAILY_NOTE.test(path.slice(-DAILY_LENGTH));
}

/** True if a link that follows another on its line is only mentioned; the clause between them begins at `from`. */
export function isMention(link: WrittenLink, { text, base }: Stretch, from: number): boolean {
  const [start, end] = [from - base, link.from - base];
  const isCredit = end - start <= LONGEST_CREDIT && CREDIT.test(text.slice(start, end));
  const isField = text.startsWith("::", end - 3) || text.startsWith("::", end - 2);
  return isCredit || isField || endsInReference(text, start, end) || leadsToDailyNote(link);
}

/** The grounds on which a link is only mentioned; null where it is an entry. */
type Ground = "copy" | "pointer" | "sentence" | null;

/** The ground on which a link behind another is only mentioned; `clause` stands between the two. */
function groundOf(link: WrittenLink, last: WrittenLink, clause: string, stretch: Stretch): Ground {
  if (isMention(link, stretch, last.to)) return "pointer";
  return clause.length >= SHORTEST && !link.embed && runsInto(clause) && !OWN_REMARK.test(behind(link, stretch))
    ? "sentence"
    : null;
}

/** The beginning of the text behind a link. */
function behind({ to }: WrittenLink, { text, base }: Stretch): string {
  return text.slice(to - base, to - base + OWN_REMARK_LENGTH);
}

/** True if the words behind a dash or colon run into a link: two or more, with no separator or joining word between. */
function runsInto(clause: string): boolean {
  const words = REMARK.test(clause) ? clause.replace(REMARK, "") : "";
  const last = words.split(SEPARATOR).at(-1)?.trimEnd() ?? "";
  return WORDY.test(last.slice(-1)) && TWO_WORDS.test(words) && lengthWithoutJoining(clause) === clause.length;
}

/** The ground on which the mention of the link before this one holds for it, too: within a sentence or brackets. */
function goesOn(clause: string, before: string, ground: Ground): Ground {
  if (ground === "sentence") return BREAK.test(clause) ? null : ground;
  return ground === "pointer" && OPEN_BRACKET.test(before) && !CLOSED.test(clause) ? ground : null;
}

/**
 * The number of links behind the one at `first` that are only mentioned: `copies` of it, those behind words that point
 * to them, and those in a sentence about it.
 */
export function mentionsBehind(
  links: readonly WrittenLink[],
  first: number,
  stretch: Stretch,
  copies: ReadonlySet<WrittenLink>,
): number {
  let [count, ground]: [number, Ground] = [0, null];
  for (let last = links[first]; last; last = links[first + count]) {
    const link = links[first + count + 1];
    if (!link) break;
    const clause = textBetween(stretch, last.to, link.from);
    const before: string = ground === null ? "" : textBetween(stretch, links[first]?.to ?? 0, last.from);
    ground = copies.has(link) ? "copy" : (goesOn(clause, before, ground) ?? groundOf(link, last, clause, stretch));
    if (ground === null) break;
    count++;
  }
  return count;
}
