// The signs that join words to links and links to one another, and say nothing themselves:
// arrows, and words such as "and".

/** An arrow from words to a link, or from a link to words. */
export const ARROW = /(?:[→⇒⟶⟹➔➜➝➞➡⮕↦]\uFE0F?|👉|-{1,2}>|={1,2}>|~>)/;

/** An arrow from what is said of a link to that link. */
export const BACK_ARROW = /(?:[←⇐⟵⟸⬅]\uFE0F?|<-{1,2}(?!>)|<={1,2}(?!>))/;

const WORDS = [
  "and|or|and/or|as well as|plus|then|and then|vs\\.?|versus|und|oder|und/oder|sowie|dann|bzw\\.",
  "y|e|o|u|y/o|luego|et|ou|et/ou|puis|ed|e/ou|и/или",
  "oppure|poi|och|eller|og|lub|ve|veya|и|или|затем|або|та|和|与|與|或|或者|及|以及|然后|再|と|や|または|および|및",
  "또는|그리고|và|hoặc|rồi|ya da|و|أو|ثم|یا|سپس|או|וגם|और|या|และ|หรือ|↔|⇄|⇔|⟷|<->",
].join("|");
/** White space or a separator before such a word: `我和` ends in no "and". */
const JOINING_WORD = new RegExp(`(?:^|[\\s)）\\]】,，、])(?:${WORDS})[\\s,，、]*$`, "iu");
/** Words of which other languages make much use: they join only where they stand alone between two links. */
const LONE_WORD = /^[\s,]*(?:en|of)[\s,]*$/i;
/** As long as such a word may be with the white space around it. In UTF-16 units. */
const REACH = 20;

/** The length of a text between two links without the word at its end that only joins them. */
export function lengthWithoutJoining(text: string): number {
  if (LONE_WORD.test(text)) return 0;
  const tail = text.slice(-REACH);
  const word = JOINING_WORD.exec(tail);
  return word ? text.length - tail.length + word.index + (/^[)）\]】]/.test(word[0]) ? 1 : 0) : text.length;
}
