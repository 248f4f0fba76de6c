// Copies a vault to a temporary folder, so that nothing done in the stand-in app reaches the original.
import { cp, lstat, mkdtemp, stat } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TRIES = 5;

/** A write of the page that is just being closed may still come in between: then what it wrote is removed as well. */
function removeFolder(path: string): void {
  for (let left = TRIES; left > 0; left--)
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 1, retryDelay: 50 });
      return;
    } catch (error) {
      if (left === 1) throw error;
    }
}

/** A temporary folder with the copy in `vaultDir`, and beside it `spareDir` for files that are not complete yet. */
export interface VaultCopy {
  readonly vaultDir: string;
  readonly spareDir: string;
  /** Puts a fresh copy of a vault in the place of the old one. */
  replace(vault: string): Promise<void>;
  remove(): void;
}

/** Throws a one-sentence error if the vault is no folder. Symbolic links are left out. */
export async function copyVault(vault: string): Promise<VaultCopy> {
  await assertFolder(vault);
  const base = await mkdtemp(join(tmpdir(), "moc-path-vault-"));
  const copy = { vaultDir: join(base, "vault"), spareDir: join(base, "spare") };
  const removeAtExit = (): void => removeFolder(base);
  process.once("exit", removeAtExit);
  const replace = async (from: string): Promise<void> => {
    await assertFolder(from);
    removeFolder(copy.vaultDir);
    await cp(from, copy.vaultDir, { recursive: true, preserveTimestamps: true, filter: isNoLink });
  };
  await replace(vault);
  return {
    ...copy,
    replace,
    remove: () => {
      process.off("exit", removeAtExit);
      removeAtExit();
    },
  };
}

async function isNoLink(path: string): Promise<boolean> {
  return !(await lstat(path)).isSymbolicLink();
}

async function assertFolder(vault: string): Promise<void> {
  const stats = await stat(vault).catch(() => null);
  if (!stats?.isDirectory()) throw new Error(`The vault folder "${vault}" does not exist.`);
}
