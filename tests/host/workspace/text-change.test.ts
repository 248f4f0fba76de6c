import fc from "fast-check";
import { expect, test } from "vitest";
import { changeBetween, rebase, type TextChange } from "./text-change";

function applied(text: string, change: TextChange | null): string {
  return change ? text.slice(0, change.from) + change.insert + text.slice(change.to) : text;
}

test("the change between two texts makes one into the other, and is null for equal ones", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b") }),
      fc.string({ unit: fc.constantFrom("a", "b") }),
      (before, after) => {
        const change = changeBetween(before, after);
        expect(applied(before, change)).toBe(after);
        expect(change === null).toBe(before === after);
      },
    ),
  );
});

test("a change of someone else is moved behind an edit before it", () => {
  const mine = changeBetween("one two three", "ONE MORE two three");
  const theirs = changeBetween("one two three", "one two 3");
  const moved = theirs && mine && rebase(theirs, mine);
  expect(applied("ONE MORE two three", moved)).toBe("ONE MORE two 3");
});

test("changes of the same part cannot be joined", () => {
  expect(rebase({ from: 2, to: 5, insert: "x" }, { from: 4, to: 6, insert: "y" })).toBeNull();
});
