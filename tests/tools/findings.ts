// `npm run --silent findings -- VAULT [MAP]`: what is to be mended in one map, or in every map found, of a vault on
// disk, as JSON: `[{ kind, class, map, line, text, target, reason, fixes: [{ title, edits: [{ path, line, before, after
// }] }] }]`.
import { stat } from "node:fs/promises";
import { en } from "../../src/i18n/en";
import { reportOf } from "../../src/index/ready-fixes";
import { openVault } from "./disk-vault";
import { findingsIn } from "./vault-findings";

async function run([root, map]: readonly string[]): Promise<unknown> {
  if (root === undefined) throw new Error("Usage: npm run --silent findings -- VAULT [MAP]");
  const folder = await stat(root).catch(() => null);
  if (!folder?.isDirectory()) throw new Error(`The vault folder "${root}" does not exist.`);
  const vault = await openVault(root);
  const { index, findings } = await findingsIn(vault);
  if (map !== undefined && !index.isMap(map)) throw new Error(`"${map}" is no map of content in this vault.`);
  return reportOf(map === undefined ? findings.all() : findings.of(map), en.findings.sentence, (path) =>
    vault.read(path),
  );
}

try {
  process.stdout.write(`${JSON.stringify(await run(process.argv.slice(2)), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
