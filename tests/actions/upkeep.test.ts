// The answers to a reader who deals with findings: what is said, and if it can be undone.
import { describe, expect, it } from "vitest";
import { EditActions } from "../../src/actions/edit-actions";
import { Notifier } from "../../src/actions/notifier";
import { Undoing } from "../../src/actions/undoing";
import { Upkeep } from "../../src/actions/upkeep";
import type { Finding, Fix } from "../../src/core/upkeep/finding";
import { en } from "../../src/i18n/en";
import type { Findings } from "../../src/index/findings";
import { Ignoring } from "../../src/progress/ignoring";
import { fail } from "../logs";
import { setUp } from "../progress/fake-ports";

const NOT_ASKED = null as never;
const MAP = "Bread MOC.md";
const NAME = "Rye";
const FIX: Fix = {
  title: "5",
  edits: [],
  property: { path: "Grain/Rye.md", name: "rating", before: "4", after: "5" },
};
const RYE: Finding = {
  ...{ kind: "broken", class: "choose", map: MAP, line: 0, text: "[[Rye]]", target: NAME, isInConflict: false },
  ...{ reason: { code: "toWrite", count: 1 }, fixes: [FIX] },
};

/** Upkeep in a vault of these notes, and what is said: a message that offers Undo ends with "(Undo)". */
async function upkeepIn(notes: Readonly<Record<string, string>>): Promise<{ upkeep: Upkeep; said: string[] }> {
  const { progress } = await setUp();
  const said: string[] = [];
  const notices = {
    show: (message: string) => void said.push(message),
    offer: (message: string) => (said.push(`${message} (Undo)`), () => undefined),
  };
  const notifier = new Notifier(notices, fail);
  const undoing = new Undoing(progress, (target) => target, en, notifier, fail);
  const edit = (): never => {
    throw new Error("Nothing is to be written.");
  };
  const upkeep = new Upkeep({
    ...{ notifier, undoing, words: en, readNote: (path) => Promise.resolve(notes[path] ?? null) },
    ...{ ignoring: new Ignoring(progress, () => []), index: NOT_ASKED, settings: NOT_ASKED, mending: NOT_ASKED },
    findings: { whenSettled: () => Promise.resolve() } as Findings,
    edits: new EditActions({ edit }, progress, undoing, en, notifier, () => 0),
  });
  await progress.mark(["Wheat.md"], "done");
  return { upkeep, said };
}

describe("a finding that is ignored, or no longer", () => {
  it("can be undone where that changed something, and only then", async () => {
    const { upkeep, said } = await upkeepIn({});
    await upkeep.ignore(RYE, NAME);
    await upkeep.ignore(RYE, NAME);
    await upkeep.unignore(RYE, NAME);
    await upkeep.unignore(RYE, NAME);
    expect(said).toEqual([
      ...["Ignored from now on: Rye (Undo)", "Ignored from now on: Rye"],
      ...["No longer ignored: Rye (Undo)", "No longer ignored: Rye"],
    ]);
  });
});

describe("a fix that changes a property", () => {
  it.each([["---\nrating: 3\n---\n"], [undefined]])(
    "names the note if it says something else by now: %j",
    async (text) => {
      const { upkeep, said } = await upkeepIn(text === undefined ? {} : { "Grain/Rye.md": text });
      await upkeep.fix(RYE, FIX, NAME);
      expect(said).toEqual(["Left alone where something else is written now: Rye"]);
    },
  );
});
