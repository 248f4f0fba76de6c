// The loopback server behind the page: gives out the page and the plugin's built files, and keeps the vault's copy.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { basename, join, resolve } from "node:path";
import { isKey, keyOf, type CacheStore } from "../cache";
import { decodeText } from "../vault/text";
import { ChangeFeed } from "./change-feed";
import { copyVault, type VaultCopy } from "./copy-vault";
import { readBody, RequestError, send, sendJson, sendText } from "./reply";
import { isFromOwnPage } from "./same-site";
import { VaultFiles } from "./vault-files";
import { VaultWatch } from "./vault-watch";
import { ForbiddenPathError, isMissing } from "./vault-path";
import { vaultRoute } from "./vault-routes";

export interface ServerOptions {
  /** The folder that is copied and shown. */
  readonly vault: string;
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  /** The folder with main.js, manifest.json and styles.css, as built. */
  readonly pluginDir: string;
  /** The page's files by name: `index.html`, `page.js`, `page.css`. */
  readonly page: Readonly<Record<string, string>>;
  /** The store that keeps parsed metadata between runs; none if not given. */
  readonly metadata?: CacheStore;
}

export interface RunningServer {
  readonly url: string;
  /** The copy of the vault. */
  readonly vaultDir: string;
  /** Puts a fresh copy of a vault, by default the same, in the place of the old one; the page must be loaded anew. */
  resetVault(vault?: string): Promise<void>;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
};
const PLUGIN_FILES: readonly string[] = ["main.js", "manifest.json", "styles.css"];
/** Nothing of the page or of the plugin may reach beyond this server. */
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

/** Copies the vault and listens on 127.0.0.1. Rejects with one sentence if there is no vault or the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const copy = await copyVault(options.vault);
  const site = new Site(options, copy);
  const server = createServer((request, response) => void site.answer(request, response));
  try {
    const port = await listen(server, options.port ?? 0);
    site.port = port;
    return {
      url: `http://127.0.0.1:${port}/`,
      vaultDir: copy.vaultDir,
      resetVault: (vault = options.vault) => site.resetVault(vault),
      close: () => site.close(server),
    };
  } catch (error) {
    copy.remove();
    throw error;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((fulfil, reject) => {
    server.once("error", (error) => {
      const isTaken = "code" in error && error.code === "EADDRINUSE";
      reject(isTaken ? new Error(`Port ${port} is already in use.`) : error);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address) fulfil(address.port);
    });
  });
}

class Site {
  port = 0;
  private vaultId = randomUUID();
  private vaultName: string;
  private readonly files: VaultFiles;
  private readonly feed = new ChangeFeed();
  private readonly watch: VaultWatch;

  constructor(
    private readonly options: ServerOptions,
    private readonly copy: VaultCopy,
  ) {
    this.files = new VaultFiles(copy.vaultDir, copy.spareDir);
    this.watch = new VaultWatch(copy.vaultDir, this.files, (paths) => this.feed.send(paths));
    this.vaultName = basename(resolve(options.vault));
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!isFromOwnPage(request, this.port)) throw new RequestError(403, "Only the page of this server may ask.");
      await this.route(request, response);
    } catch (error) {
      fail(response, error);
    }
  }

  async resetVault(vault: string): Promise<void> {
    this.stopWatching();
    await this.copy.replace(vault);
    this.vaultId = randomUUID();
    this.vaultName = basename(resolve(vault));
  }

  async close(server: Server): Promise<void> {
    this.stopWatching();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    this.copy.remove();
  }

  /** Pages that listen are told nothing any more. */
  private stopWatching(): void {
    this.watch.stop();
    this.feed.end();
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const method = request.method ?? "GET";
    const handleVault = vaultRoute(method, pathname);
    if (handleVault) return handleVault({ files: this.files, query: searchParams, request, response });
    if (method === "GET" && pathname === "/vault/changes") return this.sendChanges(response);
    if (pathname === "/cache") return this.answerCache(method, request, response);
    if (method !== "GET") throw new RequestError(405, "Only reading is possible here.");
    if (pathname === "/session") return sendJson(response, { id: this.vaultId, name: this.vaultName });
    if (pathname.startsWith("/plugin/")) return this.sendPluginFile(pathname.slice("/plugin/".length), response);
    this.sendPageFile(pathname === "/" ? "index.html" : pathname.slice(1), response);
  }

  /** Nothing that happens after the answer has begun is missed. */
  private async sendChanges(response: ServerResponse): Promise<void> {
    await this.watch.start();
    this.feed.add(response);
  }

  private async answerCache(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (method === "GET") return sendJson(response, await this.knownMetadata());
    const added = textsOf(JSON.parse((await readBody(request)).toString("utf8")));
    if (!added.every(([key]) => isKey(key))) throw new RequestError(400, "There is a key that is none.");
    for (const [key, json] of added) this.options.metadata?.set(key, json);
    send(response, 204, "text/plain");
  }

  /** The stored metadata of the notes that are in the vault now. */
  private async knownMetadata(): Promise<Record<string, string>> {
    const { metadata } = this.options;
    if (!metadata) return {};
    const keys = (await this.files.notes()).map(([, data]) => keyOf(decodeText(data)));
    const known = [...new Set(keys)].map((key) => [key, metadata.get(key)] as const);
    return Object.fromEntries(known.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  private async sendPluginFile(name: string, response: ServerResponse): Promise<void> {
    if (!PLUGIN_FILES.includes(name)) throw new RequestError(404, `There is no plugin file "${name}".`);
    sendFile(response, name, await readFile(join(this.options.pluginDir, name)));
  }

  private sendPageFile(name: string, response: ServerResponse): void {
    const body = Object.hasOwn(this.options.page, name) ? this.options.page[name] : undefined;
    if (body === undefined) throw new RequestError(404, `There is no page "${name}".`);
    response.setHeader("content-security-policy", POLICY);
    sendFile(response, name, body);
  }
}

/** The entries of a parsed value that are texts. */
function textsOf(value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string");
}

function sendFile(response: ServerResponse, name: string, body: string | Uint8Array): void {
  const type = TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
  send(response, 200, `${type}; charset=utf-8`, body);
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  if (error instanceof RequestError) return sendText(response, error.status, error.message);
  if (error instanceof ForbiddenPathError) return sendText(response, 403, `"${error.message}" is outside the vault.`);
  if (isMissing(error)) return sendText(response, 404, "There is no such file.");
  console.error(error);
  sendText(response, 500, error instanceof Error ? error.message : String(error));
}
