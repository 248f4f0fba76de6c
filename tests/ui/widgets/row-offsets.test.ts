// The places where rows of several heights begin, and the row at an offset.
import { describe, expect, it } from "vitest";
import { RowOffsets } from "../../../src/ui/widgets/row-offsets";

describe("rows of several heights", () => {
  const offsets = new RowOffsets([32, 26, 44, 26]);

  it("begin where the one above ends", () => {
    expect([0, 1, 2, 3, 4, 9].map((index) => offsets.top(index))).toEqual([0, 32, 58, 102, 128, 128]);
    expect(offsets.total).toBe(128);
  });

  it.each([
    [-5, 0],
    [0, 0],
    [31.9, 0],
    [32, 1],
    [58, 2],
    [101, 2],
    [102, 3],
    [5000, 3],
  ])("at %d is row %d", (offset, row) => {
    expect(offsets.at(offset)).toBe(row);
  });

  it("are at every offset those that a walk over them finds", () => {
    const heights = Array.from(
      { length: 200 },
      (_, index) => 26 + (index % 7 === 0 ? 6 : 0) + (index % 3 === 0 ? 18 : 0),
    );
    const many = new RowOffsets(heights);
    for (let offset = 0; offset < many.total; offset += 11) {
      const walked = heights.findIndex((height, index) => offset < many.top(index) + height);
      expect(many.at(offset)).toBe(walked);
    }
  });

  it("may be none", () => {
    const none = new RowOffsets([]);
    expect([none.total, none.at(10), none.top(3)]).toEqual([0, 0, 0]);
  });
});
