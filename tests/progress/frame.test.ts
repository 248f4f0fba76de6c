// The frame of a journal as Obsidian sees it, whatever happened to it: where lines are added to a text, it is a journal
// of this device there, and none of the lines gives the note a link, a tag or an edge.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendLines, isSound, newJournal } from "../../src/progress/journal";
import { parseMetadata } from "../host/metadata/parse";

const DEVICE = "desk0000";
const LINE = { id: "desk0000.s.1", text: '{"v":1,"id":"desk0000.s.1","target":"[[A]] #tag","state":"done"}' };
const TEXT = newJournal(DEVICE, "2026-02", ['{"v":1,"id":"desk0000.s.0","target":"B.md"}'], "Desk");

/** Pieces that people, linters, merges and crashes leave in a text. */
const PIECES = [
  "```\n",
  "```jsonl\n",
  "~~~\n",
  "- ```\n",
  "  ```\n",
  "> ```\n",
  "````\n",
  "---\n",
  "\n",
  "A word.\n",
  "tags: [a\n",
  "moc-path-journal: other000\n",
  "key: value: more\n",
  "\tkey: 1\n",
  "- one\n",
  "key: 'open\n",
  "key: &a *b\n",
  "key: {a\n",
  "key: @a\n",
  "<<<<<<< HEAD\n",
  "=======\n",
  "? a\n",
  "key: |\n",
  "key: %a\n",
  "    code\n",
  "\uFEFF",
  "\r\n",
  "\0",
];

const damaged = fc
  .array(fc.tuple(fc.nat(TEXT.length), fc.constantFrom(...PIECES), fc.nat(3)), { minLength: 1, maxLength: 4 })
  .map((changes) =>
    changes.reduce((text, [at, piece, kind]) => {
      const from = kind === 3 ? text.length : text.lastIndexOf("\n", Math.min(at, text.length)) + 1;
      const to = kind === 1 ? text.indexOf("\n", from) + 1 || text.length : from;
      return text.slice(0, from) + piece + text.slice(to);
    }, TEXT),
  );

describe("a text to which lines are added", () => {
  it("is a journal of this device for Obsidian", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        if (isSound(text, DEVICE)) expect(parseMetadata(text).frontmatter?.["moc-path-journal"]).toBe(DEVICE);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 3000) },
    );
  });

  it("has them in a fence", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        if (!isSound(text, DEVICE)) return;
        const { links = [], tags = [] } = parseMetadata(appendLines(text, [LINE]));
        expect([links, tags]).toEqual([[], []]);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 3000) },
    );
  });
});
