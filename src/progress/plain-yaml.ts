// Tells frontmatter that every reader of YAML understands alike: keys with plain or quoted values and lists of such, as
// Obsidian writes them. What is more than that may be sound as well, but nothing depends on it.

const PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^:#]|:(?=\S)|\S#)*$/u;
const KEY = /^([\p{L}\p{N}_][^\s:#][^:#]*|[\p{L}\p{N}_]):(?: +(.*))?$/u;
const ITEM = /^( *)- +(.*)$/;

/** True if these lines are that. */
export function isPlainYaml(lines: readonly string[]): boolean {
  const keys = new Set<string>();
  /** The indentation of the list that goes on; null where none does, -1 where one can begin. */
  let list: number | null = null;
  for (const line of lines
    .map((one) => one.replace(/[ \t]+$/, ""))
    .filter((one) => one !== "" && !one.startsWith("#"))) {
    const [, key, value = ""] = KEY.exec(line) ?? [];
    const [, indent = "", item] = ITEM.exec(line) ?? [];
    if (key !== undefined && !keys.has(key) && isValue(value)) {
      keys.add(key);
      list = value === "" ? -1 : null;
    } else if (item !== undefined && isScalar(item) && (list === -1 || list === indent.length)) list = indent.length;
    else return false;
  }
  return true;
}

function isValue(text: string): boolean {
  const [, items] = /^\[(.*)\]$/.exec(text) ?? [];
  if (items === undefined) return text === "" || isScalar(text);
  return (
    items.trim() === "" || items.split(",").every((item) => /^[\p{L}\p{N} _/-]+$/u.test(item) && isScalar(item.trim()))
  );
}

function isScalar(text: string): boolean {
  return /^"[^"\\]*"$/.test(text) || /^'[^']*'$/.test(text) || PLAIN.test(text);
}
