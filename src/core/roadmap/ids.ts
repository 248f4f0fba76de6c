// Identities of what stands in a roadmap.

/** An identity that others share up to their number. */
export function numbered(id: string, nth: number): string {
  return nth === 1 ? id : `${id}#${nth}`;
}
