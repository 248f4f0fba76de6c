// Short notes in a folder that was renamed: what others of the folder say of them, and what that must not outweigh.
// Notes of one template: what they all say tells none of them.
import { describe, expect, it } from "vitest";
import { findMoved } from "../../src/progress/finder";
import type { Fingerprint } from "../../src/progress/fingerprint";
import type { Seen } from "../../src/progress/resemblance";

const basenameOf = (path: string): string => path.replace(/^.*\//, "").replace(/\.md$/, "");

const noteAt = (path: string, note: Partial<Fingerprint> = {}): Seen => ({
  path,
  note: { basename: basenameOf(path), title: null, ids: {}, headings: [], lines: 2, ...note },
});

/** A note that anything could tell from all others. */
const telling = (path: string): Seen => {
  const headings = Array.from({ length: 8 }, (_, at) => `${basenameOf(path)}, part ${at}`);
  return noteAt(path, { title: headings[0] ?? null, headings, lines: 90 });
};

/** Other notes of the vault, half of them as short as those that are sought. */
const OTHERS = Array.from({ length: 60 }, (_, at) => [
  telling(`Other/Subject ${at}.md`),
  noteAt(`Other/${at}/README.md`, { headings: ["Use"] }),
]).flat();

/**
 * Where a short note is found for certain, when its folder has another name and so many others went along; null if
 * nowhere.
 */
async function found(
  count: number,
  short: Seen,
  fresh: readonly Seen[],
  vanished: readonly Seen[] = [],
): Promise<string | null> {
  const others = Array.from({ length: count }, (_, at) => `Topic ${at}.md`);
  const { certain } = await findMoved(
    [...others.map((name) => telling(`Old/${name}`)), short, ...vanished],
    [...others.map((name) => telling(`New/${name}`)), ...fresh],
    OTHERS,
    () => Promise.resolve(),
  );
  expect(certain.filter(({ from }) => from !== short.path)).toHaveLength(count);
  return certain.find(({ from }) => from === short.path)?.to ?? null;
}

describe("a short note", () => {
  const SHORT = noteAt("Old/README.md", { headings: ["Use"] });

  it("is where three others of its folder went, not where two did", async () => {
    const now = noteAt("New/README.md", { headings: ["Use"] });
    expect([await found(2, SHORT, [now]), await found(3, SHORT, [now])]).toEqual([null, "New/README.md"]);
  });

  it("is not what is there with other contents or another id", async () => {
    const other = noteAt("New/README.md", { headings: ["Terms"] });
    expect(await found(5, SHORT, [other])).toBeNull();
    const [one, two] = ["1", "2"].map((uid) => ({ headings: ["Use"], ids: { uid } }));
    expect(await found(5, noteAt("Old/README.md", one), [noteAt("New/README.md", two)])).toBeNull();
  });

  it("is not what is there if a note elsewhere is more like it, or another that vanished more like that", async () => {
    const headings = ["Use", "How to knead", "How to rest"];
    const [plain, rich] = [noteAt("New/README.md", { headings: ["Use"] }), noteAt("New/README.md", { headings })];
    const richBefore = noteAt("Old/README.md", { headings });
    expect([await found(5, richBefore, [plain]), await found(5, SHORT, [rich])]).toEqual([plain.path, rich.path]);
    const elsewhere = noteAt("Elsewhere/README.md", { headings });
    expect(await found(5, richBefore, [plain, elsewhere])).not.toBe(plain.path);
    expect(await found(5, SHORT, [rich], [noteAt("Before/README.md", { headings: headings.slice(1) })])).toBeNull();
  });
});

describe("a note of which but the name is left", () => {
  const [before, now] = [{ headings: ["Terms"], lines: 9 }, { lines: 40 }];

  it("is where its folder went if no other has its name", async () => {
    expect(await found(5, noteAt("Old/Terms.md", before), [noteAt("New/Terms.md", now)])).toBe("New/Terms.md");
  });

  it("is not if others have it, or had it: one of those may have gone there, too", async () => {
    expect(await found(5, noteAt("Old/README.md", before), [noteAt("New/README.md", now)])).toBeNull();
    const merged = noteAt("Merged/Terms.md", { headings: ["Terms"], lines: 30 });
    expect(await found(5, noteAt("Old/Terms.md", before), [noteAt("New/Terms.md", now)], [merged])).toBeNull();
  });
});

describe("notes that nothing but name and length tell", () => {
  const lengths = [31, 17, 44, 23];
  const moved = async (count: number, lines = 2): Promise<readonly string[]> => {
    const notes = lengths.slice(0, count).map((length, at) => [`Term ${at}.md`, { lines: length }] as const);
    const { certain, doubtful } = await findMoved(
      [...notes.map(([name, note]) => noteAt(`Old/${name}`, note)), noteAt("Old/Edited.md", { lines: 9 })],
      [...notes.map(([name, note]) => noteAt(`New/${name}`, note)), noteAt("New/Edited.md", { lines })],
      OTHERS,
      () => Promise.resolve(),
    );
    expect(new Set([...certain, ...doubtful].map(({ from }) => from)).size).toBe(count + 1);
    return certain.map(({ to }) => to);
  };

  it("are found where three went the same way unchanged, and others with them; two are offered", async () => {
    expect(await moved(2)).toEqual([]);
    expect(await moved(3)).toEqual(["New/Term 0.md", "New/Term 1.md", "New/Term 2.md", "New/Edited.md"]);
  });

  it("do not speak for their folder where another note has their name", async () => {
    const notes = lengths.map((lines, at) => [`Term ${at}.md`, { lines }] as const);
    const { certain } = await findMoved(
      notes.map(([name, note]) => noteAt(`Old/${name}`, note)),
      notes.map(([name, note]) => noteAt(`New/${name}`, note)),
      [...OTHERS, ...notes.map(([name, note]) => noteAt(`Copy/${name}`, note))],
      () => Promise.resolve(),
    );
    expect(certain).toEqual([]);
  });
});

describe("a note written anew from the template of a deleted one, under its name", () => {
  const TEMPLATE = ["Summary", "Key points", "Questions", "Links"];
  const ofTemplate = (path: string, title: string, lines: number): Seen =>
    noteAt(path, { title, headings: [title, ...TEMPLATE], lines });

  it.each([5, 20, 66, 200])("is not taken for it where %d others are of that template", async (siblings) => {
    const others = Array.from({ length: 700 }, (_, at) =>
      at < siblings
        ? ofTemplate(`Other/Sibling ${at}.md`, `Sibling ${at}`, 30 + (at % 40))
        : noteAt(`Other/Subject ${at}.md`, { headings: [`Subject ${at}`], lines: 1 + (at % 50) }),
    );
    const before = ofTemplate("Old/Plan.md", "Plan", 27);
    const search = async (now: Seen): Promise<readonly (readonly string[])[]> => {
      const { certain, doubtful } = await findMoved([before], [now], others, () => Promise.resolve());
      return [certain.map(({ to }) => to), doubtful.map(({ to }) => to)];
    };
    expect(await search(ofTemplate("New/Plan.md", "Another plan", 13))).toEqual([[], ["New/Plan.md"]]);
    expect(await search(ofTemplate("New/Plan.md", "Plan", 27))).toEqual([["New/Plan.md"], []]);
  });
});
