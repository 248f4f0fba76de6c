// The vault tells of changes that another program makes to its files.
import { describe, expect, it } from "vitest";
import { TFile, type TAbstractFile } from "./files";
import { MemoryBackend } from "./memory-backend";
import { Outside } from "./outside";
import { Vault } from "./vault";

interface Opened {
  readonly vault: Vault;
  readonly outside: Outside;
  /** The events since the vault was loaded, in order. */
  readonly log: string[];
}

const NOTES = { "A.md": "a", "folder/B.md": "b", "folder/inner/C.md": "c" };

async function open(backend = new MemoryBackend(NOTES)): Promise<Opened> {
  const vault = new Vault(backend, ".obsidian");
  await vault.load();
  const log: string[] = [];
  for (const name of ["create", "modify", "delete", "rename"])
    vault.on(name, ({ path }: TAbstractFile) => void log.push(`${name} ${path}`));
  return { vault, outside: new Outside(backend), log };
}

describe("a change made outside the app", () => {
  it("of a text is told as a modification of the file that is held, with its new size", async () => {
    const { vault, outside, log } = await open();
    const note = vault.getFileByPath("A.md")!;
    expect(await vault.cachedRead(note)).toBe("a");
    await outside.write("A.md", "more");
    expect(log).toEqual(["modify A.md"]);
    expect([vault.getFileByPath("A.md") === note, note.stat.size, await vault.cachedRead(note)]).toEqual([
      true,
      4,
      "more",
    ]);
  });

  it("that makes a file in new folders tells of the folders first", async () => {
    const { vault, outside, log } = await open();
    await outside.write("x/y/New.md", "n");
    expect(log).toEqual(["create x", "create x/y", "create x/y/New.md"]);
    expect(vault.getFileByPath("x/y/New.md")?.parent?.path).toBe("x/y");
  });

  it("that moves a file is a deletion and another file, never a rename", async () => {
    const { vault, outside, log } = await open();
    const note = vault.getFileByPath("A.md")!;
    await outside.move("A.md", "folder/A.md");
    expect(log).toEqual(["delete A.md", "create folder/A.md"]);
    expect(vault.getFileByPath("folder/A.md")).not.toBe(note);
  });

  it("that moves a folder deletes all in it, the folder last, and makes it anew", async () => {
    const { outside, log } = await open();
    await outside.move("folder", "moved");
    expect(log).toEqual([
      ...["delete folder/B.md", "delete folder/inner/C.md", "delete folder/inner", "delete folder"],
      ...["create moved", "create moved/B.md", "create moved/inner", "create moved/inner/C.md"],
    ]);
  });

  it("to a file that is now a folder tells of both", async () => {
    const { vault, outside, log } = await open();
    await outside.burst(async (disk) => {
      await disk.delete("A.md");
      await disk.write("A.md/x.md", "");
    });
    expect(log).toEqual(["delete A.md", "create A.md", "create A.md/x.md"]);
    expect(vault.getFolderByPath("A.md")?.children).toHaveLength(1);
  });

  it("to hidden files and the config folder is told to nobody", async () => {
    const { outside, log } = await open();
    await outside.write(".git/objects/x", "");
    await outside.write(".obsidian/app.json", "{}");
    expect(log).toEqual([]);
  });

  it("of hundreds of files at once tells of each once", async () => {
    const { vault, outside, log } = await open();
    await outside.burst(async (disk) => {
      for (let i = 0; i < 300; i++) await disk.write(`sync/${i}.md`, `${i}`);
      for (let i = 0; i < 300; i++) await disk.write(`sync/${i}.md`, `${i} again`);
      await disk.delete("A.md");
    });
    expect(log).toHaveLength(302);
    expect(log.slice(0, 2)).toEqual(["delete A.md", "create sync"]);
    expect(vault.getFiles()).toHaveLength(302);
  });
});

describe("the app's own writes", () => {
  it("are told once, though the watcher sees them too", async () => {
    const { vault, outside, log } = await open();
    const note = vault.getFileByPath("A.md")!;
    await Promise.all([
      vault.modify(note, "1"),
      vault.create("New.md", ""),
      vault.process(note, (text) => `${text}2`),
      vault.rename(note, "Z.md"),
    ]);
    await outside.burst(() => Promise.resolve());
    expect(log).toEqual(["modify A.md", "create New.md", "modify A.md", "rename Z.md"]);
  });

  it("are seen by another app on the same vault as changes from outside", async () => {
    const backend = new MemoryBackend(NOTES);
    const [one, two] = [await open(backend), await open(backend)];
    await one.vault.rename(one.vault.getFileByPath("A.md")!, "B.md");
    await one.vault.create("C.md", "");
    await one.outside.burst(() => Promise.resolve());
    expect(two.log).toEqual(["delete A.md", "create B.md", "create C.md"]);
  });

  it("do not go over a file that was made outside and is not noticed yet", async () => {
    const { vault, outside, log } = await open();
    const notice = await outside.unnoticed((disk) => disk.write("New.md", "theirs"));
    expect([vault.getFileByPath("New.md"), log]).toEqual([null, []]);
    await expect(vault.create("New.md", "mine")).rejects.toThrow("File already exists.");
    await expect(vault.rename(vault.getFileByPath("A.md")!, "New.md")).rejects.toThrow(
      "Destination file already exists!",
    );
    await notice();
    expect(await vault.read(vault.getFileByPath("New.md")!)).toBe("theirs");
  });
});

describe("before the app notices", () => {
  it("cachedRead gives the old text, read and process the new one", async () => {
    const { vault, outside } = await open();
    const note = vault.getFileByPath("A.md")!;
    await vault.cachedRead(note);
    await outside.unnoticed((disk) => disk.write("A.md", "theirs"));
    expect([await vault.cachedRead(note), await vault.read(note)]).toEqual(["a", "theirs"]);
    expect(await vault.process(note, (text) => `${text}+`)).toBe("theirs+");
    expect(note instanceof TFile && note.stat.size).toBe(7);
  });

  it("a file that is gone cannot be read or processed", async () => {
    const { vault, outside } = await open();
    const note = vault.getFileByPath("A.md")!;
    await outside.unnoticed((disk) => disk.delete("A.md"));
    await expect(vault.read(note)).rejects.toThrow();
    await expect(vault.process(note, (text) => text)).rejects.toThrow();
  });
});
