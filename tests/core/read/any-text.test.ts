// Laws that hold for any text at all: nothing throws, every link has exactly one place,
// and what changes no meaning changes no tree.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NoteCache } from "../../../src/core/base/cache";
import { parseMap } from "../../../src/core/read/parse";
import type {
  WrittenContent,
  WrittenDivision,
  WrittenEntry,
  WrittenLink,
  WrittenMap,
} from "../../../src/core/read/written";
import { parseMetadata } from "../../host/metadata/parse";
import { allOf, readMap, sketch } from "../read-map";

const PIECES = [
  ..."# |## |### |- |  - |    - |1. |* |> |> - | > |- [ ] |- [x] || | \\| |\n|\n\n|\r\n|---\n|===\n|```\n|~~~\n|$$\n|%%|<!-- | -->|<b>|</b>|`|**|==|_|x| y |。|，|；|·| / | — |：|: ".split(
    "|",
  ),
  ..."[[A]]|[[B\\|b]]|[[A|a ⭐]]|[[A#x]]|[[#x]]|![[A]]|![[p.png]]|[w](A.md)|[w](<A b.md>)|[](A.md)|[[|]]|[[|[[w]](https://a.b)|https://a.b/c|<https://a.b>|[w](https://a.b)|[w][r]|[r]: https://a.b\n|![](https://a.b/p.png)".split(
    "|",
  ),
  ..."★★★|★☆|⭐|:star::star:|🔥|✅|✅ 2026-01-01|12行|1,234 lines|3.2万字|（|）|(|)|[OK]|→ |↑ |上级：|see |参见|rating: 4|[!note]|😀|\u0000|\uFEFF|\uE000|\uD83C|\u00A0".split(
    "|",
  ),
  "| a | b |\n|---|---|\n",
  '---\nup: "[[A]]"\n---\n',
];
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(""));

function* linksOfEntries(entries: readonly WrittenEntry[]): Generator<WrittenLink> {
  for (const { link, mentions, children } of entries) {
    yield link;
    yield* mentions;
    yield* linksOfEntries(children);
  }
}

function* linksOfContent({ entries, relations }: WrittenContent): Generator<WrittenLink> {
  yield* linksOfEntries(entries);
  for (const { link } of relations) yield link;
}

function* linksOfDivisions(divisions: readonly WrittenDivision[]): Generator<WrittenLink> {
  for (const division of divisions) {
    // A reference or a second link in a heading is a relation; the first one is the division's own.
    if (division.heading.link) yield division.heading.link;
    yield* linksOfContent(division.content);
    yield* linksOfDivisions(division.sections);
  }
}

/** True if a link as written is a web address, which no cache reports. */
function isWeb(text: string): boolean {
  return !/^!?\[\[/.test(text) && /https?:|\]\[r\]/.test(text);
}

/** The place of every link of the cache, and the text of each that has none. */
function placesIn(written: WrittenMap, cache: NoteCache): readonly string[] {
  const reported = reportedBy(cache);
  // `[[w]](https://a.b)` is a web link, whose cache tells of `[[w]]` at the same place.
  const placed = [...linksOfContent(written.preface), ...linksOfDivisions(written.chapters)].filter(
    ({ web, from }) => !web || reported.has(`${from}`),
  );
  return [
    ...placed.map(({ from }) => `@${from}`),
    ...written.unused
      .filter(({ why, text }) => why !== "pipe" && !isWeb(text))
      .map(({ line, text }) => `${line} ${text.replace(/^(\[\[[^\]]*\]\])\(https?:[^)]*\)$/, "$1")}`),
  ];
}

/** All that the cache reports, in the words of `placesIn`. */
function reportedBy(cache: NoteCache): ReadonlyMap<string, string> {
  const all = [...(cache.links ?? []), ...(cache.embeds ?? [])];
  return new Map(
    all.map(({ original, position }) => [
      `${position.start.offset}`,
      `@${position.start.offset}\n${position.start.line} ${original}`,
    ]),
  );
}

describe("any text", () => {
  it("is read without an error, and each link of its cache has exactly one place", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cache = parseMetadata(text);
        const written = parseMap(text, cache);
        expect(allOf(written)).toContain("chapters");
        const places = [...placesIn(written, cache)];
        for (const names of reportedBy(cache).values()) {
          const at = places.findIndex((place) => names.split("\n").includes(place));
          expect(at, names).toBeGreaterThanOrEqual(0);
          places.splice(at, 1);
        }
        // A link that is listed as unused does not tell if its cache knew it.
        expect(places.filter((place) => !place.endsWith(" [[w]]"))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it("is read without an error from a cache of another text", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        expect(allOf(parseMap(text, parseMetadata(other)))).toContain("chapters");
      }),
      { numRuns: 500 },
    );
  });

  it("keeps its tree where its cache lists things in another order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cache = parseMetadata(text);
        const { sections, headings, listItems } = cache;
        const reversed = {
          ...cache,
          sections: sections?.toReversed(),
          headings: headings?.toReversed(),
          listItems: listItems?.toReversed(),
        };
        expect(allOf(parseMap(text, reversed as NoteCache))).toBe(allOf(parseMap(text, cache)));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps its tree with other line ends", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const unix = text.replaceAll("\r\n", "\n");
        expect(sketch(readMap(unix.replaceAll("\n", "\r\n"), ["A.md"]))).toBe(sketch(readMap(unix, ["A.md"])));
      }),
      { numRuns: 500 },
    );
  });
});

const title = fc.constantFrom(
  "- [[A]]",
  "- [[B|b]] ★★★ — words",
  "- **Lab**：[[A]] / [[B]]",
  "- a topic",
  "- [x] [[A]]（12行）",
);
const list = fc.array(fc.tuple(title, fc.nat(2)), { minLength: 1, maxLength: 12 });

/** A list in which each item is at most one level deeper than the one above it. */
function toList(
  items: readonly (readonly [string, number])[],
  indent: string,
  marker: (index: number) => string,
): string {
  let depth = -1;
  return items
    .map(([item, deeper], index) => {
      depth = Math.min(depth + 1, deeper);
      return `${indent.repeat(depth)}${marker(index)}${item.slice(1)}`;
    })
    .join("\n");
}

describe("a list", () => {
  it("is the same tree whatever its indent", () => {
    fc.assert(
      fc.property(list, (items) => {
        const [spaces, tabs] = ["  ", "\t"].map((indent) =>
          sketch(
            readMap(
              toList(items, indent, () => "-"),
              ["A.md"],
            ),
          ),
        );
        expect(tabs).toBe(spaces);
      }),
    );
  });

  it("is the same tree whatever its numbers", () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 99 }), (items, first) => {
        const flat = items.map(([item]) => [item, 0] as const);
        const [ones, rising] = [() => `${first}.`, (index: number) => `${first + index}.`].map((marker) =>
          sketch(readMap(toList(flat, "", marker), ["A.md"])),
        );
        expect(rising).toBe(ones);
      }),
    );
  });
});

describe("an offset", () => {
  it("is never believed if its text does not bear it out", () => {
    const text = "## One\n\n- [[A]]\n";
    const written = parseMap(`!${text}`, parseMetadata(text));
    expect(written.unused).toEqual([
      { line: 0, text: "One", why: "stale" },
      { line: 2, text: "[[A]]", why: "stale" },
    ]);
  });
});
