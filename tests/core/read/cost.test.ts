// The cost of reading a map, counted rather than timed, so that no load of the machine changes it. A slip that makes
// reading much slower (objects spread together one by one, a text searched once more) shows here; the benches, which
// would show it too, are no part of the suite.
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** Counts are of code as written, in a heap that needs no collecting: the same in each run. */
const FLAGS = ["--no-opt", "--min-semi-space-size=128", "--max-semi-space-size=128"];

/** The measured figures, and a quarter more: 10,756 bytes and 27.6 patterns. */
const [BYTES, PATTERNS] = [13_450, 34.5];

function measure(): { readonly bytes: number; readonly patterns: number } {
  const output = execFileSync(process.execPath, [...FLAGS, "tests/tools/run.mjs", "read-cost"], { encoding: "utf8" });
  return JSON.parse(output) as ReturnType<typeof measure>;
}

describe("reading a map whole, for each of its links", () => {
  const { bytes, patterns } = measure();

  it("allocates about as much as it did", () => {
    expect(bytes).toBeGreaterThan(BYTES / 2);
    expect(bytes).toBeLessThan(BYTES);
  });

  it("tries about as many patterns as it did", () => {
    expect(patterns).toBeGreaterThan(PATTERNS / 2);
    expect(patterns).toBeLessThan(PATTERNS);
  });
});
