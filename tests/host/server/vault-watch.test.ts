// The watch over a folder on disk while another program works in it.
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { VaultFiles } from "./vault-files";
import { VaultWatch } from "./vault-watch";

let folder: string;
let watch: VaultWatch;
/** The paths that were told, one list for each time. */
let told: (readonly string[])[];

const at = (path: string): string => join(folder, path);
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 3000, interval: 10 });
const paths = (): readonly string[] => [...new Set(told.flat())].sort();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "moc-path-watch-"));
  await mkdir(at("sub/inner"), { recursive: true });
  await writeFile(at("sub/inner/A.md"), "a");
  told = [];
  watch = new VaultWatch(folder, new VaultFiles(folder, at("../spare")), (list) => told.push(list));
  await watch.start();
});

afterEach(async () => {
  watch.stop();
  await rm(folder, { recursive: true });
});

test("names a file that was written, made or deleted, at any depth", async () => {
  await writeFile(at("sub/inner/A.md"), "more");
  await writeFile(at("New.md"), "");
  await eventually(() => expect(paths()).toEqual(["New.md", "sub/inner/A.md"]));
  await rm(at("New.md"));
  await eventually(() => expect(told.flat().filter((path) => path === "New.md").length).toBeGreaterThan(1));
});

test("names all that is in a folder that was moved, and goes on watching it", async () => {
  await rename(at("sub"), at("moved"));
  await eventually(() =>
    expect(paths()).toEqual(expect.arrayContaining(["moved", "moved/inner", "moved/inner/A.md", "sub"])),
  );
  told.length = 0;
  await writeFile(at("moved/inner/B.md"), "b");
  await eventually(() => expect(paths()).toContain("moved/inner/B.md"));
});

test("goes on watching a folder that was deleted and made again", async () => {
  await rm(at("sub"), { recursive: true });
  await mkdir(at("sub"));
  await eventually(() => expect(paths()).toContain("sub"));
  told.length = 0;
  await writeFile(at("sub/C.md"), "c");
  await eventually(() => expect(paths()).toContain("sub/C.md"));
});

test("tells of hundreds of files in a few lists", async () => {
  const names = Array.from({ length: 400 }, (_, index) => `burst/${index}.md`);
  await mkdir(at("burst"));
  await Promise.all(names.map((name) => writeFile(at(name), name)));
  await eventually(() => expect(paths()).toEqual(expect.arrayContaining(names)));
  expect(told.length).toBeLessThan(20);
});

test("tells nothing after it was stopped", async () => {
  await writeFile(at("New.md"), "");
  watch.stop();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(told).toEqual([]);
});
