// Selecting rows one by one and by ranges.
import { describe, expect, it } from "vitest";
import { Selection } from "../../../src/ui/tree/selection";

const ALL = ["a", "b", "c", "d", "e"];
const selected = (selection: Selection): string => ALL.filter((id) => selection.has(id)).join("");

describe("a selection", () => {
  it("takes in a row and lets it go again", () => {
    const selection = new Selection();
    selection.flip("a");
    selection.flip("c");
    expect(selected(selection)).toBe("ac");
    selection.flip("a");
    expect([selected(selection), selection.size]).toEqual(["c", 1]);
  });

  it("replaces a range by the next one from the same row, and keeps what was selected before it", () => {
    const selection = new Selection();
    selection.flip("a");
    selection.flip("c");
    selection.extend(["c", "d", "e"]);
    expect(selected(selection)).toBe("acde");
    selection.extend(["b", "c"]);
    expect([selected(selection), selection.anchor]).toEqual(["abc", "c"]);
  });

  it("starts anew, with nothing selected", () => {
    const selection = new Selection();
    selection.extend(["a", "b"]);
    selection.startAt("d");
    expect([selected(selection), selection.anchor]).toEqual(["", "d"]);
    selection.extend(["d"]);
    expect(selected(selection)).toBe("d");
  });

  it("lets a range shrink", () => {
    const selection = new Selection();
    selection.startAt("a");
    selection.extend(["a", "b", "c"]);
    selection.extend(["a", "b"]);
    expect(selected(selection)).toBe("ab");
  });
});
