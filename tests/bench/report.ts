// Prints what the benches found: plain tables, and one line for each budget.

export function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Rows with their columns aligned, the first to the left, all others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const aligned = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(aligned).join("  ")}`.trimEnd()).join("\n");
}

/** A number with about three digits that mean something. */
export function figure(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toFixed(digits);
}

export interface Budget {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  /** Tells if the value is to be at least or at most the limit. */
  readonly is: "least" | "most";
  /** True if the limit is what is aimed at, not what is required. */
  readonly isAim?: boolean;
}

/** One line on a budget: name, what was measured, what is asked, and whether it holds. */
export function verdict({ name, value, unit, limit, is, isAim = false }: Budget): string {
  const holds = is === "least" ? value >= limit : value <= limit;
  return `${name}: ${figure(value)} ${unit} (${isAim ? "aim" : "required"}: at ${is} ${limit}) ${holds ? "ok" : "MISSED"}`;
}
