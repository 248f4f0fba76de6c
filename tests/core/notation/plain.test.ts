// Markdown of one line as plain words.
import { describe, expect, it } from "vitest";
import { plainOf } from "../../../src/core/notation/plain";

it("takes no longer for what is opened and never closed", () => {
  for (const text of ["*a ", "_a ", "`", "$a", "[[a|", "![a](", "\\", "*_", "https://"])
    expect(plainOf(text.repeat(20_000)).length).toBeLessThanOrEqual(text.length * 20_000);
});

describe("a remark in plain words", () => {
  it.each([
    ["plain words", "plain words"],
    ["**终极武器**，从头到尾", "终极武器，从头到尾"],
    ["see [[Folder/Note|the note]] and [[Other]]", "see the note and Other"],
    ["[words](https://example.org/a) ![](b.png)", "words"],
    ["`code` ==marked== ~~gone~~ __strong__", "code marked gone strong"],
    ["2 * 3 * 4, a_b_c", "2 * 3 * 4, a_b_c"],
    ["<b>bold</b>", "<b>bold</b>"],
    ["_so_ and *so*, 这是*重点*，***both***", "so and so, 这是重点，both"],
    ["ring_attn_v2, A* and D* search, _open, 5 * 3 *", "ring_attn_v2, A* and D* search, _open, 5 * 3 *"],
    [
      "*see [[Note|the note]]*, _[doc](https://example.org/y)_, *the `foo_` thing*, **_x_**",
      "see the note, doc, the foo_ thing, x",
    ],
    ["*see [[A_b|c]]* *what_ever you_like*", "see c what_ever you_like"],
    [
      "https://example.org/_foo_/bar and **https://example.org/x**",
      "https://example.org/_foo_/bar and https://example.org/x",
    ],
    ["a \\| b \\*c\\* \\d", "a | b *c* \\d"],
    ["`a_b_ \\| *c*` and $d_{k}^*$ is $x_i$, $5 or $6 *each*", "a_b_ \\| *c* and $d_{k}^*$ is $x_i$, $5 or $6 each"],
    ["[[open, [half](", "[[open, [half]("],
  ])("%j is %j", (text, plain) => {
    expect(plainOf(text)).toBe(plain);
  });
});
