// Answers of the server, and reading what a request brings.
import type { IncomingMessage, ServerResponse } from "node:http";

const MOST_BYTES = 64 * 1024 * 1024;

/** A request that cannot be answered; the message goes to the client. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array = ""): void {
  const headers = {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  };
  response.writeHead(status, headers).end(body);
}

export function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, "application/json; charset=utf-8", JSON.stringify(value));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  send(response, status, "text/plain; charset=utf-8", text);
}

/** The whole body. Rejects with status 413 beyond 64 MiB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RequestError(413, "The request is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
