// Progress as a Markdown checklist for people: written folder by folder, and read from any note with tasks.
// Of an item only the link that it is about counts; what stands in code and comments does not.
import { isWebAddress } from "../core/read/links";
import { decoded } from "../core/base/decode";
import { addToGroup } from "../core/base/group";
import { markOfState, stateOfMark } from "../core/base/state";
import { folderOf } from "../core/base/paths";
import { noteOf } from "../core/read/links";
import type { MarkedTarget, WantedState } from "./transfer";

/** In the frontmatter of an export: its links are paths of the vault it comes from. */
const EXPORT_LINE = "moc-path-export: checklist";

/** Targets that are to do again, and those that no link can name, are left out. */
export function checklistOf(marks: readonly MarkedTarget[]): string {
  const folders = new Map<string, string[]>();
  for (const { target, state } of marks.filter((mark) => mark.state !== "todo")) {
    const folder = isWebAddress(target) ? "" : folderOf(noteOf(target));
    const link = linkTo(target);
    if (link !== null) addToGroup(folders, folder, `- [${markOfState(state)}] ${link}`);
  }
  const groups = [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, lines]) => [...(folder === "" ? [] : [`## ${folder}`]), lines.join("\n")].join("\n\n"));
  return `---\nmoc-path: false\n${EXPORT_LINE}\n---\n${groups.join("\n\n")}\n`;
}

/** A link that reads as just this target; null where none does. */
function linkTo(target: string): string | null {
  if (isWebAddress(target)) return /^[^\s<>]+$/.test(target) ? `<${target}>` : null;
  if (/[\r\n]/.test(target)) return null;
  const path = noteOf(target);
  const subpath = target.slice(path.length);
  // `Recipe 1.2.md` keeps its extension: `Recipe 1.2` names a file of its own.
  const short = path.replace(/\.md$/, "");
  const linkpath = /\.[^/]*$/.test(short) ? path : short;
  if (!/[[\]|]/.test(target) && !path.includes("#")) return `[[${linkpath}${subpath}]]`;
  const words = short.replace(/[[\]]/g, "");
  return `[${words}](<${[path, ...subpath.split("#").slice(1)].map(encoded).join("#")}>)`;
}

/** Percent-encoded where Markdown or a link would read a character otherwise. */
function encoded(part: string): string {
  return part.replace(/[%<>#[\]|\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);
}

interface Checklist {
  readonly states: readonly WantedState[];
  /** True if its links are paths of a vault, as an export writes them, and not followed from the note they stand in. */
  readonly hasPaths: boolean;
}

const ITEM = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[(.)\]\s+([^]*)$/u;
const FENCE = /^[\s>]*(`{3,}|~{3,})/;
/** Longer lines are no item that anybody wrote. */
const LONGEST_LINE = 5000;

export function readChecklist(text: string): Checklist {
  const [, frontmatter = ""] = /^---\r?\n([^]*?)\r?\n---/.exec(text.slice(0, LONGEST_LINE)) ?? [];
  const states = shownLines(text).flatMap((line): readonly WantedState[] => {
    const [, mark = "", item = ""] = ITEM.exec(line) ?? [];
    const [state, link] = [stateOfMark(mark), linkOfItem(item)];
    return state === null || link === null ? [] : [{ link, state }];
  });
  return { states, hasPaths: frontmatter.split(/\r?\n/).includes(EXPORT_LINE) };
}

/** The lines that stand in neither fenced code nor comments. */
function shownLines(text: string): readonly string[] {
  let [fence, isComment]: [string | null, boolean] = [null, false];
  return text.split(/\r\n|\r|\n/).filter((line) => {
    if (line.length > LONGEST_LINE) return false;
    const [, mark = ""] = FENCE.exec(line) ?? [];
    if (fence === null && mark !== "") fence = mark;
    else if (fence !== null) {
      if (mark.startsWith(fence) && line.trim().endsWith(mark)) fence = null;
    } else {
      const wasComment = isComment;
      if ((line.split("%%").length - 1) % 2 === 1) isComment = !isComment;
      return !wasComment && !isComment;
    }
    return false;
  });
}

const CODE = /(`+)(?!`).*?[^`]\1(?!`)/g;
const WIKILINK = /\[\[(?<wiki>[^[\]|]+?)\\?(?:\|[^\]]*)?\]\]/;
const ADDRESS = /(?<address><[^<>]*>|(?:[^\s()<>]|\([^\s()]*\))+)/;
const MARKDOWN_LINK = RegExp(
  `${/\[(?:[^[\]\\]|\\.)*\]\(\s*/.source}${ADDRESS.source}${/(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/.source}`,
);
const WEB_ADDRESS = /<(?<angled>https?:\/\/[^\s<>]+)>|(?<bare>https?:\/\/[^\s<>()[\]]+)/;
const LINK = RegExp([WIKILINK, MARKDOWN_LINK, WEB_ADDRESS].map(({ source }) => source).join("|"), "giu");

/** The link that an item is about: the one it begins with, or its only one; null where it is about none, or several. */
function linkOfItem(item: string): string | null {
  const shown = item.replace(CODE, "").replace(/%%.*?%%|<!--.*?-->/g, "");
  const links = [...shown.matchAll(LINK)];
  const [first, ...more] = links;
  const isAtStart = first !== undefined && !/[\p{L}[]/u.test(shown.slice(0, first.index).replace(/^\d+[.)]\s/, ""));
  return first === undefined || (more.length > 0 && !isAtStart) ? null : linkIn(first);
}

/** A link as it is meant: of a Markdown link decoded, of a web address as written; null for other addresses. */
function linkIn({ groups = {} }: RegExpExecArray): string | null {
  const { wiki, address, angled, bare } = groups;
  if (wiki !== undefined) return wiki.trim().startsWith("#") ? null : wiki.trim();
  const written = address?.replace(/^<(.*)>$/, "$1") ?? angled ?? bare?.replace(/[.,;:!?'"*_~]+$/, "") ?? "";
  if (isWebAddress(written)) return written;
  if (written.startsWith("#") || written === "" || /^[a-z][a-z\d+.-]*:/i.test(written)) return null;
  const [path = "", ...subpath] = written.split("#");
  return [path, ...subpath].map((part) => decoded(part, decodeURIComponent)).join("#");
}
