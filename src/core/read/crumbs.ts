// The trail above a map's content that says where the map lies (`[[Home]] > [[Garden]] > Beds`): links that lead up.
import { textBetween } from "../base/range";
import { withoutTags } from "../notation/plain";
import { withoutMarks } from "../notation/words";
import type { ContentDraft, TrailPlace } from "./content";
import type { Reading } from "./reading";
import { directionOf } from "./direction";
import type { Line } from "./line";
import { leadsBeyondNotes } from "./links";
import type { WrittenLink } from "./written";

/** Stands for a link. A private-use character. */
const LINK = "\uE001";
const CRUMB = /\s*(?:[>›»❯⟩▸\\]|&gt;)\s*/u;
const SLASH = /\s*\/\s*/;
const ARROW = /\s*(?:→|⇒|->|➜|➔)\s*/u;
const NAVIGATION = /\s*[|·•｜]\s*/u;
/** A link, alone but for an emoji or emphasis. */
const ONLY_LINK = /^[^\p{L}\p{N}\uE001]{0,4}\uE001[^\p{L}\p{N}\uE001]{0,2}$/u;
const NAME = /^[^\uE001.。:：,，;；!！?？]{1,40}$/u;
const HOMES = "home|start|main|index|root|moc|inicio|accueil|startseite|главная|首页|主页|ホーム|홈";
const HOME = new RegExp(`^[^\\p{L}\\p{N}]*(?:${HOMES})[^\\p{L}]*$|🏠`, "iu");

/** The parts of a line that some signs join; null where they are not all links and short names, or hold no link. */
function partsOf(words: string, joint: RegExp): readonly string[] | null {
  const parts = words.split(joint).map((part) => part.trim());
  const isTrail = parts.every((part) => ONLY_LINK.test(part) || NAME.test(part));
  return parts.length > 1 && isTrail && words.includes(LINK) ? parts : null;
}

/** The words of a line, each of its links as one sign. */
function wordsOf({ stretch, from, to, links }: Line): string {
  let [words, at] = ["", from];
  for (const link of links) {
    words += textBetween(stretch, at, link.from) + LINK;
    at = link.to;
  }
  return withoutMarks(withoutTags(words + textBetween(stretch, at, to))).trim();
}

/** True if a trail begins at home, or ends at the map itself, which is not linked. */
function isSure(parts: readonly string[], links: readonly WrittenLink[]): boolean {
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  const start = first.includes(LINK) ? (links[0]?.alias ?? links[0]?.link ?? "") + first.replace(LINK, "") : first;
  return !last.includes(LINK) || HOME.test(start);
}

/** True if a line of links and names says where the map lies, rather than what to study. */
function isTrail(line: Line, { isFirst, isAlone, isAboveTitle }: TrailPlace): boolean {
  const words = wordsOf(line);
  if (!isFirst || words.length > 400) return false;
  const chain = partsOf(words, CRUMB);
  if (chain) return isAlone || isSure(chain, line.links);
  const path = partsOf(words, SLASH);
  if (path) return isAlone || isSure(path, line.links);
  const steps = partsOf(words, ARROW);
  if (steps) return steps.length > 2 && HOME.test(steps[0]?.replace(LINK, line.links[0]?.link ?? "") ?? "");
  return isAboveTitle && partsOf(words, NAVIGATION) !== null;
}

/**
 * Takes a line that is a trail: its links to notes are relations, others are listed as unused; false for any other
 * line.
 */
export function takeTrail(line: Line, reading: Reading, content: ContentDraft): boolean {
  if (content.trail === null || line.links.length === 0 || !isTrail(line, content.trail)) return false;
  const isBar = partsOf(wordsOf(line), NAVIGATION) !== null;
  const isBeyond = (link: WrittenLink): boolean => leadsBeyondNotes(link) || link.link.startsWith("#");
  const { links } = line;
  links.forEach((link, at) => {
    const kind = isBar ? (directionOf(link, (steps) => links[at + steps]) ?? "related") : "up";
    if (!isBeyond(link)) content.relate([{ kind, link }]);
  });
  for (const link of links.filter(isBeyond)) reading.drop(link, "elsewhere");
  return true;
}
