// The characters that a tag may have. The places where one may stand in running text are inline-syntax.ts.

/** Anything but white space and punctuation, of ASCII and of U+2000–206F; CJK and emoji count. */
export const tagCharacters = "[^\\u2000-\\u206F\\u2E00-\\u2E7F'!\"#$%&()*+,.:;<=>?@^`{|}~[\\]\\\\\\s]+";

const wholeTag = new RegExp(`^#${tagCharacters}$`);

/** True if a text, `#` included, is one tag; only digits make none. */
export function isTag(text: string): boolean {
  return wholeTag.test(text) && !/^#\d+$/.test(text);
}
