// Parsed metadata of notes, kept between runs: a file for each text, in a folder for each state of the parser.
// Servers and tests that run side by side share it: a file is there whole or not at all, whoever wrote it.
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CacheStore } from "../cache";
import { isMissing } from "./vault-path";

/** The project's root, from here and from node_modules/.cache/moc-path, where this is bundled into tools. */
const projectDir = fileURLToPath(new URL("../../..", import.meta.url));
const PREFIX = "metadata-";
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

export class MetadataStore implements CacheStore {
  constructor(private readonly folder: string) {}

  get(key: string): string | undefined {
    try {
      return readFileSync(this.at(key), "utf8");
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  set(key: string, json: string): void {
    mkdirSync(this.folder, { recursive: true });
    const spare = `${this.at(key)}.${randomUUID()}`;
    writeFileSync(spare, json);
    renameSync(spare, this.at(key));
  }

  private at(key: string): string {
    return join(this.folder, `${key}.json`);
  }
}

let opened: MetadataStore | null = null;

/** The project's store under node_modules/.cache, for the parser as it is now. What is a week old is removed. */
export function metadataStore(): MetadataStore {
  opened ??= openStore(join(projectDir, "node_modules", ".cache", "moc-path"));
  return opened;
}

/** The store in a folder that may hold other things too. */
export function openStore(caches: string): MetadataStore {
  const name = `${PREFIX}${parserHash()}`;
  for (const other of namesIn(caches).filter((one) => one.startsWith(PREFIX) && one !== name))
    removeIfOld(join(caches, other));
  for (const file of namesIn(join(caches, name))) removeIfOld(join(caches, name, file));
  return new MetadataStore(join(caches, name));
}

/** Its own files, and the versions of the packages it is built on. */
function parserHash(): string {
  const parser = join(projectDir, "tests", "host", "metadata");
  const files = namesIn(parser)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(parser, name));
  const hash = createHash("sha256");
  for (const file of [...files.sort(), join(projectDir, "package-lock.json")]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Another process may have removed it meanwhile. */
function removeIfOld(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && Date.now() - stats.mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
