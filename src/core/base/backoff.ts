// Pauses between attempts, each twice as long as the one before.

/** In milliseconds: the first pause, and the longest. */
export interface Pauses {
  readonly first: number;
  readonly longest: number;
}

/** The pause after so many failures, counted from 1, in milliseconds. */
export function pauseAfter(failures: number, { first, longest }: Pauses): number {
  return Math.min(first * 2 ** (failures - 1), longest);
}
