// Which word holds about something inside a note: its own, or a later one about the whole note.
import type { State } from "../core/base/state";

/** What is known of one target itself, whatever holds for the note around it. */
export interface Verdict {
  readonly state: State;
  /** Milliseconds since 1970; null where a task declares it. */
  readonly at: number | null;
}

/** Whether a mark on the whole note is the later word about something inside it. */
export function isOverruled(own: Verdict | null, whole: Verdict): boolean {
  if (own === null || whole.at === null) return own === null || own.at !== null;
  return own.at !== null && own.at < whole.at;
}
