// Lists of words in several languages, written some to a line and parted by bars.

export function wordList(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split("|"));
}

/** A pattern of a text that is one of some words, in upper or lower case. */
export function oneOf(...lines: readonly string[]): RegExp {
  return new RegExp(`^(?:${lines.join("|")})$`, "iu");
}
