// The part that keeps its order in a list that was put in another.
import { firstIndex } from "./range";

/** The places in a list of different numbers of as many as can be that increase from one to the next. */
export function increasingPlaces(numbers: readonly number[]): ReadonlySet<number> {
  /** By how many increase up to there, the place of the lowest that so many can end with. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, place) => {
    const at = firstIndex(ends.length, (index) => (numbers[ends[index] ?? 0] ?? 0) < number);
    previous.push(ends[at - 1]);
    ends[at] = place;
  });
  const places = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) places.add(place);
  return places;
}
