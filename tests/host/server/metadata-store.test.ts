// The store that keeps parsed notes between runs, and what a page gets of it.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keyOf } from "../cache";
import { openStore } from "./metadata-store";
import { startServer, type RunningServer } from "./server";

let folder: string;
const servers: RunningServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "moc-path-test-"));
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  rmSync(folder, { recursive: true });
});

/** A server over a vault with these notes, which shares what is parsed with all others of the test. */
async function serve(name: string, notes: Readonly<Record<string, string>>): Promise<RunningServer> {
  const vault = join(folder, name);
  mkdirSync(vault);
  for (const [path, text] of Object.entries(notes)) writeFileSync(join(vault, path), text);
  const metadata = openStore(join(folder, "caches"));
  const server = await startServer({ vault, pluginDir: folder, page: {}, metadata });
  servers.push(server);
  return server;
}

async function known(server: RunningServer): Promise<unknown> {
  return (await fetch(`${server.url}cache`)).json();
}

async function store(server: RunningServer, entries: Readonly<Record<string, string>>): Promise<number> {
  return (await fetch(`${server.url}cache`, { method: "POST", body: JSON.stringify(entries) })).status;
}

test("a page gets what is known of its vault's notes, whoever parsed them, and nothing else", async () => {
  const [one, other] = [await serve("one", { "A.md": "a" }), await serve("other", { "B.md": "b", "copy.md": "a" })];
  expect(await store(one, { [keyOf("a")]: '{"a":1}', [keyOf("gone")]: "{}" })).toBe(204);
  expect(await known(one)).toEqual({ [keyOf("a")]: '{"a":1}' });
  expect(await known(other)).toEqual({ [keyOf("a")]: '{"a":1}' });
});

test("servers in one process store the same texts at the same time", async () => {
  const all = await Promise.all(["one", "two", "three"].map((name) => serve(name, { "A.md": "a" })));
  const texts = Array.from({ length: 50 }, (_, index) => [keyOf(`${index}`), `{"n":${index}}`] as const);
  const entries = Object.fromEntries([...texts, [keyOf("a"), "{}"]]);
  expect(await Promise.all(all.map((server) => store(server, entries)))).toEqual([204, 204, 204]);
  for (const [key, json] of texts) expect(openStore(join(folder, "caches")).get(key)).toBe(json);
});

test("a key that names a file elsewhere is refused", async () => {
  const server = await serve("one", { "A.md": "a" });
  for (const key of ["../../out", "1-a/b", "", "."]) expect(await store(server, { [key]: "{}" })).toBe(400);
  expect(readdirSync(folder)).toEqual(["one"]);
});

test("what is a week old is removed, of this parser and of others; all else stays", () => {
  const store = openStore(folder);
  store.set("1-old", "{}");
  store.set("1-new", "{}");
  const [own = ""] = readdirSync(folder);
  mkdirSync(join(folder, "metadata-other"));
  mkdirSync(join(folder, "metadata-young"));
  writeFileSync(join(folder, "server.mjs"), "");
  const old = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  for (const path of [join(own, "1-old.json"), "metadata-other", "server.mjs"])
    utimesSync(join(folder, path), old, old);
  openStore(folder);
  expect(readdirSync(folder).sort()).toEqual([own, "metadata-young", "server.mjs"].sort());
  expect(readdirSync(join(folder, own))).toEqual(["1-new.json"]);
});
