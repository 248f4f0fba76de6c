// `npm start`: the plugin in the stand-in app, over a copy of the demo vault or of a real one, in the default browser.
import { join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildPlugin, loadServer } from "./bundle.mjs";
import { openBrowser } from "./open-browser.mjs";
import { ensureModules, firstSentence, root, SetupError } from "./setup.mjs";

/** Reads the command line. Throws one sentence about what cannot be understood. */
function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: { vault: { type: "string" }, port: { type: "string" }, "no-open": { type: "boolean" } },
    });
    return { vault: vaultOf(values.vault), port: portOf(values.port ?? "0"), opens: !values["no-open"] };
  } catch (error) {
    throw new SetupError(firstSentence(error));
  }
}

function vaultOf(option) {
  const vault =
    option === undefined ? join(root, "tests", "fixtures", "vault") : resolve(process.env.INIT_CWD ?? ".", option);
  if (!existsSync(vault)) throw new SetupError(`The vault folder "${vault}" does not exist.`);
  return vault;
}

function portOf(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new SetupError(`"${text}" is no port.`);
  return port;
}

async function start() {
  const { vault, port, opens } = readOptions(process.argv.slice(2));
  ensureModules();
  buildPlugin();
  const { serveDemo } = await loadServer();
  let server = null;
  // Leaving by `exit`, not by the signal, lets the copy of the vault be removed.
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => void Promise.resolve(server?.close()).finally(() => process.exit(0)));
  server = await serveDemo({ projectDir: root, vault, port });
  console.log(`MOC Path is at ${server.url} on a copy of ${vault} (Ctrl+C ends it)`);
  if (opens) openBrowser(server.url);
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
