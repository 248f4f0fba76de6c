// Work that is taken out of a list of what waits, as much as a slice of time allows.

/** Takes one after the other out and acts on it, until the slice is spent; whether none is left. */
export function takeSome(
  waiting: Pick<Map<string, unknown> | Set<string>, "keys" | "delete" | "size">,
  act: (one: string) => void,
  isSpent: () => boolean,
): boolean {
  for (const one of waiting.keys()) {
    waiting.delete(one);
    act(one);
    if (isSpent()) break;
  }
  return waiting.size === 0;
}
