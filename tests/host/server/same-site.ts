// Only the page that this server gave out may talk to it: other sites open in the same browser may not.
import type { IncomingMessage } from "node:http";

/**
 * True if the request was addressed to this server by its own name and comes from its own page, or from no page at all.
 */
export function isFromOwnPage({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (headers.host === undefined || !hosts.includes(headers.host)) return false;
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return false;
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}
