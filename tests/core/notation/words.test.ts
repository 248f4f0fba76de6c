// The words for relations, references and navigation, and the quick looks that spare most texts the patterns for them.
import { describe, expect, it } from "vitest";
import { isMedia, leadsBeyondNotes } from "../../../src/core/read/links";
import { endsInReference, isNavigationTitle, relationOfLead } from "../../../src/core/notation/words";
import type { WrittenLink } from "../../../src/core/read/written";

const REFERENCES = ["见", "另见", "推导见", "see", "See also", "see-also", "cf."];

describe("a reference", () => {
  it.each(REFERENCES)("is %j, in whatever stands around it", (word) => {
    for (const around of [word, `${word} `, `words ${word}: `, `**${word}** `, `（${word}：`, `${word}\u3000`])
      expect(endsInReference(around)).toBe(true);
  });

  it.each(["", " ", " / ", "、", "常见", "可见 ", "偏见", "再见", "oversee", "see the", "cf", "见解"])(
    "is not %j",
    (clause) => expect(endsInReference(clause)).toBe(false),
  );

  it("is looked for in a stretch of a text", () => {
    expect(endsInReference("see [[A]] / [[B]]", 0, 4)).toBe(true);
    expect(endsInReference("see [[A]] / [[B]]", 9, 12)).toBe(false);
  });
});

describe("a navigation title", () => {
  it.each(["导航", "🧭 导航", "Navigation", "9. Related", "相关 MOC", "**See also**", "→ 下一步："])("is %j", (title) =>
    expect(isNavigationTitle(title)).toBe(true),
  );
  it.each(["", "1.", "第9章 导航", "Relatedness", "上级 topics", "Ünext", "🧭"])("is not %j", (title) =>
    expect(isNavigationTitle(title)).toBe(false),
  );
});

describe("the relation that a text before a link states", () => {
  it.each([
    ["→ ", "next"],
    ["↑ 上级：", "up"],
    ["**Prerequisites:** ", "prerequisite"],
    ["9) see also: ", "related"],
    ["words", null],
    ["words: ", null],
    ["→", "next"],
  ])("of %j is %j", (lead, kind) => expect(relationOfLead(lead)).toBe(kind));
});

describe("what a link's extension says", () => {
  const link = (to: string): WrittenLink => ({
    link: to,
    web: false,
    embed: false,
    alias: null,
    text: "",
    line: 0,
    from: 0,
    to: 0,
  });

  it.each(["a.png", "a/b.JPEG", "a.b.m4a#t=1"])("%j is media", (to) => expect(isMedia(to)).toBe(true));
  it.each(["a.pdf", "Board.canvas", "b.html#x"])("%j leads to no note", (to) =>
    expect(leadsBeyondNotes(link(to))).toBe(true),
  );
  it.each(["", "a", "png", "a.", "a.md", "v1.2", "a.pdf.md", "dir.png/a", "a#b.png", "a.canvases"])(
    "%j may lead to a note",
    (to) => expect(leadsBeyondNotes(link(to))).toBe(false),
  );
});
