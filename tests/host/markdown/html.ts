// Markdown to HTML as reading view shows it: what markdown-it does, and the syntax of notes besides.
// It need not agree with the metadata cache about odd input; that cache is the authority on what a note says.
import MarkdownIt from "markdown-it";

const WIKILINK = /(!?)\[\[([^[\]\n]+)\]\]/y;
const HIGHLIGHT = /==([^=\n]+)==/y;
const COMMENT = /%%[^]*?%%/g;

interface Wikilink {
  readonly isEmbed: boolean;
  readonly link: string;
  readonly text: string;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A table has taken the backslash before the pipe away; elsewhere it is not there. */
function readWikilink(isEmbed: boolean, inner: string): Wikilink {
  const bar = inner.indexOf("|");
  const link = (bar > 0 ? inner.slice(0, bar) : inner).replace(/\\$/, "").trim();
  const name = link
    .split("#")
    .filter((part) => part !== "")
    .join(" > ");
  return { isEmbed, link, text: bar > 0 ? inner.slice(bar + 1) : name };
}

function create(): MarkdownIt {
  const md = new MarkdownIt({ html: true, linkify: true, breaks: true });
  md.inline.ruler.before("link", "wikilink", (state, isSilent) => {
    const match = matchAt(WIKILINK, state.src, state.pos);
    if (!match) return false;
    if (!isSilent) state.push("wikilink", "", 0).meta = readWikilink(match[1] === "!", match[2] ?? "");
    state.pos += match[0].length;
    return true;
  });
  md.inline.ruler.before("emphasis", "highlight", (state, isSilent) => {
    const match = matchAt(HIGHLIGHT, state.src, state.pos);
    if (!match) return false;
    if (!isSilent) state.push("highlight", "", 0).content = match[1] ?? "";
    state.pos += match[0].length;
    return true;
  });
  const { rules } = md.renderer;
  rules["highlight"] = (tokens, at) => `<mark>${md.utils.escapeHtml(tokens[at]?.content ?? "")}</mark>`;
  rules["wikilink"] = (tokens, at) => wikilinkHtml(tokens[at]?.meta as Wikilink, (text) => md.utils.escapeHtml(text));
  rules["list_item_open"] = (tokens, at, options, _env, self) => {
    tokens[at]?.attrSet("data-line", String(tokens[at].map?.[0] ?? 0));
    return self.renderToken(tokens, at, options);
  };
  return md;
}

function wikilinkHtml({ isEmbed, link, text }: Wikilink, escape: (text: string) => string): string {
  if (isEmbed) return `<span class="internal-embed" src="${escape(link)}" alt="${escape(text)}"></span>`;
  return `<a class="internal-link" data-href="${escape(link)}" href="${escape(link)}">${escape(text)}</a>`;
}

const md = create();

/** The HTML of one block of a note; comments are left out. */
export function toHtml(block: string): string {
  return md.render(/^(?:```|~~~)/.test(block) ? block : block.replace(COMMENT, ""));
}
