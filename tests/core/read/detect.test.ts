// The notes that are maps, and the titles maps go by.
import { describe, expect, it } from "vitest";
import type { NoteCache } from "../../../src/core/base/cache";
import { excludedFoldersOf, isExcluded, isMap, mayBeMap, rulesOf, titleOfMap } from "../../../src/core/read/detect";
import { DEFAULT_RULES } from "../../default-rules";
import { parseMetadata } from "../../host/metadata/parse";

const plain: NoteCache = {};

describe("a map", () => {
  it.each([
    ["AI/_MOC.md", true],
    ["AI/_moc.md", true],
    ["Bread MOC.md", true],
    ["01-认知科学-MOC.md", true],
    ["00-设计模式总览MOC.md", true],
    ["AI/目录.md", true],
    ["Map of Content.md", true],
    ["Mapa de contenidos.md", true],
    ["Garten/Inhaltsverzeichnis.md", false],
    ["Índice.md", false],
    ["MOC Käse.md", true],
    ["moc-huerta.md", true],
    ["旅行/目次.md", true],
    ["MOCs.md", false],
    ["新目次.md", false],
    ["Democracy.md", false],
    ["MOCha.md", false],
    ["练习目录.md", false],
  ])("is recognised by its name: %s %s", (path, expected) => expect(isMap(path, plain, DEFAULT_RULES)).toBe(expected));

  it("may be named like an index if it lists five notes or more", () => {
    const links = (count: number): NoteCache =>
      parseMetadata(Array.from({ length: count }, (_, at) => `- [[Note ${at}]]`).join("\n"));
    expect(isMap("练习索引.md", links(5), DEFAULT_RULES)).toBe(true);
    expect(isMap("练习索引.md", links(4), DEFAULT_RULES)).toBe(false);
  });

  it.each(["01 - MOC - Massa madre", "Brot MOC (alt)", "MOC.Backen", "Оглавление"])(
    "may hold the word among others if it lists five notes or more, in lines of links, too: %s",
    (name) => {
      const links = (count: number): NoteCache =>
        parseMetadata(Array.from({ length: count }, (_, at) => `[[Note ${at}]] words`).join("\n\n"));
      expect(isMap(`${name}.md`, links(5), DEFAULT_RULES)).toBe(true);
      expect(isMap(`${name}.md`, links(4), DEFAULT_RULES)).toBe(false);
      expect(isMap(`${name}.md`, parseMetadata("Words [[A]] [[B]] [[C]] [[D]] [[E]]"), DEFAULT_RULES)).toBe(false);
    },
  );

  it("may be named like an index if it lists five notes or more, those that a pipe has cut among them", () => {
    const rows = (count: number): string =>
      ["| 笔记 | 说明 |", "|---|---|", ...Array.from({ length: count }, (_, at) => `| [[茶/${at}|茶]] | 绿 |`)].join(
        "\n",
      );
    const [few, many] = [rows(4), rows(5)];
    expect(isMap("茶索引.md", parseMetadata(many), DEFAULT_RULES, many)).toBe(true);
    expect(isMap("茶索引.md", parseMetadata(few), DEFAULT_RULES, few)).toBe(false);
    expect(isMap("茶.md", parseMetadata(many), DEFAULT_RULES, many)).toBe(false);
    expect(isMap("茶索引.md", parseMetadata(many), DEFAULT_RULES)).toBe(false);
  });

  it("needs its text only where its tables could hold links that no cache tells of", () => {
    const table = parseMetadata("| a |\n|---|\n| [[b|c]] |");
    expect(["茶目录.md", "茶.md"].map((path) => mayBeMap(path, table, DEFAULT_RULES))).toEqual([true, false]);
    expect(mayBeMap("茶目录.md", parseMetadata("- [[b|c]]"), DEFAULT_RULES)).toBe(false);
    const excluded = rulesOf({ names: [], weakNames: ["*目录"], excludedFolders: ["旧"] });
    expect(mayBeMap("旧/茶目录.md", table, excluded)).toBe(false);
  });

  it("is recognised by its properties and tags", () => {
    expect(isMap("A.md", parseMetadata("---\ntype: map-of-content\n---\n"), DEFAULT_RULES)).toBe(true);
    expect(isMap("A.md", parseMetadata("---\ntype: [note, Map-of-Content]\n---\n"), DEFAULT_RULES)).toBe(true);
    expect(isMap("A.md", parseMetadata("---\ntype: mapping\n---\n"), DEFAULT_RULES)).toBe(false);
    expect(isMap("A.md", parseMetadata("---\ntype: MOC\n---\n"), DEFAULT_RULES)).toBe(true);
    expect(isMap("A.md", parseMetadata("---\ntags: [x, type/moc]\n---\n"), DEFAULT_RULES)).toBe(true);
    expect(isMap("A.md", parseMetadata("text #moc"), DEFAULT_RULES)).toBe(true);
    expect(isMap("A.md", parseMetadata("---\ntags: [mocha]\n---\n"), DEFAULT_RULES)).toBe(false);
  });

  it("is what its property says, whatever its name, and none in an excluded folder", () => {
    expect(isMap("A MOC.md", parseMetadata("---\nmoc-path: false\n---\n"), DEFAULT_RULES)).toBe(false);
    expect(isMap("A.md", parseMetadata("---\nmoc-path: true\n---\n"), DEFAULT_RULES)).toBe(true);
    expect(
      isMap(
        "Templates/A MOC.md",
        plain,
        rulesOf({ names: ["*MOC"], weakNames: [], excludedFolders: ["/Templates/", " "] }),
      ),
    ).toBe(false);
    expect(
      isMap(
        "Templates and more/A MOC.md",
        plain,
        rulesOf({ names: ["*MOC"], weakNames: [], excludedFolders: ["Templates"] }),
      ),
    ).toBe(true);
    expect(
      isMap(
        "Templates/A.md",
        parseMetadata("---\nmoc-path: true\n---\n"),
        rulesOf({ names: [], weakNames: [], excludedFolders: ["Templates"] }),
      ),
    ).toBe(true);
  });

  it("is looked for below the folders that are left, however they are written, without reading the patterns", () => {
    const settings = {
      excludedFolders: ["/Templates/", " Old ", " ", "/"],
      get names(): never {
        throw new Error("There may be many patterns.");
      },
    };
    const folders = excludedFoldersOf(settings);
    expect(folders).toEqual(["Templates/", "Old/"]);
    expect(["Templates/A.md", "Old/Deep/A.md", "Older/A.md", "A.md"].map((path) => isExcluded(path, folders))).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it("may be named by patterns of the reader's own", () => {
    const rules = rulesOf({ names: ["Index*", "a+b (*)?", ""], weakNames: [], excludedFolders: [] });
    expect(
      ["INDEX of tea.md", "A+B (c)?.md", "Tea index.md", "aab c.md", ".md"].map((path) => isMap(path, plain, rules)),
    ).toEqual([true, true, false, false, false]);
  });

  it("is called what its author wrote, else by its name, else by its folder", () => {
    expect(titleOfMap("AI/_MOC.md", "Artificial")).toBe("Artificial");
    expect(titleOfMap("AI/_MOC.md", null)).toBe("AI");
    expect(titleOfMap("AI/Bread MOC.md", null)).toBe("Bread MOC");
    expect(titleOfMap("Käse/README.md", null)).toBe("Käse");
    expect(titleOfMap("旅行/index.md", null)).toBe("旅行");
    expect(titleOfMap("_MOC.md", null)).toBe("_MOC");
  });
});
