// Setting the marks of tasks in a map's text: only the boxes that stand for one entry, and nothing but the boxes.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../src/core/edit/apply-edits";
import { linesIn, linesOf } from "../../../src/core/edit/lines";
import type { TextEdit } from "../../../src/core/edit/text-edit";
import { entriesOfRoadmap } from "../../../src/core/roadmap/model";
import { STATES, stateOfMark, type State } from "../../../src/core/base/state";
import { taskEdits, type TaskEdit, type Wanted } from "../../../src/core/edit/task-edits";
import { readMap } from "../read-map";

const NOTES = ["A.md", "B.md", "C.md"];
const SEED = "../shared/seed/LLM_MOC.md";

function wanted(states: Readonly<Record<string, State>>): ReadonlyMap<string, Wanted> {
  return new Map(Object.entries(states).map(([target, state]) => [target, { state, marks: "" }]));
}

function textEdits(tasks: readonly TaskEdit[]): readonly TextEdit[] {
  return tasks.map(({ edit }) => edit);
}

/** The text after the states of some targets have been written. */
function written(text: string, states: Readonly<Record<string, State>>, notes = NOTES): string {
  return applyEdits(text, textEdits(taskEdits(readMap(text, notes), text, wanted(states)))).text;
}

describe("writing the states of tasks", () => {
  it("changes the character in the box", () => {
    expect(
      written("- [ ] [[A]] — first ★★★\n1. [x] **[[B]]**\n\n> - [/] [[C]]", {
        "A.md": "done",
        "B.md": "skipped",
        "C.md": "todo",
      }),
    ).toBe("- [x] [[A]] — first ★★★\n1. [-] **[[B]]**\n\n> - [ ] [[C]]");
  });

  it("finds the box of an item whose link stands on a later line of it", () => {
    expect(written("- [ ] first read\n  [[A]]\n- [ ] [[B]]", { "A.md": "done" })).toBe(
      "- [x] first read\n  [[A]]\n- [ ] [[B]]",
    );
  });

  it("leaves items with several entries alone, on one line or on several", () => {
    for (const text of ["- [ ] [[A]] / [[B]]", "- [ ] [[A]]\n  and [[B]]"])
      expect(written(text, { "A.md": "done" })).toBe(text);
    expect(written("- [ ] [[A]], see [[B]]", { "A.md": "done" })).toBe("- [x] [[A]], see [[B]]");
    expect(written("- [ ] [[A]]\n  - [ ] [[B]]", { "A.md": "done" })).toBe("- [x] [[A]]\n  - [ ] [[B]]");
  });

  it("leaves marks alone that mean something else, and those that say the same already", () => {
    for (const text of ["- [>] [[A]]", "- [X] [[A]]", "- [[A]]", "- [x](A.md)"])
      expect(written(text, { "A.md": "done" })).toBe(text);
  });

  it("leaves a text alone that the map was not read from", () => {
    const roadmap = readMap("- [ ] [[A]]", NOTES);
    expect(taskEdits(roadmap, "- [ ] [[B]]", wanted({ "A.md": "done" }))).toEqual([]);
  });

  it("says afterwards what was asked, and changes nothing but boxes, in any map", () => {
    const line = fc.constantFrom(
      "- [ ] [[A]]",
      "- [x] [[B|words]] ★★★",
      "  - [/] [[C]] （9 lines）",
      "> - [-] [[A]]",
      "- [ ] [[A]] / [[B]]",
      "| [ ] | [[C]] |",
      "## Part",
      "",
      "text [ ] [[B]]",
      "\t1) [X] [[C]]",
      "- [ ]",
      "- [?] [[B]]",
    );
    const states = fc.record({
      "A.md": fc.constantFrom(...STATES),
      "B.md": fc.constantFrom(...STATES),
      "C.md": fc.constantFrom(...STATES),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), states, (lines, end, asked) => {
        const text = lines.join(end);
        const after = written(text, asked);
        const boxless = (one: string): string => one.replace(/\[[ x/\-X]\]/gu, "[]");
        expect(boxless(after)).toBe(boxless(text));
        const [roadmap, edits] = [readMap(text, NOTES), taskEdits(readMap(text, NOTES), text, wanted(asked))];
        const starts = linesIn(text).map(({ from }) => from);
        const changed = new Set(edits.map(({ edit }) => starts.indexOf(edit.from)));
        const [before, now] = [[...entriesOfRoadmap(roadmap)], [...entriesOfRoadmap(readMap(after, NOTES))]];
        expect(now.map(({ target }) => target)).toEqual(before.map(({ target }) => target));
        linesOf(after).forEach((one, index) => expect(one !== linesOf(text)[index]).toBe(changed.has(index)));
        for (const { target, edit } of edits)
          expect(
            now
              .filter(({ link }) => link.line === starts.indexOf(edit.from))
              .map(({ task }) => stateOfMark(task ?? "")),
          ).toEqual([asked[target as keyof typeof asked]]);
      }),
    );
  });

  it.skipIf(!existsSync(SEED))(
    "changes one character for each entry of the seed map once its lists are tasks (skipped where it is absent)",
    () => {
      const text = readFileSync(SEED, "utf8").replace(/^(\s*- )(?=\[\[)/gmu, "$1[ ] ");
      const roadmap = readMap(text, NOTES);
      const edits = taskEdits(
        roadmap,
        text,
        wanted(Object.fromEntries([...entriesOfRoadmap(roadmap)].map(({ target }) => [target, "done"]))),
      );
      const { text: after, results } = applyEdits(text, textEdits(edits));
      expect(edits.length).toBeGreaterThan(50);
      expect(results.every((result) => result === "written")).toBe(true);
      expect([...after].filter((character, index) => character !== [...text][index]).length).toBe(edits.length);
    },
  );
});
