// The parts of a linktext (`note#heading`), and how headings are written in one. As to what it leads to, the link index
// answers for the note and subpath.ts for the place in it.

/** The note and the place in it that a wikilink's inside names; `subpath` begins with `#` or is empty. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const text = linktext.replace(/\u00A0/g, " ").normalize("NFC");
  const hash = text.indexOf("#");
  return hash < 0 ? { path: text, subpath: "" } : { path: text.slice(0, hash), subpath: text.slice(hash) };
}

/** The name or path of the note alone; empty for a link within a note. */
export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

/** A heading without special characters and with single spaces, for comparing; case is left to the caller. */
export function stripHeading(heading: string): string {
  return withSingleSpaces(heading.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\]/g, " "));
}

/** A heading as it can stand in a link: without what would end or split the link. */
export function stripHeadingForLink(heading: string): string {
  return withSingleSpaces(heading.replace(/[:#|^\\]|%%|\[\[|\]\]/g, " "));
}

function withSingleSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
