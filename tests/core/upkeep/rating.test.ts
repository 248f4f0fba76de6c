// Ratings in which map and note differ, and the two ways to settle that.
import { describe, expect, it } from "vitest";
import { propertyEdit } from "../../../src/core/edit/property-edit";
import { found, mended, told } from "./check";

const note = (rating: string): Readonly<Record<string, string>> => ({ "A.md": `---\nrating: ${rating}\n---\n# A\n` });

describe("two ratings", () => {
  it.each([
    ["★★★★☆", "4"],
    ["★★★★", "★★★★☆"],
    ["★★★☆", "★★★☆"],
    ["★★★★", "8"],
    ["★★★★", "[4, 5]"],
    ["★★★★", "good"],
    ["★★★★", '"4.0"'],
    ["", "3"],
  ])("agree, or one says nothing: %s and %s", async (run, property) => {
    expect(await told("rating", `- [[A]] ${run}`, note(property))).toEqual([]);
  });

  it.each([
    ["★★★★★", "4", "★★★★ | rating: 5"],
    ["★★☆☆☆", "★★★★☆", "★★★★☆ | rating: ★★☆☆☆"],
    ["★★★☆", "4", "★★★★ | rating: 3"],
    ["★★★★☆", "9", " | rating: 8"],
    ["★★★½", "4", "★★★★ | rating: 3.5"],
    ["rating: 4/10", "9", "rating: 9/10 | rating: 4"],
    ["★★☆☆☆", "★★★☆☆ (later)", "★★★☆☆ | rating: ★★☆☆☆ (later)"],
  ])("differ: %s and %s -> %s", async (run, property, fixes) => {
    const [line = ""] = await told("rating", `- [[A]] ${run}`, note(property));
    expect(line.replace(/^.* -> /, "")).toBe(fixes.replace(/^ \| /, ""));
  });

  it("are not compared where the map rates something else, or only a part", async () => {
    const text = "| N | 难度 |\n|---|---|\n| [[A]] | ★★★★★ |\n| [[A#A]] | ★★★ |\n";
    expect(await told("rating", `${text}\n- [[A#A]] ★★★★★`, note("2"))).toEqual([]);
  });

  it("are settled in the map or in the note, each by that value alone", async () => {
    const property = "---\r\n# mine\r\ntags: [a]\r\nrating: '4' # out of five\r\nup: x\r\n---\r\n# A\r\nrating: 4\r\n";
    const texts = { "Map MOC.md": "- [[A]] — very ★★★★★, 9 lines", "A.md": property };
    const [first] = await found("rating", texts);
    expect(await mended(texts, first, 0)).toEqual({ "Map MOC.md": "- [[A]] — very ★★★★, 9 lines" });
    expect(await mended(texts, first, 1)).toEqual({ "A.md": property.replace("'4' # out", "'5' # out") });
  });
});

describe("the value of a property", () => {
  const change = { name: "rating", before: "4", after: "5" };
  it.each([
    ["---\nrating: 4\n---\n", "---\nrating: 5\n---\n"],
    ['\uFEFF---\nrating:   "4"\n---\n', '\uFEFF---\nrating:   "5"\n---\n'],
    ['---\n"rating": 4   # x\n---\n', '---\n"rating": 5   # x\n---\n'],
    ["---\nrating: 4\n...\n", "---\nrating: 5\n...\n"],
  ])("%j becomes %j", (before, after) => {
    const edit = propertyEdit(before, "A.md", change);
    expect(edit && before.slice(0, edit.from) + edit.insert + before.slice(edit.to)).toBe(after);
    expect(edit && before.slice(edit.from, edit.to)).toBe(edit?.expected);
  });

  it.each([
    "no properties\nrating: 4\n",
    "---\nrating: 3\n---\n",
    "---\nrating: 4\nrating: 4\n---\n",
    "---\nrating: 4\nrating: [1]\n---\n",
    "---\nrating: [4]\n---\n",
    "---\nrating:\n  - 4\n---\n",
    "---\nrating: &a 4\n---\n",
    "---\nother:\n  rating: 4\n---\n",
    "---\ntext: |\n  rating: 4\n---\n",
    "---\nrating: 4\n",
  ])("%j is left as it is", (text) => {
    expect(propertyEdit(text, "A.md", change)).toBeNull();
  });
});
