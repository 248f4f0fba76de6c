import { expect, test } from "vitest";
import { parseMetadata } from "../metadata/parse";
import { lineOfSubpath } from "./subpath-line";

const cache = parseMetadata("# One\n\n## Setup\n\n# Two: more\n\n## Setup\n\nword ^mark\n");

test("a heading is found whatever its punctuation and case", () => {
  expect(lineOfSubpath(cache, "#two more")).toBe(4);
});

test("a path of headings leads to the one below the other", () => {
  expect(lineOfSubpath(cache, "#Two: more#Setup")).toBe(6);
});

test("a block is found by its id", () => {
  expect(lineOfSubpath(cache, "#^mark")).toBe(8);
});

test("a place that does not exist is null", () => {
  expect([lineOfSubpath(cache, "#Three"), lineOfSubpath(cache, "#^none"), lineOfSubpath(cache, "#")]).toEqual([
    null,
    null,
    null,
  ]);
});
