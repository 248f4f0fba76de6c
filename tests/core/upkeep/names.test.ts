// Names of notes: which are the same, which differ by a number, which are slips of one another.
import { describe, expect, it } from "vitest";
import { isSlip, lettersOf, nameKey, numberedNames, pathKey } from "../../../src/core/upkeep/names";
import { NoteNames } from "../../../src/core/upkeep/note-names";

describe("the key of a name", () => {
  it("leaves out case, spaces, the form of letters and their width", () => {
    expect(nameKey("ＡＩ　伦理 和治理")).toBe(nameKey("ai伦理和治理"));
    expect(nameKey("Cafe\u0301")).toBe(nameKey("café"));
    expect(nameKey("A-B")).not.toBe(nameKey("A B"));
  });

  it("holds the folder of what is only called by that", () => {
    expect([pathKey("AI/CV/_MOC.md"), pathKey("AI/CV/ViT"), pathKey("Scan.PDF")]).toEqual([
      "cv/_moc",
      "vit",
      "scan.pdf",
    ]);
  });
});

describe("the number of a name", () => {
  it.each([
    ["lc8-01-GRPO-手撕", ["lc8", "1"], "grpo手撕"],
    ["01-lc1-基础组件-MOC", ["1", "lc1"], "基础组件moc"],
    ["xtrain-03b-ZeRO-手撕", ["xtrain", "3b"], "zero手撕"],
    ["第3章 注意力机制", ["第3章"], "注意力机制"],
    ["Ray-推理", [], "ray推理"],
    ["2026", [], "2026"],
    ["KV Cache", [], "kvcache"],
  ])("%s", (name, numbers, bare) => {
    expect(numberedNames(name).at(-1)).toMatchObject({ numbers, bare });
  });

  it.each([
    ["GRPO-手撕实操", "lc8-01-GRPO-手撕实操", true],
    ["lc1-基础组件-MOC", "01-lc1-基础组件-MOC", true],
    ["lc8-GQA-KVCache-手撕实操", "lc4-06-GQA-KVCache-手撕实操", true],
    ["1-Summary", "2-Summary", false],
    ["gpt-5 technical report", "gpt-4 technical report", false],
    ["DeepSeek-V3-手撕", "lc5-01-DeepSeek-V3-手撕", true],
    ["A", "01-A", false],
  ])("%s and %s: %s", (one, other, isSame) => {
    const names = new NoteNames();
    names.add(`${other}.md`, []);
    expect(names.similar(one)).toHaveLength(isSame ? 1 : 0);
  });
});

describe("a slip", () => {
  it.each([
    ["Sourdough starter", "Sourdogh starter", true],
    ["Claude Sonnet 4.6", "Claude-Sonnet-4.6", true],
    ["Scale", "Stale", false],
    ["Supervised learning", "Unsupervised learning", false],
    ["项目概览", "项目概述", false],
    ["监督学习", "自监督学习", false],
    ["分布式通信原语从零手写", "分布式通讯原语从零手写", true],
    ["Chapter 11 notes", "Chapter 12 notes", false],
    ["ViT", "VAE", false],
  ])("%s and %s: %s", (one, other, isOne) => {
    expect(isSlip(lettersOf(one), lettersOf(other))).toBe(isOne);
  });
});

describe("the files of a vault", () => {
  const names = new NoteNames();
  const aliases: Record<string, readonly string[]> = { "Grain/Wheat.md": ["Flour plant"] };
  const paths = ["Bread/AI 伦理.md", "Old/AI伦理.md", "Grain/Wheat.md", "A/README.md", "B/README.md", "pic.png"];
  for (const path of [...paths, "Lessons/lc2-03-Attention-手撕.md"]) names.add(path, aliases[path] ?? []);

  it("are found by their name, their alias and what is like their name", () => {
    expect(names.named("Gone/ai伦理")).toEqual(["Bread/AI 伦理.md", "Old/AI伦理.md"]);
    expect(names.named("C/README")).toEqual([]);
    expect(names.named("x/B/README")).toEqual(["B/README.md"]);
    expect(names.named("Pic.png")).toEqual(["pic.png"]);
    expect(names.aliased("FLOUR  plant")).toEqual(["Grain/Wheat.md"]);
    expect(names.similar("Attention-手撕")).toEqual(["Lessons/lc2-03-Attention-手撕.md"]);
    expect(names.similar("Other/README")).toEqual([]);
  });

  it("are not found once they are gone or go by another alias", () => {
    names.add("Grain/Wheat.md", ["Spelt"]);
    names.remove("pic.png");
    expect([names.aliased("Flour plant"), names.aliased("spelt"), names.named("pic.png")]).toEqual([
      [],
      ["Grain/Wheat.md"],
      [],
    ]);
    expect([names.has("pic.png"), names.aliasesOf("Grain/Wheat.md"), names.aliasesOf("pic.png")]).toEqual([
      false,
      ["spelt"],
      [],
    ]);
  });
});
