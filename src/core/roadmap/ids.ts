// Identities of what stands in a roadmap.

/**
 * The id of a division called `title` in another; that one's is "" for a chapter.
 * No two ids are the same for different ways to a division.
 */
export function divisionId(parentId: string, title: string): string {
  return `${parentId}/${title.replace(/[%/#]/g, encodeURIComponent)}`;
}

/** An identity that others share up to their number. */
export function numbered(id: string, nth: number): string {
  return nth === 1 ? id : `${id}#${nth}`;
}
