// An author's line of Markdown as plain words: links by what they say, and no signs of emphasis.

const SIGNS = /!?\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]|!?\[([^[\]]*)\]\([^()\s]*\)|\*\*|__|==|~~|`/gu;

export function plainOf(text: string): string {
  return text.replace(SIGNS, "$1$2").trim();
}
