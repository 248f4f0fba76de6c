// `npm run install-plugin -- VAULT`: builds the plugin and copies it into a real vault.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildPlugin } from "./bundle.mjs";
import { configFolder, copyPlugin } from "./plugin-folder.mjs";
import { ensureModules, firstSentence, SetupError } from "./setup.mjs";

const USAGE = "Say which vault: npm run install-plugin -- VAULT [--config FOLDER].";

/** Reads the command line. Throws one sentence about what cannot be understood. */
function readOptions(args) {
  const { values, positionals } = parse(args);
  const [vault] = positionals;
  if (vault === undefined || positionals.length > 1) throw new SetupError(USAGE);
  return configFolder(resolve(process.env.INIT_CWD ?? ".", vault), values.config);
}

function parse(args) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { config: { type: "string" } } });
  } catch (error) {
    throw new SetupError(firstSentence(error));
  }
}

try {
  const config = readOptions(process.argv.slice(2));
  ensureModules();
  buildPlugin();
  const { folder, next } = copyPlugin(config);
  console.log(`MOC Path is in ${folder}\n${next}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
