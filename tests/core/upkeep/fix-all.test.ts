// All certain findings of the real vault mended at once, on copies in memory, checked again, and taken back.
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../src/core/edit/apply-edits";
import type { TextEdit } from "../../../src/core/edit/text-edit";
import type { Finding } from "../../../src/core/upkeep/finding";
import { editsOfFix } from "../../../src/index/ready-fixes";
import { openVault } from "../../tools/disk-vault";
import { findingsIn } from "../../tools/vault-findings";

const FOLDER = "../shared/vaults";

async function certainIn(vault: string): Promise<readonly Finding[]> {
  const { findings } = await findingsIn(await openVault(vault));
  return findings.all().filter((one) => one.class === "certain");
}

/** The edits of the only fix of each finding, by the note they are of. */
async function editsOf(vault: string, found: readonly Finding[]): Promise<ReadonlyMap<string, readonly TextEdit[]>> {
  const edits = new Map<string, TextEdit[]>();
  for (const { fixes } of found) {
    expect(fixes).toHaveLength(1);
    for (const fix of fixes)
      for (const edit of (await editsOfFix(fix, (path) => readFile(join(vault, path), "utf8"))) ?? [])
        edits.set(edit.path, [...(edits.get(edit.path) ?? []), edit]);
  }
  return edits;
}

describe.skipIf(!existsSync(FOLDER))("fixing all that is certain (skipped where ../shared is absent)", () => {
  it.each(["morpheus-2026-02-22", "morpheus-2026-02-26"])(
    "leaves none of it in %s, changes nothing but its lines, and is taken back to the byte",
    async (name) => {
      const vault = await mkdtemp(join(tmpdir(), "moc-path-fix-all-"));
      try {
        await cp(join(FOLDER, name), vault, { recursive: true });
        const found = await certainIn(vault);
        expect(found.length).toBeGreaterThan(10);
        for (const [path, edits] of await editsOf(vault, found)) {
          const before = await readFile(join(vault, path), "utf8");
          const { text, results, inverse } = applyEdits(before, edits);
          expect(results).toEqual(edits.map(() => "written"));
          const changed = new Set(edits.flatMap(({ from, to }) => linesIn(before, from, to)));
          const [was, is] = [before.split("\n"), text.split("\n")];
          expect(is).toHaveLength(was.length);
          expect(is.flatMap((line, at) => (line === was[at] || changed.has(at) ? [] : [at]))).toEqual([]);
          expect(applyEdits(text, inverse).text).toBe(before);
          await writeFile(join(vault, path), text);
        }
        expect(await certainIn(vault)).toEqual([]);
      } finally {
        await rm(vault, { recursive: true, force: true });
      }
    },
    240_000,
  );
});

/** The numbers of the lines that a range touches, counted from 0. */
function linesIn(text: string, from: number, to: number): readonly number[] {
  const first = text.slice(0, from).split("\n").length - 1;
  return text
    .slice(from, to)
    .split("\n")
    .map((_, at) => first + at);
}
