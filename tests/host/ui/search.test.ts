import { expect, test } from "vitest";
import { prepareFuzzySearch, prepareSimpleSearch } from "./search";

function best(query: string, ...texts: string[]): string | undefined {
  const search = prepareFuzzySearch(query);
  return texts
    .flatMap((text) => ({ text, match: search(text) }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => (b.match?.score ?? 0) - (a.match?.score ?? 0))[0]?.text;
}

test("letters in order are found, in another order they are not", () => {
  expect(prepareFuzzySearch("mpo")("MOC Path: Open")).not.toBeNull();
  expect(prepareFuzzySearch("opm")("MOC")).toBeNull();
});

test("a whole word at a word's start is better than letters here and there", () => {
  expect(best("open", "Only pens", "MOC Path: Open roadmap")).toBe("MOC Path: Open roadmap");
});

test("matches say where they are, for Chinese as well", () => {
  expect(prepareFuzzySearch("路线")("打开学习路线")?.matches).toEqual([[4, 6]]);
});

test("a simple search needs every word as written", () => {
  const search = prepareSimpleSearch("path open");
  expect([search("Open the path") !== null, search("Opn path")]).toEqual([true, null]);
});
