// Tells the pages that listen of changed paths, as server-sent events: each a JSON list.
import type { ServerResponse } from "node:http";

export class ChangeFeed {
  private readonly listeners = new Set<ServerResponse>();

  /** Begins an answer that goes on until the page leaves or `end` is called. */
  add(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.flushHeaders();
    this.listeners.add(response);
    response.on("close", () => this.listeners.delete(response));
  }

  send(paths: readonly string[]): void {
    for (const response of this.listeners) response.write(`data: ${JSON.stringify(paths)}\n\n`);
  }

  end(): void {
    for (const response of this.listeners) response.end();
  }
}
