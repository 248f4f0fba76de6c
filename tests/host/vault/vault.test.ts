// The vault at its edges: calls that meet, places that are not there, and what the tree and the backend say afterwards.
import { describe, expect, it } from "vitest";
import { TFile, TFolder, type TAbstractFile } from "./files";
import { MemoryBackend } from "./memory-backend";
import { Vault } from "./vault";

interface Opened {
  readonly vault: Vault;
  readonly backend: MemoryBackend;
  /** The events since the vault was loaded. */
  readonly log: readonly string[];
}

async function open(texts: Readonly<Record<string, string>>): Promise<Opened> {
  const backend = new MemoryBackend(texts);
  const vault = new Vault(backend, ".obsidian");
  await vault.load();
  const log: string[] = [];
  for (const name of ["create", "modify", "delete"])
    vault.on(name, ({ path }: TAbstractFile) => void log.push(`${name} ${path}`));
  vault.on("rename", ({ path }: TAbstractFile, oldPath: string) => void log.push(`rename ${oldPath} > ${path}`));
  return { vault, backend, log };
}

function file(vault: Vault, path: string): TFile {
  const found = vault.getFileByPath(path);
  if (!found) throw new Error(`no ${path}`);
  return found;
}

describe("calls that meet", () => {
  it("create a file once, the second is told that it exists", async () => {
    const { vault, backend, log } = await open({});
    const results = await Promise.allSettled([vault.create("A.md", "one"), vault.create("A.md", "two")]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(backend.texts()).toEqual({ "A.md": "one" });
    expect(log).toEqual(["create A.md"]);
    expect(vault.getRoot().children).toHaveLength(1);
  });

  it("create a folder once, and the one above both once", async () => {
    const { vault, log } = await open({});
    const twice = [vault.createFolder("a/b"), vault.createFolder("a/b"), vault.createFolder("a/c")];
    expect((await Promise.allSettled(twice)).map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(log).toEqual(["create a", "create a/b", "create a/c"]);
  });

  it("change a file where it then is, when it is moved in between", async () => {
    const { vault, backend } = await open({ "A.md": "a" });
    const note = file(vault, "A.md");
    await Promise.all([
      vault.process(note, (text) => `${text}1`),
      vault.rename(note, "B.md"),
      vault.process(note, (text) => `${text}2`),
    ]);
    expect(backend.texts()).toEqual({ "B.md": "a12" });
  });

  it("do not bring back a file that was deleted in between", async () => {
    const { vault, backend } = await open({ "A.md": "a" });
    const note = file(vault, "A.md");
    const results = await Promise.allSettled([
      vault.delete(note),
      vault.process(note, (text) => `${text}1`),
      vault.modify(note, "x"),
      vault.delete(note),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "rejected"]);
    expect(backend.texts()).toEqual({});
  });

  it("see what was written outside the vault since", async () => {
    const { vault, backend } = await open({ "A.md": "a" });
    await backend.write("A.md", new TextEncoder().encode("other"));
    expect(await vault.process(file(vault, "A.md"), (text) => `${text}!`)).toBe("other!");
  });
});

describe("a place that is not there", () => {
  it("takes no moved file", async () => {
    const { vault, backend, log } = await open({ "A.md": "a" });
    await expect(vault.rename(file(vault, "A.md"), "None/A.md")).rejects.toThrow("None");
    expect([vault.getFileByPath("A.md")?.path, backend.texts(), log]).toEqual(["A.md", { "A.md": "a" }, []]);
  });

  it("is not removed twice", async () => {
    const { vault } = await open({});
    await expect(vault.adapter.remove("A.md")).rejects.toThrow("A.md");
  });

  it("has nothing to tell", async () => {
    const { vault } = await open({ "A.md": "a" });
    expect([vault.getFileByPath("B.md"), vault.getFolderByPath("A.md"), vault.getFileByPath("/")]).toEqual([
      null,
      null,
      null,
    ]);
    expect([await vault.adapter.exists("B.md"), await vault.adapter.stat("B.md")]).toEqual([false, null]);
  });
});

describe("the tree", () => {
  const texts = { "a/b/C.md": "c", "a/D.png": "d", "E.MD": "e" };

  it("has every file and folder in its parent, the root above all", async () => {
    const { vault } = await open(texts);
    expect(vault.getRoot().isRoot()).toBe(true);
    expect(vault.getAllLoadedFiles().map(({ path }) => path)).toEqual(["/", "E.MD", "a", "a/D.png", "a/b", "a/b/C.md"]);
    expect(vault.getAllFolders().map(({ path }) => path)).toEqual(["a", "a/b"]);
    expect(vault.getAllFolders(true)).toHaveLength(3);
    expect(vault.getMarkdownFiles().map(({ path }) => path)).toEqual(["E.MD", "a/b/C.md"]);
    for (const one of vault.getAllLoadedFiles()) if (one.parent) expect(one.parent.children).toContain(one);
  });

  it("names files as the app does", async () => {
    const { name, basename, extension, parent, stat } = file((await open(texts)).vault, "a/D.png");
    expect([name, basename, extension, parent?.path, stat.size]).toEqual(["D.png", "D", "png", "a", 1]);
  });

  it("keeps a file's identity through a move of its folder, and tells of the folder first", async () => {
    const { vault, log } = await open(texts);
    const note = file(vault, "a/b/C.md");
    await vault.createFolder("z");
    const folder = vault.getFolderByPath("a/b");
    if (folder) await vault.rename(folder, "z/y");
    expect(log.slice(1)).toEqual(["rename a/b > z/y", "rename a/b/C.md > z/y/C.md"]);
    expect([vault.getFileByPath("z/y/C.md"), note.parent?.path, folder?.parent?.path]).toEqual([note, "z/y", "z"]);
    expect(vault.getAbstractFileByPath("a/b")).toBeNull();
  });

  it("tells of a deleted folder last, after what was in it", async () => {
    const { vault, backend, log } = await open(texts);
    const folder = vault.getFolderByPath("a");
    if (folder) await vault.delete(folder);
    expect(log.at(-1)).toBe("delete a");
    expect([...log].sort()).toEqual(["delete a", "delete a/D.png", "delete a/b", "delete a/b/C.md"]);
    expect(Object.keys(backend.texts())).toEqual(["E.MD"]);
  });

  it("is walked from any folder", async () => {
    const { vault } = await open(texts);
    const seen: string[] = [];
    Vault.recurseChildren(
      vault.getRoot(),
      (one) => void seen.push(`${one instanceof TFolder ? "folder" : "file"} ${one.path}`),
    );
    expect(seen).toEqual(["folder /", "file E.MD", "folder a", "file a/D.png", "folder a/b", "file a/b/C.md"]);
  });
});

describe("the config folder", () => {
  it("is made where it is missing, and is no part of the vault", async () => {
    const { vault } = await open({ "A.md": "a" });
    expect(vault.writeLog).toEqual([{ op: "folder", path: ".obsidian" }]);
    await vault.adapter.write(".obsidian/app.json", "{}");
    expect(vault.getAllLoadedFiles().map(({ path }) => path)).toEqual(["/", "A.md"]);
    expect(await vault.adapter.list(".obsidian")).toEqual({ files: [".obsidian/app.json"], folders: [] });
  });

  it("takes files only into folders that are there", async () => {
    const { vault } = await open({});
    await expect(vault.adapter.write(".obsidian/plugins/x/data.json", "{}")).rejects.toThrow(".obsidian/plugins/x");
    await vault.adapter.mkdir(".obsidian/plugins/x");
    await vault.adapter.write(".obsidian/plugins/x/data.json", "{}");
    expect(await vault.adapter.read(".obsidian/plugins/x/data.json")).toBe("{}");
  });
});

describe("what is written", () => {
  it("changes the file's size and time, and nothing if the text is the same", async () => {
    const { vault, log } = await open({ "A.md": "a" });
    const note = file(vault, "A.md");
    const before = note.stat;
    await vault.process(note, (text) => text);
    expect([note.stat, vault.writeLog.slice(1), log]).toEqual([before, [], []]);
    await vault.append(note, "水");
    expect([note.stat.size, note.stat.mtime > before.mtime, note.stat.ctime]).toEqual([4, true, before.ctime]);
  });

  it("may be bytes, which are copied as they are", async () => {
    const { vault } = await open({});
    const bytes = new Uint8Array([0, 255, 254]);
    const copy = await vault.copy(await vault.createBinary("a.bin", bytes.buffer), "b.bin");
    expect(new Uint8Array(await vault.readBinary(copy))).toEqual(bytes);
  });

  it("cannot be given times of its own yet, and says so", async () => {
    const { vault } = await open({ "A.md": "a" });
    await expect(vault.modify(file(vault, "A.md"), "b", { mtime: 1 })).rejects.toThrow(
      "DataWriteOptions.mtime is not part of the stand-in app yet",
    );
    await expect(vault.create("B.md", "b", { ctime: 1 })).rejects.toThrow("DataWriteOptions.ctime");
  });
});
