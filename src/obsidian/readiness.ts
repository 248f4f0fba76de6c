// When the vault's caches can be trusted to be as whole as they will be.
import type { App } from "obsidian";

/** Some notes are never indexed; nothing waits for those longer than this, in milliseconds. */
const PATIENCE = 30_000;

/** Resolves once every note that is there has been indexed, or after a while. `register` is given what ends the wait. */
export function whenIndexed(app: App, register: (cancel: () => void) => void): Promise<void> {
  const { vault, metadataCache } = app;
  if (vault.getMarkdownFiles().every((file) => metadataCache.getFileCache(file) !== null)) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      metadataCache.offref(ref);
      window.clearTimeout(timer);
      resolve();
    };
    const ref = metadataCache.on("resolved", finish);
    const timer = window.setTimeout(finish, PATIENCE);
    register(finish);
  });
}
