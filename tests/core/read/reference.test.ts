// The README's reference for authors of maps ("What MOC Path reads"): what every row of its tables says is what is read.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
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

function reference(): readonly Row[] {
  const readme = readFileSync("README.md", "utf8");
  const part = readme.slice(readme.indexOf("## What MOC Path reads"), readme.indexOf("## Where your progress lives"));
  return part.split("\n### ").slice(1).flatMap(rowsOf);
}

describe("the README's reference", () => {
  it("has examples for every kind of annotation", () => {
    const rows = reference();
    expect(rows.length).toBeGreaterThan(120);
    expect(new Set(rows.map(({ heading }) => heading)).size).toBe(11);
  });

  it.each(reference())("$heading: $written", ({ written, read }) => expect(describeReading(written)).toBe(read));
});
