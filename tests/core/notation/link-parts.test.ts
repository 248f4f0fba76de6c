import { describe, expect, it } from "vitest";
import { placeOfLink, wordsOfLink } from "../../../src/core/notation/link-parts";

/** The place a link leads to, between bars; null where a text is no link. */
function marked(text: string): string | null {
  const place = placeOfLink(text);
  return place && `${text.slice(0, place.from)}|${text.slice(place.from, place.to)}|${text.slice(place.to)}`;
}

describe("a link's place", () => {
  it.each([
    ["[[A]]", "[[|A|]]"],
    ["![[ A b#part ]]", "![[ |A b#part| ]]"],
    ["[[A|words]]", "[[|A||words]]"],
    ["[[A\\|words]]", "[[|A|\\|words]]"],
    ["[[#part|here]]", "[[|#part||here]]"],
    ["[[<A>]]", "[[|<A>|]]"],
    ["[words](A%20b.md)", "[words](|A%20b.md|)"],
    ['[words]( <A b.md#part> "title" )', '[words]( <|A b.md#part|> "title" )'],
    ["[a](b)](c.md)", "[a](b)](|c.md|)"],
  ])("of %s is found", (text, wanted) => expect(marked(text)).toBe(wanted));

  it.each(["A", "[A]", "[A][b]", "[[A|b", "https://example.org"])("is none in %s", (text) =>
    expect(marked(text)).toBeNull(),
  );
});

describe("a link's words", () => {
  it.each([
    ["[[A]]", ""],
    ["[[A| words ]]", "words"],
    ["![[A\\|100]]", "100"],
    ["[words](A.md)", "words"],
    ["![](A.png)", ""],
    ["[words][id]", ""],
  ])("of %s are its author's own", (text, wanted) => expect(wordsOfLink(text)).toBe(wanted));
});
