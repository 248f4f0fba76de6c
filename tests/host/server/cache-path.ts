// Where parsed metadata is kept between runs: a file for each state of the parser, so that a changed parser parses anew.
import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "./vault-path";

const PREFIX = "metadata-";

/** The file for the parser as it is now. Files of older parsers are removed. */
export async function metadataCachePath(projectDir: string): Promise<string> {
  const folder = join(projectDir, "node_modules", ".cache", "moc-path");
  const name = `${PREFIX}${await parserHash(join(projectDir, "tests", "host", "metadata"))}.json`;
  for (const other of await namesIn(folder)) {
    if (other.startsWith(PREFIX) && other !== name) await rm(join(folder, other), { force: true });
  }
  return join(folder, name);
}

async function parserHash(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of [...(await namesIn(folder))].sort()) {
    if (name.endsWith(".ts")) hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
