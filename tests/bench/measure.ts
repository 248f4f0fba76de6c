// Measures pieces of work side by side in one run: how long each takes, and how much memory its result keeps.

export interface Work {
  readonly name: string;
  readonly run: () => unknown;
}

/** Milliseconds of one run: the middle one of several, and what the fastest and slowest quarter begin with. */
export interface Times {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface Plan {
  readonly rounds: number;
  readonly warmUp: number;
  /** Runs in a row that are timed as one. */
  readonly repeat: number;
}

/** The results of runs, kept so that none can be left out as useless, and nothing goes while it is still measured. */
const made: unknown[] = [];

/** Node's garbage collector. Throws without `--expose-gc`. */
function collector(): NonNullable<typeof globalThis.gc> {
  if (!globalThis.gc) throw new Error("Benches need Node's --expose-gc: start them with npm run bench.");
  return globalThis.gc;
}

/**
 * Collects what is young, so that nobody pays for the garbage of others. Collecting all would throw away compiled code
 * too, and what is measured next would be slower than it is in a running app.
 */
export function collectYoung(): void {
  collector()({ type: "minor", execution: "sync" });
}

/** Bytes in use, in the heap and in buffers beside it, after all garbage is gone; buffers go one collection later. */
function memory(): number {
  // Without options: with them, what the stack may still point to would stay.
  for (let count = 0; count < 3; count++) void collector()();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Milliseconds of one run; the mean of several in a row. */
export function timeOf({ run }: Work, repeat: number): number {
  collectYoung();
  const start = performance.now();
  for (let count = 0; count < repeat; count++) made[0] = run();
  const time = performance.now() - start;
  made.length = 0;
  return time / repeat;
}

export function summary(values: readonly number[]): Times {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** Runs each piece of work in turn, round after round, so that whatever else the machine does hits all alike. */
export function compare(works: readonly Work[], { rounds, warmUp, repeat }: Plan): ReadonlyMap<string, Times> {
  const times = new Map(works.map(({ name }) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const work of works) {
      const time = timeOf(work, repeat);
      if (round >= 0) times.get(work.name)?.push(time);
    }
  }
  return new Map([...times].map(([name, all]) => [name, summary(all)]));
}

/** Bytes that a result keeps alive beyond what was there before; the mean of several kept together. */
export function retained({ run }: Work, repeat: number): number {
  const before = memory();
  for (let count = 0; count < repeat; count++) made.push(run());
  const bytes = memory() - before;
  made.length = 0;
  return bytes / repeat;
}
