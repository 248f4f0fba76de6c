// Listeners behind a fence: one that throws is told of, and the others are told all the same.
import { describe, expect, it } from "vitest";
import { Listeners } from "../../../src/core/base/listeners";
import { someOf } from "../../../src/core/base/log";

describe("listeners", () => {
  it("are all told, whichever of them throws, and the owner learns what failed at what", () => {
    const heard: string[] = [];
    const listeners = new Listeners<[path: string]>((error, path) => heard.push(`${String(error)} at ${path}`));
    listeners.add((path) => heard.push(`first ${path}`));
    listeners.add(() => {
      throw new Error("broken");
    });
    listeners.add((path) => heard.push(`last ${path}`));
    listeners.tell("A.md");
    expect(heard).toEqual(["first A.md", "Error: broken at A.md", "last A.md"]);
  });

  it("are named in the log by at most three paths", () => {
    expect([someOf([]), someOf(["A", "B"]), someOf(["A", "B", "C", "D", "E"])]).toEqual([
      "nothing",
      "A, B",
      "A, B, C and 2 more",
    ]);
  });
});
