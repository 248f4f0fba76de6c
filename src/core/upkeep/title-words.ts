// The words that titles are compared by: of scripts that part words with spaces the words, of Chinese, Japanese and
// Korean every two characters that stand side by side.

const LETTERS = /[\p{L}\p{M}\p{N}]+/gu;
const ASCII = /^[\0-\x7f]*$/;
const ASCII_LETTERS = /[a-z\d]+/gi;
const CJK = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー";
/** Stretches of one kind within letters that stand side by side. */
const KINDS = new RegExp(`(?<pairs>[${CJK}]+)|[^${CJK}]+`, "gu");

/** Words that are in titles of any kind. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  "a an and are as at be by for from how in into is it its of on or that the this to using via vs what with".split(" "),
);

/** Figures with a zero before them only count: `02`. */
const ORDINAL = /^0\d*$/;

/** A word where it stands in a text, which is compared in lower case and without full width. */
interface FoundWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function pairsOf(run: string, from: number): readonly FoundWord[] {
  const characters = [...run];
  if (characters.length === 1) return [{ word: run, from, to: from + run.length }];
  let at = from;
  return characters.slice(1).map((second, index) => {
    const first = characters[index] ?? "";
    const found = { word: first + second, from: at, to: at + first.length + second.length };
    at += first.length;
    return found;
  });
}

function wordsOfRun(run: string, from: number): readonly FoundWord[] {
  if (ASCII.test(run)) return [{ word: run.toLowerCase(), from, to: from + run.length }];
  return [...run.matchAll(KINDS)].flatMap(({ 0: part, index, groups }) => {
    const start = from + index;
    const word = folded(part);
    if (groups?.["pairs"] === undefined) return [{ word, from: start, to: start + part.length }];
    return pairsOf(word.length === part.length ? word : part, start);
  });
}

function findWords(text: string): readonly FoundWord[] {
  const runs = text.matchAll(ASCII.test(text) ? ASCII_LETTERS : LETTERS);
  const words = [...runs].flatMap(({ 0: run, index }) => wordsOfRun(run, index));
  return words.filter(({ word }) => !STOP_WORDS.has(word) && !ORDINAL.test(word));
}

/** The distinct words of some texts. */
export function wordsOf(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => findWords(text.normalize("NFKC")).map(({ word }) => word)));
}

/** The stretches of a text that are made of these words, as written, each once: `KV Cache`, `推理优化`. */
export function wordsShown(text: string, words: ReadonlySet<string>): readonly string[] {
  const runs: { from: number; to: number }[] = [];
  for (const { word, from, to } of findWords(text)) {
    if (!words.has(word)) continue;
    const last = runs.at(-1);
    if (last && /^\s*$/.test(text.slice(last.to, from))) last.to = to;
    else if (last && from < last.to) last.to = to;
    else runs.push({ from, to });
  }
  return [...new Set(runs.map(({ from, to }) => text.slice(from, to)))];
}
