// The requests that read and change the vault; what they mean is written down in ../vault/http-backend.ts.
// Besides those there is `GET /vault/notes`: every note at once, packed as in packed-files.ts.
import type { IncomingMessage, ServerResponse } from "node:http";
import { packFiles } from "./packed-files";
import { readBody, RequestError, send, sendJson } from "./reply";
import type { VaultFiles } from "./vault-files";

interface VaultRequest {
  readonly files: VaultFiles;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

type Handler = (asked: VaultRequest) => Promise<void>;

const ROUTES: Readonly<Record<string, Handler>> = {
  "GET /vault/list": async ({ files, response }) => sendJson(response, await files.list()),
  "POST /vault/stat": async ({ files, request, response }) => {
    sendJson(response, await Promise.all(paths(await readJson(request)).map((path) => files.find(path))));
  },
  "GET /vault/notes": async ({ files, response }) =>
    send(response, 200, "application/octet-stream", packFiles(await files.notes())),
  "GET /vault/file": async ({ files, query, response }) =>
    send(response, 200, "application/octet-stream", await files.read(pathIn(query))),
  "PUT /vault/file": async ({ files, query, request, response }) =>
    sendJson(response, await files.write(pathIn(query), await readBody(request))),
  "DELETE /vault/file": async ({ files, query, response }) => {
    await files.remove(pathIn(query));
    send(response, 204, "text/plain");
  },
  "POST /vault/folder": async ({ files, request, response }) => {
    sendJson(response, await files.createFolder(field(await readJson(request), "path")));
  },
  "POST /vault/rename": async ({ files, request, response }) => {
    const body = await readJson(request);
    sendJson(response, await files.rename(field(body, "from"), field(body, "to")));
  },
};

/** The handler of a request to the vault, or null. */
export function vaultRoute(method: string, pathname: string): Handler | null {
  return ROUTES[`${method} ${pathname}`] ?? null;
}

function pathIn(query: URLSearchParams): string {
  return required(query.get("path"), "path");
}

function field(body: unknown, name: string): string {
  const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
  return required(typeof value === "string" ? value : null, name);
}

function paths(body: unknown): readonly string[] {
  const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "paths") : undefined;
  if (!Array.isArray(value) || !value.every((path) => typeof path === "string"))
    throw new RequestError(400, '"paths" is no list of paths.');
  return value;
}

function required(value: string | null, name: string): string {
  if (value === null) throw new RequestError(400, `"${name}" is missing.`);
  return value;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse((await readBody(request)).toString("utf8")) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new RequestError(400, "The body is no JSON.");
    throw error;
  }
}
