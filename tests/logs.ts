// Logs for tests and tools: one that nothing may be told to, one that keeps what it is told, one for the terminal.
import type { Log } from "../src/core/base/log";

/** Nothing is expected to fail. */
export const fail: Log = (message, why) => {
  throw new Error(message, { cause: why });
};

/** The log, and the messages it was told with what went wrong, as text. */
export function keptLog(): { readonly log: Log; readonly messages: string[] } {
  const messages: string[] = [];
  return { log: (message, why) => void messages.push(`${message} ${String(why)}`), messages };
}

export const toTerminal: Log = (message, why) => void process.stderr.write(`${message} ${String(why)}\n`);
