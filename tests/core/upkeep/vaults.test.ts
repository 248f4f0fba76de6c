// All that is found in the real vault, on both of its days, against counts taken from its raw text by other means.
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Finding, FindingKind } from "../../../src/core/upkeep/finding";
import { openVault } from "../../tools/disk-vault";
import { findingsIn } from "../../tools/vault-findings";

const FOLDER = "../shared/vaults";

/** The text of a map of a vault. */
function textOf(date: string, map: string): string {
  return readFileSync(`${FOLDER}/morpheus-${date}/${map}`, "utf8");
}

async function findingsOf(date: string): Promise<readonly Finding[]> {
  const { findings } = await findingsIn(await openVault(`${FOLDER}/morpheus-${date}`));
  return findings.all();
}

/** `kind class`, and how many of them there are. */
function counts(all: readonly Finding[]): Readonly<Record<string, number>> {
  const count: Record<string, number> = {};
  for (const { kind, class: sort } of all) count[`${kind} ${sort}`] = (count[`${kind} ${sort}`] ?? 0) + 1;
  return count;
}

function ofKind(all: readonly Finding[], kind: FindingKind): readonly Finding[] {
  return all.filter((one) => one.kind === kind);
}

describe.skipIf(!existsSync(FOLDER))("the real vault (skipped where ../shared is absent)", () => {
  const found = new Map<string, readonly Finding[]>();
  const on = (date: string): readonly Finding[] => found.get(date) ?? [];
  beforeAll(async () => {
    for (const date of ["2026-02-22", "2026-02-26"]) found.set(date, await findingsOf(date));
  }, 240_000);

  it("has these findings, each once", () => {
    expect(counts(on("2026-02-22"))).toEqual({
      ...{ "broken idea": 3, "cut certain": 4, "length certain": 10, "rating choose": 2 },
      ...{ "duplicate choose": 6, "unlisted idea": 12 },
    });
    expect(counts(on("2026-02-26"))).toEqual({
      ...{ "broken certain": 4, "broken choose": 136, "broken idea": 25, "cut certain": 51, "length certain": 17 },
      ...{ "rating choose": 3, "duplicate choose": 2, "unlisted idea": 109 },
    });
    for (const date of found.keys()) {
      const keys = on(date).map(({ kind, map, line, text, target }) => [kind, map, line, text, target].join("\n"));
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  it("has ten of twenty-five lengths off, the sizes of which are the notes' own", () => {
    const off = ofKind(on("2026-02-22"), "length").map(({ map, line, fixes }) => [map, line, fixes[0]?.title]);
    expect(off).toEqual([
      ["AI/Agent/_MOC.md", 39, "1224行"],
      ["AI/Agent/_MOC.md", 85, "1027行"],
      ["AI/Foundations/_MOC.md", 56, "715行"],
      ["AI/LLM/RL/_MOC.md", 109, "767行"],
      ["AI/LLM/RL/_MOC.md", 111, "1272行"],
      ["AI/LLM/_MOC.md", 35, "1717行"],
      ["AI/LLM/_MOC.md", 85, "2329行"],
      ["AI/LLM/_MOC.md", 125, "1080行"],
      ["AI/Quant/_MOC.md", 16, "818行"],
      ["AI/_MOC.md", 55, "818行"],
    ]);
  });

  it("has twelve notes under AI in no map", () => {
    const unlisted = ofKind(on("2026-02-22"), "unlisted");
    expect(unlisted.flatMap(({ reason }) => ("said" in reason ? (reason.said ?? []) : []))).toHaveLength(5);
    expect(unlisted.map(({ target }) => target).sort()).toEqual([
      "AI/Agent/Aletheia (DeepMind 数学研究Agent).md",
      "AI/Frontiers/Claude-Sonnet-4.6-完整技术规格.md",
      "AI/LLM/Application/Advanced RAG.md",
      "AI/LLM/Architecture/DeepSeek Engram.md",
      "AI/LLM/Evaluation/MetaJudge-Rationale-Consistency-GenRM-Deceptive-Alignment.md",
      "AI/LLM/Inference/KV Cache 优化.md",
      "AI/LLM/Inference/量化技术综述.md",
      "AI/LLM/LLM 评测体系.md",
      "AI/LLM/Pretraining/数据工程-for-LLM.md",
      "AI/LLM/Pretraining/自监督学习与对比学习-2026技术全景.md",
      "AI/LLM/SFT/PEFT-方法综述.md",
      "AI/Models/Qwen 系列架构.md",
    ]);
  });

  it("finds notes for most of what was not written yet, each of the name that was asked for", () => {
    const broken = ofKind(on("2026-02-26"), "broken");
    const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
    const bare = (path: string): string =>
      nameOf(path)
        .toLowerCase()
        .replace(/lc(?=\d)|[^\p{L}]/gu, "");
    for (const { target, fixes } of broken)
      for (const { title } of fixes)
        expect(bare(title).endsWith(bare(target ?? "")), `${target} -> ${title}`).toBe(true);
    const inOne = broken.filter(({ map }) => map === "AI/LLM/目录.md");
    const distinct = (some: readonly Finding[]): number => new Set(some.map(({ target }) => target)).size;
    expect([distinct(inOne), distinct(inOne.filter(({ fixes }) => fixes.length > 0))]).toEqual([62, 55]);
  });

  it("has every fix made from the text as it is", () => {
    for (const date of found.keys())
      for (const { map, line, text, fixes } of on(date))
        for (const { edits } of fixes)
          for (const { path, from, to, expected } of edits) {
            expect(path).toBe(map);
            expect(textOf(date, path).slice(from, to)).toBe(expected);
            expect(line === null || textOf(date, map).split("\n")[line]?.includes(text)).toBe(true);
          }
  });
});
