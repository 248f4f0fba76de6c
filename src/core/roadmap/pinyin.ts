// The letters that Chinese text is typed with: the first of each character's pinyin,
// by the order in which the engine sorts characters.

/** The first character of each letter in the order of pinyin. No syllable begins with i, u or v. */
const FIRST = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀";
const LETTERS = "abcdefghjklmnopqrstwxyz";
const HAN = /\p{Script=Han}/gu;

/**
 * The order of pinyin, made when first asked for: null where the engine does not know it,
 * and there are no letters; undefined before.
 */
let order: Intl.Collator | null | undefined;

function orderOfPinyin(): Intl.Collator | null {
  if (order !== undefined) return order;
  const collator = new Intl.Collator("zh-Hans-u-co-pinyin");
  const isKnown = [...FIRST].every(
    (character, index) => index === 0 || collator.compare(FIRST.charAt(index - 1), character) < 0,
  );
  return (order = isKnown ? collator : null);
}

const known = new Map<string, string>();

function letterOf(character: string, collator: Intl.Collator): string {
  let at = FIRST.length - 1;
  while (at >= 0 && collator.compare(FIRST.charAt(at), character) > 0) at--;
  return LETTERS.charAt(at) || character;
}

/**
 * The text with the letter in the place of each character that has one, and all else as it is;
 * of the same length in UTF-16 units.
 */
export function initialsOf(text: string): string {
  const collator = orderOfPinyin();
  if (collator === null) return text;
  return text.replace(HAN, (character) => {
    const letter = known.get(character) ?? letterOf(character, collator);
    known.set(character, letter);
    return letter.length === character.length ? letter : character;
  });
}
