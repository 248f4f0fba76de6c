// Edits of maps and what takes them back, over notes in memory.
import { describe, expect, it } from "vitest";
import { editText, type EditResult, type LineEdit } from "../../src/core/edit/line-edit";
import { MapEdits } from "../../src/index/map-edits";

const TEXT = "# Map\n\n- [[A]]\n- [[B]]\n";
const EDIT: LineEdit = { line: 2, expected: "- [[A]]", text: "- [[A]] ★★★" };

/** Edits of notes in memory, for which time passes; while `faults` holds something, writing fails with it. */
function vault(texts: Map<string, string>, faults: string[] = []): MapEdits {
  let time = 0;
  const edit = (path: string, edits: readonly LineEdit[]): Promise<readonly EditResult[]> => {
    if (faults[0] !== undefined) return Promise.reject(new Error(faults[0]));
    const text = texts.get(path);
    if (text === undefined) return Promise.resolve(edits.map(() => "missing"));
    const edited = editText(text, edits);
    texts.set(path, edited.text);
    return Promise.resolve(edited.results);
  };
  return new MapEdits({ edit }, () => ++time);
}

describe("an edit of a map", () => {
  it("is taken back and done again where the map is now", async () => {
    const texts = new Map([["Map.md", TEXT]]);
    const edits = vault(texts);
    await edits.apply("Map.md", [EDIT], 2);
    texts.set("Moved/Map.md", texts.get("Map.md") ?? "");
    texts.delete("Map.md");
    edits.renamed("Moved/Map.md", "Map.md");
    expect(await edits.undo()).toEqual({ path: "Moved/Map.md", count: 2, hasLeft: false });
    expect(texts.get("Moved/Map.md")).toBe(TEXT);
    expect(await edits.redo()).toEqual({ path: "Moved/Map.md", count: 2, hasLeft: false });
    expect(texts.get("Moved/Map.md")).toContain("[[A]] ★★★");
  });

  it("is not taken back where its line says something else by now", async () => {
    const texts = new Map([["Map.md", TEXT]]);
    const edits = vault(texts);
    await edits.apply("Map.md", [EDIT], 2);
    texts.set("Map.md", TEXT.replace("[[A]]", "[[C]]"));
    expect(await edits.undo()).toEqual({ path: "Map.md", count: 0, hasLeft: true });
    expect(texts.get("Map.md")).toContain("[[C]]");
    expect([edits.undoAt, edits.redoAt]).toEqual([null, null]);
  });

  it("whose undo or redo fails can be undone or redone again, in its turn", async () => {
    const [texts, faults] = [new Map([["Map.md", TEXT]]), [] as string[]];
    const edits = vault(texts, faults);
    const later: LineEdit = { line: 3, expected: "- [[B]]", text: "- [[B]] ★★" };
    await edits.apply("Map.md", [EDIT], 1);
    await edits.apply("Map.md", [later], 1);
    faults.push("no space left");
    await expect(edits.undo()).rejects.toThrow("no space left");
    expect([edits.undoAt, edits.redoAt]).toEqual([2, null]);
    faults.pop();
    await edits.undo();
    expect(texts.get("Map.md")).toBe(TEXT.replace("[[A]]", "[[A]] ★★★"));
    faults.push("no space left");
    await expect(edits.redo()).rejects.toThrow("no space left");
    expect([edits.undoAt, edits.redoAt]).toEqual([1, 2]);
    faults.pop();
    await edits.redo();
    expect(texts.get("Map.md")).toContain("[[B]] ★★");
    expect(await edits.undo()).toMatchObject({ count: 1 });
    expect(await edits.undo()).toMatchObject({ count: 1 });
    expect([texts.get("Map.md"), await edits.undo()]).toEqual([TEXT, null]);
  });

  it("that fails while others are done keeps its place among them", async () => {
    const texts = new Map([["Map.md", TEXT]]);
    const faults: string[] = [];
    const edits = vault(texts, faults);
    await edits.apply("Map.md", [EDIT], 1);
    faults.push("no space left");
    const failing = edits.undo();
    faults.pop();
    await edits.apply("Map.md", [{ line: 3, expected: "- [[B]]", text: "- [[B]] ★★" }], 1);
    await expect(failing).rejects.toThrow();
    await edits.undo();
    expect(texts.get("Map.md")).toBe(TEXT.replace("[[A]]", "[[A]] ★★★"));
    await edits.undo();
    expect(texts.get("Map.md")).toBe(TEXT);
  });

  it("that the reader took back by hand counts as taken back", async () => {
    const texts = new Map([["Map.md", TEXT]]);
    const edits = vault(texts);
    await edits.apply("Map.md", [EDIT], 1);
    texts.set("Map.md", TEXT);
    expect(await edits.undo()).toMatchObject({ count: 1, hasLeft: false });
  });
});
