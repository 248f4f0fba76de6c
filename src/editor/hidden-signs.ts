// The signs of Markdown in front of a link that Live Preview hides with the link's brackets. It may hide all of them
// as one range, in the midst of which nothing is drawn: a mark stands before the first.
const SINGLE = "*_~`";
const DOUBLE: readonly string[] = ["==", "]]"];
const OPENING = /^\s*(?:>\s*)*(?:#{1,6}\s+)?$/;

/** The length of the sign that ends at an offset of a line; 0 if none does. */
function signBefore(line: string, at: number): number {
  if (SINGLE.includes(line.charAt(at - 1))) return 1;
  if (DOUBLE.includes(line.slice(Math.max(at - 2, 0), at))) return 2;
  const address = line.charAt(at - 1) === ")" ? line.lastIndexOf("](", at - 1) : -1;
  return address < 0 || /[\s()]/.test(line.slice(address + 2, at - 1)) ? 0 : at - address;
}

/** The offset in a line where the signs begin that adjoin a link at `at`; `at` itself if none do. */
export function startOfSigns(line: string, at: number): number {
  let start = at;
  for (let length = signBefore(line, start); start > 0 && length > 0; length = signBefore(line, start)) start -= length;
  const before = line.slice(0, start);
  return before.trim() !== "" && OPENING.test(before) ? 0 : start;
}
