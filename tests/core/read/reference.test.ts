// The reference for authors of maps, in both languages: what every row of its tables says is what is read.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../../src/settings/settings";
import { describeReading } from "../describe";

interface Row {
  readonly heading: string;
  /** Lines of a map, one for each span of code. */
  readonly written: string;
  readonly read: string;
}

function codeSpans(cell: string): readonly string[] {
  return [...cell.matchAll(/(`+)(.+?)\1(?!`)/g)].map(([, fence = "", code = ""]) =>
    fence.length > 1 && /^ .*` $|^ `.* $/.test(code) ? code.slice(1, -1) : code,
  );
}

function rowsOf(section: string): readonly Row[] {
  const [heading = "", ...lines] = section.split("\n");
  return lines.flatMap((line) => {
    const [, written, read] = /^\| (.+?[^\\]) \| (.+) \|$/.exec(line) ?? [];
    if (written === undefined || read === undefined || !written.startsWith("`")) return [];
    return [
      { heading, written: codeSpans(written).join("\n").replaceAll("\\|", "|"), read: read.replaceAll("\\|", "|") },
    ];
  });
}

function reference(path: string): readonly Row[] {
  return readFileSync(path, "utf8").split("\n## ").slice(1).flatMap(rowsOf);
}

describe.each([
  ["docs/reading-maps.md", "en"],
  ["docs/reading-maps.zh-CN.md", "zh"],
] as const)("%s", (path, language) => {
  const rows = reference(path);

  it("has examples for every kind of annotation", () => {
    expect(rows.length).toBeGreaterThan(170);
    expect(new Set(rows.map(({ heading }) => heading)).size).toBe(11);
  });

  it.each(rows)("$heading: $written", ({ written, read }) => expect(describeReading(written, language)).toBe(read));

  it("names every name of a map that is one by itself or with enough links", () => {
    const text = readFileSync(path, "utf8");
    const names = [...DEFAULT_SETTINGS.names, ...DEFAULT_SETTINGS.weakNames];
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});
