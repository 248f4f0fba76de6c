// The places where notes belong: small maps with one kind of evidence each, and the demo vault with entries taken out.
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../default-rules";
import { corpusOf, placeMap, traitsOf } from "../../../src/core/upkeep/place-corpus";
import { questionOf, scoresOf } from "../../../src/core/upkeep/place-score";
import { linkpathsOf, noteFacts, ownFacts, type NoteFacts } from "../../../src/core/upkeep/note-facts";
import { places, type PlaceProposal } from "../../../src/core/upkeep/places";
import { wordsOf, wordsShown } from "../../../src/core/upkeep/title-words";
import { PlaceFinder } from "../../../src/index/place-finder";
import { RoadmapIndex } from "../../../src/index/roadmap-index";
import { LinkIndex } from "../../host/cache/link-index";
import { parseMetadata } from "../../host/metadata/parse";
import { fail } from "../../logs";
import { openVault } from "../../tools/disk-vault";
import { withoutEntries } from "../../tools/leave-one-out";
import { NO_HURRY } from "../../tools/no-hurry";
import { readMap } from "../read-map";

const MAP = `# Kitchen

## Grain

- [[Wheat]]
- [[Barley]]

## Tea

- [[Oolong]]
- [[Sencha]]

## Empty
`;

/** The places of `note` in a vault of notes with these texts, and maps: the one above, or others. */
function placesOf(
  note: string,
  notes: Readonly<Record<string, string>>,
  ...maps: readonly string[]
): readonly PlaceProposal[] {
  const texts = { "Wheat.md": "", "Barley.md": "", "Oolong.md": "", "Sencha.md": "", ...notes };
  const links = new LinkIndex();
  for (const path of Object.keys(texts)) links.add(path);
  const facts = new Map(
    Object.entries(texts).map(([path, text]) => {
      const cache = parseMetadata(text);
      const resolve = (linkpath: string, from: string): string | null => links.resolve(linkpath, from);
      return [path, noteFacts(path, ownFacts(cache), linkpathsOf(cache), resolve)];
    }),
  );
  const isMap = (path: string): boolean => path.endsWith(" MOC.md");
  const traits = (one: NoteFacts | undefined): ReturnType<typeof traitsOf> | null =>
    one ? traitsOf(one, isMap) : null;
  const read = (maps.length === 0 ? [MAP] : maps).map((map, at) =>
    placeMap(readMap(map, Object.keys(texts), `${at} MOC.md`)),
  );
  const corpus = corpusOf(read, (path) => traits(facts.get(path)), isMap);
  const own = facts.get(note);
  return own ? places(corpus, own) : [];
}

function firstOf(...args: Parameters<typeof placesOf>): readonly unknown[] {
  const [first] = placesOf(...args);
  return [first?.section.titles.join(" › "), first?.reasons];
}

