// Links that are made to lead to another note, in every way that they are written.
import { describe, expect, it } from "vitest";
import { retargeted, type Retarget } from "../../../src/core/edit/link-edits";

const retarget = (to = "Archive/Old grain/Wheat.md", names: readonly string[] = ["Wheat"]): Retarget => ({
  from: "Bread/Flour.md",
  to,
  sourcePath: "Bread/Bread MOC.md",
  resolve: (linkpath) => (names.includes(linkpath.replace(/\.md$/, "")) ? to : null),
});

describe("a link to a note that was moved", () => {
  it.each([
    ["[[Flour]]", "[[Wheat]]"],
    ["[[Flour|about flour]]", "[[Wheat|about flour]]"],
    ["[[Flour#Kinds|kinds of it]]", "[[Wheat#Kinds|kinds of it]]"],
    ["[[Flour#^block]]", "[[Wheat#^block]]"],
    ["[[Flour\\|in a table]]", "[[Wheat\\|in a table]]"],
    ["[[Flour#Kinds\\|in a table]]", "[[Wheat#Kinds\\|in a table]]"],
    ["[[ Flour |spaced]]", "[[ Wheat |spaced]]"],
    ["[[Flour.md]]", "[[Wheat.md]]"],
    ["![[Flour]]", "![[Wheat]]"],
    ["[[Bread/Flour|x]]", "[[Archive/Old grain/Wheat|x]]"],
    ["[[/Bread/Flour.md]]", "[[/Archive/Old grain/Wheat.md]]"],
    ["[[./Flour]]", "[[../Archive/Old grain/Wheat]]"],
    ["[flour](Flour.md)", "[flour](Wheat.md)"],
    ["[flour](Bread/Flour.md#Kinds%20of%20it)", "[flour](Archive/Old%20grain/Wheat.md#Kinds%20of%20it)"],
    ['[flour](<Bread/Flour.md> "A title")', '[flour](<Archive/Old grain/Wheat.md> "A title")'],
    ["[flour](../Bread/Flour)", "[flour](../Archive/Old%20grain/Wheat)"],
    ["[a [b](c)](Bread/Flour.md)", "[a [b](c)](Archive/Old%20grain/Wheat.md)"],
  ])("%s becomes %s", (before, after) => {
    expect(retargeted(before, retarget())).toBe(after);
  });

  it("is written with more of its path where its name alone leads elsewhere, and as short as it was where that leads there", () => {
    expect(retargeted("[[Flour]]", retarget("Archive/Wheat.md", []))).toBe("[[Archive/Wheat]]");
    expect(retargeted("[[Flour]]", retarget("Bread/Grain/Wheat.md", ["Grain/Wheat"]))).toBe("[[Grain/Wheat]]");
    const deep = { ...retarget("Food/New/Wheat.md", ["New/Wheat"]), from: "Food/Bread/Flour.md" };
    expect(retargeted("[[Bread/Flour]]", deep)).toBe("[[New/Wheat]]");
    expect(retargeted("[[Flour]]", { ...retarget("Wheat.md"), from: "Flour.md" })).toBe("[[Wheat]]");
  });

  it("keeps the way in which its signs are encoded", () => {
    const to = "档案/面粉 (旧) 100%.md";
    expect(retargeted("[x](Bread/Flour.md)", retarget(to))).toBe("[x](档案/面粉%20%28旧%29%20100%25.md)");
    const encoded = `[x](${encodeURI("面包/面粉.md")})`;
    expect(retargeted(encoded, { ...retarget(to), from: "面包/面粉.md" })).toBe(
      `[x](${encodeURI(to).replace("(", "%28").replace(")", "%29")})`,
    );
    expect(retargeted("[x](<Bread/Flour.md>)", retarget(to))).toBe(`[x](<${to}>)`);
  });

  it("is none where the text is something else", () => {
    for (const text of ["Flour", "[[Flour", "[x]", "[](", "https://example.org"])
      expect(retargeted(text, retarget())).toBeNull();
  });
});
