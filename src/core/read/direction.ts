// The way that the words of a link name, by itself or between its neighbours.
import type { RelationKind } from "../notation/relation-words";
import { directionOfWords, isBackward, isForward } from "../notation/words";
import type { WrittenLink } from "./written";

/** The link so many places behind another, or before it. */
type Neighbour = (steps: number) => WrittenLink | undefined;

/** A bar of neighbours has no more links than these on either side of one. */
const REACH = [1, 2, 3];

/** True if the words of a link on the same line pass a test, so many steps to one side. */
function isBeside(line: number, neighbour: Neighbour, side: 1 | -1, test: (words: string) => boolean): boolean {
  return REACH.some((steps) => {
    const other = neighbour(side * steps);
    return other?.line === line && other.alias !== null && test(other.alias);
  });
}

/** True if a link stands on a line where some link leads back and another leads on, wherever they lead. */
export function isInBar(link: WrittenLink, neighbour: Neighbour): boolean {
  const words = [-3, -2, -1, 0, 1, 2, 3].flatMap((steps) => {
    const one = steps === 0 ? link : neighbour(steps);
    return one?.line === link.line && one.alias !== null ? [one.alias] : [];
  });
  return words.some(isForward) && words.some(isBackward);
}

/**
 * The way a link leads by its own words, or as one of a bar of neighbours, of which none is above but that between them
 * (`[[A|← One]] | [[Book]] | [[B|Three →]]`); null where neither says.
 */
export function directionOf({ alias, line }: WrittenLink, neighbour: Neighbour): RelationKind | null {
  const direction = alias === null ? null : directionOfWords(alias);
  const leadsOn = (): boolean => isBeside(line, neighbour, 1, isForward);
  if (direction === "back") return leadsOn() ? "prerequisite" : "up";
  if (direction !== null || !isBeside(line, neighbour, -1, (words) => directionOfWords(words) !== null))
    return direction;
  return alias !== null && isForward(alias) ? "next" : leadsOn() ? "up" : null;
}
