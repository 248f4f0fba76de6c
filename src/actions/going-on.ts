// Going on from a note: it is marked as done, and what comes next on its map is opened.
import type { Entry, Roadmap } from "../core/roadmap/model";
import type { Context } from "./context";
import type { Marking } from "./marking";
import { nextBehind } from "./ahead";

/** Opens what an entry of a map leads to. */
export function openEntry({ navigation }: Context, { kind, target, link }: Entry, map: string): void {
  if (kind === "web") navigation.openWeb(target);
  else navigation.openLink(link.link, map, false);
}

/**
 * Marks a target as done, and opens what comes next on the map, if anything is left. Unless its row is before the
 * reader (`isSeen`), it is said what was marked.
 */
export function doneAndNext(
  context: Context,
  marking: Marking,
  roadmap: Roadmap,
  target: string,
  isSeen = false,
): void {
  // Before it is marked, so that what is meant does not depend on how quickly that goes.
  const next = nextBehind(context, roadmap, target);
  if (isSeen) marking.one(target, "done");
  else marking.told(target, "done");
  if (next) openEntry(context, next, roadmap.path);
}
