// @vitest-environment happy-dom
// When the vault is quiet enough to look for moved notes, whoever writes into it meanwhile.
import type { App } from "obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { QuietTimes } from "../../src/obsidian/vault-snapshot";
import type { MovedNotes } from "../../src/progress/moved-notes";
import type { Progress } from "../../src/progress/progress";

type Happen = (event: "create" | "delete" | "rename" | "modify", path: string) => void;

/** Waits beside an indexed vault; says when it looked, in seconds, and lets things happen there. */
async function waiting(isUntouched = false): Promise<{ readonly looks: number[]; readonly happen: Happen }> {
  const listeners = new Map<string, (file: { readonly path: string }) => void>();
  const looks: number[] = [];
  const start = Date.now();
  const vault = {
    getMarkdownFiles: () => [],
    on: (event: string, listener: (file: { readonly path: string }) => void) => listeners.set(event, listener),
  };
  const movedNotes = {
    isUntouched,
    happened: () => undefined,
    look: () => Promise.resolve(void looks.push(Math.round((Date.now() - start) / 1000))),
  };
  new QuietTimes(
    { vault, metadataCache: {} } as unknown as App,
    movedNotes as unknown as MovedNotes,
    { journals: { isOwnJournal: (path: string) => path.startsWith("MOC Path/") } } as unknown as Progress,
  ).start(
    () => undefined,
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(0);
  return { looks, happen: (event, path) => listeners.get(event)?.({ path }) };
}

/** The same thing happens again and again. */
async function every(seconds: number, times: number, act: () => void): Promise<void> {
  for (let count = 0; count < times; count++) {
    await vi.advanceTimersByTimeAsync(seconds * 1000);
    act();
  }
}

describe("a look for moved notes", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("waits for a minute in which nothing happens", async () => {
    const { looks, happen } = await waiting();
    await every(50, 4, () => happen("create", "A.md"));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(looks).toEqual([260]);
  });

  it("is not put off by what this device writes into its own journal", async () => {
    const { looks, happen } = await waiting();
    await every(20, 10, () => happen("modify", "MOC Path/Progress.md"));
    expect(looks).toEqual([60]);
  });

  it("is put off for five minutes at most by a note that is written every half minute", async () => {
    const { looks, happen } = await waiting();
    await every(30, 25, () => happen("modify", "Log.md"));
    expect(looks).toEqual([300, 600]);
  });

  it("is put off as long as notes come and go", async () => {
    const { looks, happen } = await waiting();
    await every(30, 20, () => happen("create", "A.md"));
    expect(looks).toEqual([]);
  });

  it("is taken at once where the vault was never looked at and nothing is gone", async () => {
    const { looks } = await waiting(true);
    expect(looks).toEqual([0]);
  });
});
