// The word of task marks beside the journal.
import { describe, expect, it } from "vitest";
import { stateOfMark } from "../../src/core/base/state";
import { declaredSince } from "../../src/progress/declared";

describe("a task mark", () => {
  it.each<readonly [string, string, string | null, string]>([
    ["", "", null, "no task, no word"],
    ["", "x", "done", "a tick where nothing is journalled"],
    ["", " ", null, "an open box where nothing is journalled says nothing"],
    ["", " -/x", "done", "lines that disagree: done first"],
    ["", " -/", "doing", "then in progress"],
    ["", " -", "skipped", "then skipped"],
    [" ", " ", null, "the mark that the event found"],
    [" ", "x", "done", "ticked since"],
    ["x", " ", "todo", "unticked since"],
    ["x", "", null, "the line is gone"],
    ["x", " x", null, "another line, not ticked"],
    ["x", "xx", "done", "another line, ticked"],
    ["xx", " x", "todo", "one of two unticked"],
    ["x", "!", null, "a mark that means something else"],
  ])("%j then %j is %j: %s", (recorded, marks, state) => {
    expect(declaredSince(recorded, marks, (mark) => stateOfMark(mark))).toBe(state);
  });
});
