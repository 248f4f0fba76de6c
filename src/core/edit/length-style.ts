// A declared length with another number in it, in the format of its author.

const FIGURES = /[\d０-９](?:[\d０-９,，]*[\d０-９])?/gu;
const GROUPS = /^[\d０-９]{1,3}([,，])(?:[\d０-９]{3}\1)*[\d０-９]{3}$/u;
const DECIMALS = /[\d０-９][.．][\d０-９]/u;

function fullWidth(figures: string): string {
  return figures.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/**
 * The words of a declared length in lines with another number: thousands are parted and figures are as wide as they
 * were, and what stands around them stays. Null where it has several numbers, or a fraction.
 */
export function lengthRewritten(words: string, lines: number): string | null {
  const [number, second] = words.match(FIGURES) ?? [];
  if (number === undefined || second !== undefined || DECIMALS.test(words)) return null;
  const separator = GROUPS.exec(number)?.[1];
  if (separator === undefined && /[,，]/u.test(number)) return null;
  const figures = String(lines);
  const parted = separator === undefined ? figures : figures.replace(/\B(?=(?:\d{3})+$)/g, separator);
  return words.replace(number, () => (/[０-９]/u.test(number) ? fullWidth(parted) : parted));
}
