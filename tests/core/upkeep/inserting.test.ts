// Inserting, by the examples of inserting.md: each a section as it is and as it is to be, with all around it kept.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { insertAt, insertFirst, openSection, type Insertion } from "../../../src/core/upkeep/insertion";
import { sectionsOf } from "../../../src/core/upkeep/map-sections";
import { LinkIndex } from "../../host/cache/link-index";
import { readMap } from "../read-map";

const VAULT = [
  ...["Wheat", "Barley", "Oats", "Water", "Rye", "Rye flour"].map((name) => `Bread/${name}.md`),
  "Old/Wheat.md",
  ...["KV Cache", "KV Cache 优化", "DMS KV Cache压缩", "Continuous Batching"].map((name) => `AI/LLM/${name}.md`),
  ...["vLLM", "TensorRT-LLM", "Ollama"].map((name) => `AI/LLM/${name}.md`),
  ...["Улун", "Сенча", "Пуэр"].map((name) => `Чай/${name}.md`),
];

interface Example {
  readonly name: string;
  readonly path: string;
  /** The entry that the new one comes behind; null where it is the first. */
  readonly behind: string | null;
  /** The heading of the empty section. */
  readonly within: string | null;
  readonly title: string | null;
  readonly brief: string | null;
  readonly at: string;
  readonly before: string;
  readonly after: string;
  readonly titles: ReadonlyMap<string, string>;
}

function fact(facts: readonly string[], name: string): string | null {
  return facts.find((one) => one.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
}

function textOf(diff: readonly string[], sign: string, end: string | null): string {
  const lines = diff.filter((line) => line.startsWith(" ") || line.startsWith(sign)).map((line) => line.slice(1));
  const eol = end === "crlf" ? "\r\n" : "\n";
  return ["# Map", "", ...lines].join(eol) + (end === "none" ? "" : eol);
}

function toExample(block: string): Example {
  const [name = ""] = block.split("\n");
  const [about = ""] = block.split("```");
  const known = [...about.matchAll(/^- (.*)$/gm)].map(([, one = ""]) => one);
  const diff = (/```diff\n([^]*?)\n```/.exec(block)?.[1] ?? "").split("\n");
  const end = fact(known, "end");
  return {
    name,
    path: /^`(.*)`$/.exec(known[0] ?? "")?.[1] ?? "",
    behind: fact(known, "behind"),
    within: fact(known, "in"),
    title: fact(known, "title"),
    brief: fact(known, "brief"),
    at: fact(known, "at") ?? "Bread MOC.md",
    before: textOf(diff, "-", end),
    after: textOf(diff, "+", end),
    titles: new Map(
      known.flatMap((one) =>
        [...one.matchAll(/^(.*) is titled: (.*)$/g)].map(([, path = "", title = ""]) => [path, title]),
      ),
    ),
  };
}

const examples = readFileSync("tests/core/upkeep/inserting.md", "utf8").split(/^## /m).slice(1).map(toExample);

function inserted({ path, behind, within, title, brief, at, before, titles }: Example): Insertion {
  const links = new LinkIndex();
  for (const one of [at, ...VAULT]) links.add(one);
  const roadmap = readMap(before, VAULT, at);
  const answers = {
    resolve: (linkpath: string, from: string) => links.resolve(linkpath, from),
    titleOf: (one: string) => titles.get(one) ?? null,
  };
  const note = { path, title, brief };
  const sections = sectionsOf(roadmap);
  const section =
    within === null
      ? sections.find(({ entries }) => behind === null || entries.some((entry) => entry.title === behind))
      : sections.find(({ division }) => division?.title === within);
  if (!section) throw new Error(`No section has "${behind ?? within ?? "an entry"}".`);
  const open = openSection({ roadmap, text: before }, section);
  if (within !== null) return insertFirst(open, note, answers);
  const slot = open.slots.find((one) => (one.behind?.title ?? null) === behind);
  if (!slot) throw new Error(`There is no place behind "${behind ?? ""}".`);
  return insertAt(open, slot, note, answers);
}

describe("a new entry is written as a careful author would write it", () => {
  it("has sixty examples and more", () => expect(examples.length).toBeGreaterThanOrEqual(60));

  it.each(examples.map((example) => [example.name, example] as const))("%s", (_, example) => {
    const { edit } = inserted(example);
    const { before, after } = example;
    expect(before.slice(edit.from, edit.to)).toBe(edit.expected);
    expect(before.slice(0, edit.from) + edit.insert + before.slice(edit.to)).toBe(after);
    // As every edit of a note: whole lines.
    expect([before.charAt(edit.from - 1), before.slice(edit.to)]).toEqual([
      "\n",
      expect.stringMatching(/^(?:\r?\n|$)/),
    ]);
  });
});
