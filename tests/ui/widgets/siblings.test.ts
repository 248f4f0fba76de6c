import { expect, it } from "vitest";
import { Siblings } from "../../../src/ui/widgets/siblings";

const standings = (depths: readonly number[]): readonly string[] => {
  const siblings = new Siblings(depths.map((depth) => ({ depth })));
  return depths.map((_, index) => `${siblings.of(index).place}/${siblings.of(index).of}`);
};

it("rows are counted among those of the same parent", () => {
  expect(standings([0, 1, 1, 2, 1, 0, 1, 0])).toEqual(["1/3", "1/3", "2/3", "1/1", "3/3", "2/3", "1/1", "3/3"]);
});

it("levels may be left out", () => {
  expect(standings([0, 2, 2, 1, 2, 0])).toEqual(["1/2", "1/2", "2/2", "1/1", "1/1", "2/2"]);
  expect(standings([])).toEqual([]);
});
