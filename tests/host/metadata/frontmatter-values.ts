// Single properties as the app reads them out of a note's frontmatter. Parsing the frontmatter itself is
// frontmatter.ts.
import { isTag } from "./tag-name";

/** The value of the first property whose name is `key` or matches it; null for none or an empty one. */
export function parseFrontMatterEntry(frontmatter: unknown, key: string | RegExp): unknown {
  if (typeof frontmatter !== "object" || frontmatter === null) return null;
  const entry = Object.entries(frontmatter).find(([name]) =>
    typeof key === "string" ? name === key : name.search(key) >= 0,
  );
  return (entry?.[1] as unknown) ?? null;
}

/**
 * A property's texts and numbers as texts: of its list, or its one value, which is not split at commas. Null for no
 * such property.
 */
export function parseFrontMatterStringArray(frontmatter: unknown, key: string | RegExp): string[] | null {
  const value = parseFrontMatterEntry(frontmatter, key);
  if (value === null) return null;
  const members: unknown[] = Array.isArray(value) ? value : [value];
  const texts = members.filter((one) => typeof one === "string" || typeof one === "number");
  return texts.map((one) => String(one).trim()).filter(Boolean);
}

export function parseFrontMatterAliases(frontmatter: unknown): string[] | null {
  return parseFrontMatterStringArray(frontmatter, /^aliases$/i);
}

/** Tags with their `#`; what is no tag (`a, b`, `2026`) is left out. Null where there is no property `tags`. */
export function parseFrontMatterTags(frontmatter: unknown): string[] | null {
  const texts = parseFrontMatterStringArray(frontmatter, /^tags$/i);
  return texts?.map((text) => `#${text.replace(/^#/, "")}`).filter(isTag) ?? null;
}
