// Markdown of one line as plain words.
import { describe, expect, it } from "vitest";
import { plainOf } from "../../src/core/plain";

describe("a remark in plain words", () => {
  it.each([
    ["plain words", "plain words"],
    ["**终极武器**，从头到尾", "终极武器，从头到尾"],
    ["see [[Folder/Note|the note]] and [[Other]]", "see the note and Other"],
    ["[words](https://example.org/a) ![](b.png)", "words"],
    ["`code` ==marked== ~~gone~~ __strong__", "code marked gone strong"],
    ["2 * 3 * 4, a_b_c", "2 * 3 * 4, a_b_c"],
    ["<b>bold</b>", "<b>bold</b>"],
    ["[[open, [half](", "[[open, [half]("],
  ])("%j is %j", (text, plain) => {
    expect(plainOf(text)).toBe(plain);
  });
});
