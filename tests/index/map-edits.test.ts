// Edits of maps and what takes them back, over notes in memory.
import { describe, expect, it } from "vitest";
import { editText, type EditResult, type LineEdit } from "../../src/core/edit/line-edit";
import { MapEdits } from "../../src/index/map-edits";

const TEXT = "# Map\n\n- [[A]]\n- [[B]]\n";
const EDIT: LineEdit = { line: 2, expected: "- [[A]]", text: "- [[A]] ★★★" };

function vault(texts: Map<string, string>): MapEdits {
  const edit = (path: string, edits: readonly LineEdit[]): Promise<readonly EditResult[]> => {
    const text = texts.get(path);
    if (text === undefined) return Promise.resolve(edits.map(() => "missing"));
    const edited = editText(text, edits);
    texts.set(path, edited.text);
    return Promise.resolve(edited.results);
  };
  return new MapEdits({ edit }, () => 0);
}

describe("an edit of a map", () => {
  it("is taken back and done again where the map is now", async () => {
    const texts = new Map([["Map.md", TEXT]]);
    const edits = vault(texts);
    await edits.apply("Map.md", [EDIT], 2);
    texts.set("Moved/Map.md", texts.get("Map.md") ?? "");
    texts.delete("Map.md");
    edits.renamed("Moved/Map.md", "Map.md");
    expect(await edits.undo()).toBe(2);
    expect(texts.get("Moved/Map.md")).toBe(TEXT);
    expect(await edits.redo()).toBe(2);
    expect(texts.get("Moved/Map.md")).toContain("[[A]] ★★★");
  });

  it("is not taken back where its line says something else by now", async () => {
    const texts = new Map([["Map.md", TEXT]]);
    const edits = vault(texts);
    await edits.apply("Map.md", [EDIT], 2);
    texts.set("Map.md", TEXT.replace("[[A]]", "[[C]]"));
    expect(await edits.undo()).toBe(0);
    expect(texts.get("Map.md")).toContain("[[C]]");
    expect([edits.undoAt, edits.redoAt]).toEqual([null, null]);
  });
});
