// The events that hold out of all events, as a merge of them from nothing says.
import type { JournalEvent } from "../../src/progress/event";
import { Merge } from "../../src/progress/merge";

export function headsOf(events: Iterable<JournalEvent>): Merge["heads"] {
  const merge = new Merge();
  merge.add(events);
  return merge.heads;
}
