// The words of undo and redo for what no row shows: findings that are ignored.
import { describe, expect, it } from "vitest";
import { Notifier } from "../../src/actions/notifier";
import { titleOf } from "../../src/actions/titles";
import { Undoing } from "../../src/actions/undoing";
import { wordsFor } from "../../src/i18n/language";
import { Ignoring, type IgnoreKey } from "../../src/progress/ignoring";
import { fail } from "../logs";
import { setUp, settle } from "../progress/fake-ports";

const LENGTH: IgnoreKey = { kind: "length", where: "Food/Bread & more MOC.md", target: "Food/100% rye & oats.md" };

/** Ignores something, undoes and redoes that: what is said, and the targets whose rows are shown. */
async function saidOf(key: IgnoreKey, language = "en"): Promise<{ said: string[]; shown: string[] }> {
  const { progress } = await setUp();
  const [said, shown]: [string[], string[]] = [[], []];
  const notices = {
    show: (message: string) => void said.push(message),
    offer: (message: string) => (said.push(message), () => undefined),
  };
  const maps = {
    mapsNaming: () => [],
    roadmap: () => null,
    titleOfMap: (path: string) => (path.endsWith("MOC.md") ? "Bread from scratch" : null),
  };
  const words = wordsFor(language);
  const title = (target: string): string => titleOf(target, maps, words);
  const undoing = new Undoing(progress, title, words, new Notifier(notices, fail), fail);
  undoing.onTurned((targets) => void shown.push(...targets));
  await new Ignoring(progress, () => []).ignore(key);
  undoing.undo();
  await settle();
  undoing.redo();
  await settle();
  return { said, shown };
}

describe("the undo of an ignored finding", () => {
  it("names it in words, with its kind and its map, and shows the row that it is about", async () => {
    expect(await saidOf(LENGTH)).toEqual({
      said: [
        "No longer ignored: 100% rye & oats · Length off · Bread from scratch",
        "Ignored from now on: 100% rye & oats · Length off · Bread from scratch",
      ],
      shown: [LENGTH.target, LENGTH.target],
    });
    expect((await saidOf(LENGTH, "zh")).said[0]).toBe("不再忽略：100% rye & oats · 行数不符 · Bread from scratch");
  });

  it("names all of a kind in a folder, and a link that leads nowhere", async () => {
    const ofFolder = await saidOf({ kind: "cut", where: "Food", target: null });
    expect(ofFolder).toEqual({
      said: ["No longer ignored: Link cut by a table · Food", "Ignored from now on: Link cut by a table · Food"],
      shown: [],
    });
    const ofLink = await saidOf({ kind: "broken", where: LENGTH.where, target: "Old/Rye" });
    expect(ofLink.said[0]).toBe("No longer ignored: Rye · Broken link · Bread from scratch");
  });
});
