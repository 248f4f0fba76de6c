// When the vault's caches can be trusted to be as whole as they will be.
import type { App } from "obsidian";

/** Some notes are never indexed: when so long none was, in milliseconds, those that are left are taken for such. */
const PATIENCE = 30_000;

/** True if every note that is there has been indexed. */
function isIndexed({ vault, metadataCache }: App): boolean {
  return vault.getMarkdownFiles().every((file) => metadataCache.getFileCache(file) !== null);
}

/**
 * Resolves once every note that is there has been indexed, or no more are for a while.
 * `register` is given a function that ends the wait.
 */
export function whenIndexed(app: App, register: (cancel: () => void) => void): Promise<void> {
  const { metadataCache } = app;
  if (isIndexed(app)) return Promise.resolve();
  return new Promise((resolve) => {
    let timer = 0;
    const finish = (): void => {
      for (const ref of refs) metadataCache.offref(ref);
      window.clearTimeout(timer);
      resolve();
    };
    const wait = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(finish, PATIENCE);
    };
    // Obsidian says so whenever it has nothing to do for a moment, many times before all is indexed.
    const resolved = (): void => void (isIndexed(app) && finish());
    const refs = [metadataCache.on("resolved", resolved), metadataCache.on("changed", wait)];
    wait();
    register(finish);
  });
}
