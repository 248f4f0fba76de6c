// Does again for a path what did not succeed: later and later, until it has, or was asked for at once.
import { pauseAfter, type Pauses } from "../core/base/backoff";
import type { Pace } from "./ports";

interface Attempts {
  /** The number of attempts so far. */
  readonly count: number;
  /** Ends the wait for the next one. */
  readonly cancel: () => void;
}

export class Retries {
  private readonly attempts = new Map<string, Attempts>();

  constructor(
    private readonly pace: Pick<Pace, "later">,
    private readonly pauses: Pauses,
    private readonly act: (path: string) => void,
  ) {}

  /** All that has not succeeded yet. */
  paths(): readonly string[] {
    return [...this.attempts.keys()];
  }

  /** The number of times a path was planned since it was forgotten last. */
  count(path: string): number {
    return this.attempts.get(path)?.count ?? 0;
  }

  /** Acts again, after a pause. */
  plan(path: string): void {
    const count = this.count(path) + 1;
    this.attempts.get(path)?.cancel();
    const cancel = this.pace.later(() => this.act(path), pauseAfter(count, this.pauses));
    this.attempts.set(path, { count, cancel });
  }

  /** It has succeeded, or is of no interest any more; false if nothing was planned. */
  forget(path: string): boolean {
    this.attempts.get(path)?.cancel();
    return this.attempts.delete(path);
  }

  /** Acts at once for all of them, whatever they waited for. */
  now(): void {
    for (const path of this.paths()) {
      this.attempts.get(path)?.cancel();
      this.act(path);
    }
  }

  /** Nothing happens any more. */
  stop(): void {
    for (const path of this.paths()) this.forget(path);
  }
}
