// A vault on which calls go wrong: what they leave behind, and that the next ones work.
import { describe, expect, it } from "vitest";
import { FaultyBackend, type Faults } from "./faulty-backend";
import { MemoryBackend } from "./memory-backend";
import { Vault } from "./vault";

async function open(): Promise<{ vault: Vault; backend: MemoryBackend; faults: Faults }> {
  const backend = new MemoryBackend({ "A.md": "a", "B.md": "b" });
  const faulty = new FaultyBackend(backend);
  const vault = new Vault(faulty, ".obsidian");
  await vault.load();
  return { vault, backend, faults: faulty.faults };
}

describe("a call that fails", () => {
  it("does nothing, tells nobody, and the next one works", async () => {
    const { vault, backend, faults } = await open();
    const note = vault.getFileByPath("A.md")!;
    const { stat } = note;
    faults.fail("write", new Error("ENOSPC: no space left on device"), { times: 1 });
    await expect(vault.process(note, () => "new")).rejects.toThrow("ENOSPC");
    expect([backend.texts()["A.md"], note.stat, vault.writeLog.length]).toEqual(["a", stat, 1]);
    await vault.process(note, () => "new");
    expect(backend.texts()["A.md"]).toBe("new");
  });

  it("can be one about certain paths only", async () => {
    const { vault, backend, faults } = await open();
    faults.fail("rename", undefined, { path: /^A/u });
    await expect(vault.rename(vault.getFileByPath("A.md")!, "C.md")).rejects.toThrow("EIO");
    await vault.rename(vault.getFileByPath("B.md")!, "C.md");
    expect(Object.keys(backend.texts())).toEqual(["A.md", "C.md"]);
  });

  it.each([
    ["read", (vault: Vault) => vault.read(vault.getFileByPath("A.md")!)],
    ["stat", (vault: Vault) => vault.create("New.md", "")],
    ["remove", (vault: Vault) => vault.delete(vault.getFileByPath("A.md")!)],
    ["makeFolder", (vault: Vault) => vault.createFolder("new")],
    ["list", (vault: Vault) => vault.adapter.list("")],
  ] as const)("can be any: %s", async (call, act) => {
    const { vault, faults } = await open();
    const before = vault.getAllLoadedFiles().map(({ path }) => path);
    faults.fail(call);
    await expect(act(vault)).rejects.toThrow("EIO");
    expect(vault.getAllLoadedFiles().map(({ path }) => path)).toEqual(before);
    faults.clear();
    await act(vault);
  });

  it("after it was done leaves a file that the app comes to know by its watcher", async () => {
    const { vault, backend, faults } = await open();
    faults.failAfter("write", undefined, { times: 1 });
    await expect(vault.create("New.md", "n")).rejects.toThrow("EIO");
    await expect(vault.create("New.md", "again")).rejects.toThrow("File already exists.");
    expect([backend.texts()["New.md"], vault.getFileByPath("New.md")?.path]).toEqual(["n", "New.md"]);
  });
});

describe("a call that is held", () => {
  it("keeps later writes waiting, but no reading", async () => {
    const { vault, backend, faults } = await open();
    const release = faults.hold("write", { times: 1 });
    const first = vault.modify(vault.getFileByPath("A.md")!, "1");
    const second = vault.modify(vault.getFileByPath("B.md")!, "2");
    expect(await vault.read(vault.getFileByPath("A.md")!)).toBe("a");
    expect(backend.texts()).toEqual({ "A.md": "a", "B.md": "b" });
    release();
    await Promise.all([first, second]);
    expect(backend.texts()).toEqual({ "A.md": "1", "B.md": "2" });
  });

  it("can be one that is only late", async () => {
    const { vault, faults } = await open();
    faults.delay("read", 20);
    const began = performance.now();
    await vault.read(vault.getFileByPath("A.md")!);
    expect(performance.now() - began).toBeGreaterThan(15);
  });
});
