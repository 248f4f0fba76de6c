// Work that is taken out of a list of what waits, as much as a slice of time allows.

/** Acts on one after the other, which `act` takes out, until the slice is spent; whether none is left. */
export function takeSome(
  waiting: Pick<Map<string, unknown> | Set<string>, "keys" | "size">,
  act: (one: string) => void,
  isSpent: () => boolean,
): boolean {
  for (const one of waiting.keys()) {
    act(one);
    if (isSpent()) break;
  }
  return waiting.size === 0;
}