describe("a note belongs", () => {
  it("where the other notes of its folder stand", () => {
    const map = MAP.replace("[[Wheat]]", "[[Grain/Spelt]]");
    const notes = { "Grain/Spelt.md": "", "Grain/Rye.md": "" };
    expect(firstOf("Grain/Rye.md", notes, map)).toEqual(["Grain", [{ kind: "folder", count: 1, of: 1 }]]);
  });

  it("where others have its rarest tags", () => {
    const notes = { "Sencha.md": "#green", "x/Matcha.md": "#green #drink", "Oolong.md": "" };
    expect(firstOf("x/Matcha.md", notes)).toEqual(["Tea", [{ kind: "tags", tags: ["green"] }]]);
  });

  it("where the notes stand that it links to, or that link to it", () => {
    expect(firstOf("x/Bread.md", { "x/Bread.md": "of [[Wheat]] and [[Barley]]" })).toEqual([
      "Grain",
      [{ kind: "links", count: 2, of: 2 }],
    ]);
    expect(firstOf("x/Pot.md", { "x/Pot.md": "", "Oolong.md": "in a [[x/Pot]]" })[0]).toBe("Tea");
  });

  it("where notes stand that link to what it links to", () => {
    const notes = { "x/Bread.md": "[[Oven]]", "Oven.md": "", "Wheat.md": "[[Oven]]" };
    expect(firstOf("x/Bread.md", notes)).toEqual(["Grain", [{ kind: "colinks", count: 1 }]]);
  });

  it("where words of its titles are: in other titles, or in the heading, in an empty section too", () => {
    expect(firstOf("x/Wheat flour.md", { "x/Wheat flour.md": "" })).toEqual([
      "Grain",
      [{ kind: "words", words: ["Wheat"] }],
    ]);
    expect(firstOf("x/A.md", { "x/A.md": "# About tea" })).toEqual(["Tea", [{ kind: "heading", words: ["tea"] }]]);
    expect(firstOf("x/Empty.md", { "x/Empty.md": "" })[0]).toBe("Empty");
  });

  it("rather to a map that lists what lies beside it than where a word fits", () => {
    const notes = { "Grain/Spelt.md": "", "Grain/Rye overview.md": "" };
    const [own, other] = ["## Cereals\n\n- [[Spelt]]\n- [[Wheat]]\n", "## Overview\n\n- [[Oolong]]\n"];
    const titles = placesOf("Grain/Rye overview.md", notes, own, other).map(({ section }) => section.titles[0]);
    expect(titles).toEqual(["Cereals", "Overview"]);
    const alone = placesOf("Grain/Rye overview.md", { "Grain/Rye overview.md": "" }, "## Cereals", other);
    expect(alone.map(({ section }) => section.titles[0])).toEqual(["Overview"]);
  });

  it("not by the number of a heading", () => {
    expect(placesOf("x/2 kettles.md", { "x/2 kettles.md": "" }, "## 2. Grain\n\n- [[Wheat]]\n")).toEqual([]);
  });

  it("nowhere, where nothing speaks for a section, and in no map that lists it", () => {
    expect(placesOf("x/Stone.md", { "x/Stone.md": "" })).toEqual([]);
    expect(placesOf("Wheat.md", { "Wheat.md": "[[Barley]]" })).toEqual([]);
  });

  it("surely, only where one section fits twice as well as any other", () => {
    const sure = placesOf("x/Bread.md", { "x/Bread.md": "[[Wheat]]" });
    expect(sure.map(({ isConfident }) => isConfident)).toEqual([true]);
    const torn = placesOf("x/Bread.md", { "x/Bread.md": "[[Wheat]] [[Oolong]]" });
    expect(torn.map(({ isConfident }) => isConfident)).toEqual([false, false]);
  });
});

describe("the words of titles", () => {
  it("are words where these are parted, and pairs of characters where they are not", () => {
    expect([...wordsOf("The KV Cache 推理优化 ＫＶ")]).toEqual(["kv", "cache", "推理", "理优", "优化"]);
    expect([...wordsOf("水", "Чай/чай", "2026年")]).toEqual(["水", "чай", "2026", "年"]);
    expect([...wordsOf("lc4-02-RoPE 3")]).toEqual(["lc4", "rope", "3"]);
  });

  it("are shown as they are written, those that stand together as one", () => {
    expect(wordsShown("KV Cache 推理优化", wordsOf("cache kv 优化"))).toEqual(["KV Cache", "优化"]);
    expect(wordsShown("推理优化", wordsOf("推理优化"))).toEqual(["推理优化"]);
  });
});

describe("an entry that is asked about as if it were not there", () => {
  it("leaves nothing behind: the scores are those of a map that never listed it", async () => {
    const vault = await openVault("tests/fixtures/vault");
    const index = new RoadmapIndex(vault, NO_HURRY, DEFAULT_RULES, fail);
    await index.build();
    const scores = (finder: PlaceFinder, note: string): readonly (readonly [string, number])[] => {
      const corpus = finder.corpus();
      const facts = finder.facts(note);
      if (!facts) throw new Error(`${note} is not there.`);
      return scoresOf(questionOf(corpus, traitsOf(facts, corpus.isMap))).map(({ section, score }) => {
        const at = corpus.sections[section];
        return [`${at?.map ?? ""}${at?.division?.id ?? ""}`, Math.round(score * 1e9)];
      });
    };
    const whole = new PlaceFinder(index, vault);
    const notes = [...whole.corpus().places.keys()].filter((note) => !index.isMap(note));
    expect(notes.length).toBeGreaterThan(20);
    for (const note of notes) {
      const { maps } = await withoutEntries(vault, index, index.maps(), [note]);
      const cut = new PlaceFinder(maps, vault);
      expect(cut.corpus().places.has(note), note).toBe(false);
      // A preface without other entries is no section any more.
      const now = new Map(scores(cut, note));
      for (const [section, score] of scores(whole, note))
        if (now.has(section)) expect(now.get(section), note).toBe(score);
    }
  });
});
