import { mkdtemp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HttpBackend } from "../vault";
import { startServer, type RunningServer } from "./server";

let folder: string;
let server: RunningServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "moc-path-test-"));
  const vault = join(folder, "vault");
  await mkdir(join(vault, "sub"), { recursive: true });
  await writeFile(join(vault, "sub", "笔记.md"), "text");
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "main.js"), "built");
  await symlink(folder, join(vault, "way-out"));
  server = await startServer({ vault, pluginDir: folder, page: { "index.html": "<p>page</p>" } });
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function backend(): HttpBackend {
  return new HttpBackend(server.url.replace(/\/$/u, ""));
}

async function ask(path: string, init?: RequestInit): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(path, server.url), init);
  return { status: response.status, text: await response.text() };
}

/** A request as no browser page of this server would make it. */
function askAs(headers: Record<string, string>): Promise<number | undefined> {
  const { port } = new URL(server.url);
  return new Promise((fulfil, reject) => {
    request({ host: "127.0.0.1", port, path: "/vault/list", headers }, (response) => {
      response.resume();
      fulfil(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

describe("the vault", () => {
  test("is a copy without symbolic links", async () => {
    const paths = (await backend().list()).map(({ path }) => path);
    expect(paths.sort()).toEqual(["sub", "sub/笔记.md"]);
    await backend().write("sub/笔记.md", new TextEncoder().encode("changed"));
    expect(await readFile(join(folder, "vault", "sub", "笔记.md"), "utf8")).toBe("text");
    expect(await readFile(join(server.vaultDir, "sub", "笔记.md"), "utf8")).toBe("changed");
  });

  test("files are written, moved and removed", async () => {
    await backend().makeFolder("new/deep");
    const entry = await backend().write("new/deep/A.md", new TextEncoder().encode("ab"));
    expect(entry).toMatchObject({ path: "new/deep/A.md", kind: "file", size: 2 });
    await backend().rename("new/deep/A.md", "new/B.md");
    await backend().remove("new/deep");
    expect(await readdir(join(server.vaultDir, "new"))).toEqual(["B.md"]);
  });

  test("a write that fails leaves nothing half written", async () => {
    await expect(backend().write("no-folder/A.md", new Uint8Array(1))).rejects.toThrow("There is no such file.");
    expect(await readdir(join(server.vaultDir, "..", "spare"))).toEqual([]);
  });

  test("can be put back as it was", async () => {
    await backend().remove("sub");
    await server.resetVault();
    expect(existsSync(join(server.vaultDir, "sub", "笔记.md"))).toBe(true);
  });

  test("is removed when the server closes", async () => {
    const other = await startServer({ vault: join(folder, "vault"), pluginDir: folder, page: {} });
    await other.close();
    await expect(stat(other.vaultDir)).rejects.toThrow("ENOENT");
  });
});

describe("what is refused", () => {
  const outside = ["../secret.txt", "sub/../../secret.txt", "/etc/hosts", "..", "sub\\..\\x", "a\0b", "./x"];

  test.each(outside)("reading %j", async (path) => {
    expect((await ask(`/vault/file?path=${encodeURIComponent(path)}`)).status).toBe(403);
  });

  test.each(outside)("writing %j", async (path) => {
    expect((await ask(`/vault/file?path=${encodeURIComponent(path)}`, { method: "PUT", body: "x" })).status).toBe(403);
  });

  test("a symbolic link that leads out of the vault", async () => {
    await symlink(folder, join(server.vaultDir, "link"));
    expect((await ask("/vault/file?path=link/secret.txt")).status).toBe(403);
    expect((await ask("/vault/file?path=link/new.txt", { method: "PUT", body: "x" })).status).toBe(403);
    expect(existsSync(join(folder, "new.txt"))).toBe(false);
  });

  test("removing or moving the vault itself", async () => {
    expect((await ask("/vault/file?path=", { method: "DELETE" })).status).toBe(403);
    expect(existsSync(server.vaultDir)).toBe(true);
  });

  test("a foreign host, and a foreign page", async () => {
    const host = new URL(server.url).host;
    expect(await askAs({ host: "evil.example" })).toBe(403);
    expect(await askAs({ host, origin: "http://evil.example" })).toBe(403);
    expect(await askAs({ host, "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await askAs({ host, origin: `http://${host}` })).toBe(200);
  });

  test("plugin files other than the three", async () => {
    expect(await ask("/plugin/main.js")).toEqual({ status: 200, text: "built" });
    expect((await ask("/plugin/secret.txt")).status).toBe(404);
  });
});

test("a port in use and a missing vault are named in one sentence", async () => {
  const port = Number(new URL(server.url).port);
  const options = { vault: join(folder, "vault"), pluginDir: folder, page: {} };
  await expect(startServer({ ...options, port })).rejects.toThrow(`Port ${port} is already in use.`);
  await expect(startServer({ ...options, vault: join(folder, "none") })).rejects.toThrow("does not exist.");
});
