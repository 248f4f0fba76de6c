// Measures pieces of work side by side, and prints what it found. Times are only ever compared with others of the same run.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

export interface Work {
  readonly name: string;
  run(): unknown;
}

/** Milliseconds of one run: the middle one, and the fastest and slowest. */
export interface Times {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

function timeOf(work: Work): number {
  const start = performance.now();
  work.run();
  return performance.now() - start;
}

/** Runs each piece of work in turn, so that whatever else the machine does hits all alike. The first rounds only warm up. */
export function compare(works: readonly Work[], rounds: number, warmUp = 2): ReadonlyMap<string, Times> {
  const times = new Map(works.map(({ name }) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const work of works) {
      const time = timeOf(work);
      if (round >= 0) times.get(work.name)?.push(time);
    }
  }
  return new Map([...times].map(([name, all]) => [name, summary(all)]));
}

export function summary(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? NaN, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
}

/** Collects until nothing more comes free: weak and finalised things take more than one round. */
function settle(): void {
  for (let round = 0; round < 4; round++) collect();
}

/** Holds what is being weighed where no optimisation can let go of it. */
const held: unknown[] = [];
const COPIES = 4;

/** Bytes of heap that what `make` returns keeps alive. */
export function retained(make: () => unknown): number {
  // The first is kept too, so that compiled code and caches of patterns are there before.
  held.push(make());
  settle();
  const before = process.memoryUsage().heapUsed;
  for (let copy = 0; copy < COPIES; copy++) held.push(make());
  settle();
  const bytes = (process.memoryUsage().heapUsed - before) / COPIES;
  held.length = 0;
  return bytes;
}

export function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Rows with their columns aligned; the first column to the left. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")).join("\n");
}

/** A line on a budget: what was measured, what is asked, and whether it holds. */
export function budget(name: string, measured: number, unit: string, asked: string, holds: boolean): string {
  return `${holds ? "ok    " : "MISSED"}  ${name}: ${measured.toFixed(1)}${unit} (${asked})`;
}
