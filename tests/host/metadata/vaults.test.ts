// The indexer on real notes, and on notes far larger than people write: nothing lost. What is
// worse than linear would take minutes for them, more than any test is given.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseMetadata } from "./parse";

const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const first = join(shared, "vaults", "morpheus-2026-02-22");

function readNotes(folder: string): readonly (readonly [string, string])[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  return names.map((name) => [name, readFileSync(join(folder, name), "utf8")]);
}

describe.skipIf(!existsSync(first))("the real vault (skipped where ../shared is absent)", () => {
  it("is parsed note by note, and every link and tag stands where it is said to", () => {
    for (const [name, text] of readNotes(first)) {
      const { links = [], embeds = [], tags = [] } = parseMetadata(text);
      const named = [...links, ...embeds].map(({ original, position }) => [name, original, position] as const);
      for (const [, written, { start, end }] of [
        ...named,
        ...tags.map(({ tag, position }) => [name, tag, position] as const),
      ]) {
        expect([name, text.slice(start.offset, end.offset)]).toEqual([name, written]);
      }
    }
  });

  it("has 158 links in its seed map, 10 of them in tables", () => {
    const { links = [] } = parseMetadata(readFileSync(join(shared, "seed", "LLM_MOC.md"), "utf8"));
    expect(links).toHaveLength(158);
    expect(links.filter(({ original }) => original.includes("\\|"))).toHaveLength(10);
  });
});

describe("a large note", () => {
  const repeat = (count: number, line: (index: number) => string, between = "\n"): string =>
    Array.from({ length: count }, (_, index) => line(index)).join(between);

  it.each([
    [
      "chapters of lists",
      repeat(
        110,
        (chapter) => `## ${chapter}\n\n${repeat(100, (index) => `- [[n${chapter}-${index}|x]] ★★★ - remark`)}\n`,
      ),
    ],
    ["one list", repeat(11_000, (index) => `- [[n${index}]] **x**`)],
    ["one paragraph", repeat(11_000, (index) => `[[n${index}]] **x** \`y\``)],
  ])("of 11,000 links in %s keeps them all and takes seconds, not minutes", (_, text) => {
    expect(parseMetadata(text).links).toHaveLength(11_000);
  });

  it("of unbalanced marks is read to its end", () => {
    const text = repeat(5_000, () => "*a **b _c [d $e <f", " ");
    expect(parseMetadata(`${text}\n\n[[end]]`).links).toHaveLength(1);
  });

  it("nested deeper than the parser bears still has its links", () => {
    expect(parseMetadata(`${"- ".repeat(3_000)}a [[x]]\n\n[[y]]\n`).links?.map(({ link }) => link)).toEqual(["x", "y"]);
  });
});
