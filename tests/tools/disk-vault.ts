// A vault on disk as the index sees it, by the stand-in's own cache; nothing is ever written into it.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CachedMetadata } from "obsidian";
import type { FileSource } from "../../src/index/ports";
import { stored } from "../host/cache";
import { LinkIndex } from "../host/cache/link-index";
import { parseMetadata } from "../host/metadata/parse";
import { metadataStore } from "../host/server/metadata-store";

/** Vault paths of all files; dot files and symbolic links are no part of a vault. */
async function filesOf(root: string, folder = ""): Promise<readonly string[]> {
  const children = await readdir(join(root, folder), { withFileTypes: true });
  const lists = await Promise.all(
    children
      .filter(({ name }) => !name.startsWith("."))
      .map(async (child) => {
        const path = folder === "" ? child.name : `${folder}/${child.name}`;
        return child.isDirectory() ? filesOf(root, path) : child.isFile() ? [path] : [];
      }),
  );
  return lists.flat();
}

/** Opens a vault folder. Notes are parsed when they are first asked for. Rejects if it cannot be read. */
export async function openVault(root: string): Promise<FileSource> {
  const files = await filesOf(root);
  const links = new LinkIndex();
  for (const path of files) links.add(path);
  const notes = files.filter((path) => /\.md$/i.test(path));
  const texts = new Map(
    await Promise.all(notes.map(async (path) => [path, await readFile(join(root, path), "utf8")] as const)),
  );
  const caches = new Map<string, CachedMetadata>();
  const parse = stored(parseMetadata, metadataStore());
  const cacheOf = (path: string): CachedMetadata | null => {
    const text = texts.get(path);
    if (text === undefined) return null;
    const cache = caches.get(path) ?? parse(text);
    caches.set(path, cache);
    return cache;
  };
  return {
    notes: () => notes,
    files: () => files,
    cacheOf,
    read: (path) => Promise.resolve(texts.get(path) ?? ""),
    resolve: (linkpath, sourcePath) => links.resolve(linkpath, sourcePath),
    isFolder: (path) => files.some((file) => file.startsWith(`${path}/`)),
  };
}
