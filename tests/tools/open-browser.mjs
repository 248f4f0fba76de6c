// Opens an address in the default browser of the system.
import { spawn } from "node:child_process";

const COMMANDS = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] };

/** Nobody can know if it worked; the address is printed anyway. */
export function openBrowser(url) {
  const [command, ...args] = COMMANDS[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
