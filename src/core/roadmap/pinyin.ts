// The letters that Chinese text is typed with: the first of each character's pinyin, by the order in which the engine sorts characters.

/** The first character of each letter in the order of pinyin. No syllable begins with i, u or v. */
const FIRST = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀";
const LETTERS = "abcdefghjklmnopqrstwxyz";
const HAN = /\p{Script=Han}/gu;

const collator = new Intl.Collator("zh-Hans-u-co-pinyin");

/** Engines without that order sort otherwise; for them there are no letters. */
const isKnown = [...FIRST].every(
  (character, index) => index === 0 || collator.compare(FIRST.charAt(index - 1), character) < 0,
);

const known = new Map<string, string>();

function letterOf(character: string): string {
  let at = FIRST.length - 1;
  while (at >= 0 && collator.compare(FIRST.charAt(at), character) > 0) at--;
  return LETTERS.charAt(at) || character;
}

/** The text with the letter in the place of each character that has one, and all else as it is; of the same length in UTF-16 units. */
export function initialsOf(text: string): string {
  if (!isKnown) return text;
  return text.replace(HAN, (character) => {
    const letter = known.get(character) ?? letterOf(character);
    known.set(character, letter);
    return letter.length === character.length ? letter : character;
  });
}
