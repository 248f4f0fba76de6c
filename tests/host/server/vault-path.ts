// Keeps every path of a request inside the vault: no way up, no absolute path, no link that leads out.
import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, sep } from "node:path";

/** A request for something outside the vault. */
export class ForbiddenPathError extends Error {}

/** The absolute path of a vault path ("" is the root). Throws `ForbiddenPathError` if it leads outside `root`. */
export async function resolveInVault(root: string, vaultPath: string): Promise<string> {
  const parts = vaultPath.split("/").filter((part) => part !== "");
  const isWild =
    isAbsolute(vaultPath) || /[\0\\]/u.test(vaultPath) || parts.some((part) => part === ".." || part === ".");
  if (isWild) throw new ForbiddenPathError(vaultPath);
  const path = join(root, ...parts);
  const real = await realpathOfNearest(path);
  const realRoot = await realpath(root);
  if (real !== realRoot && !real.startsWith(realRoot + sep)) throw new ForbiddenPathError(vaultPath);
  return path;
}

/** The real place of the path, or of the nearest folder above it that exists. */
async function realpathOfNearest(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    return realpathOfNearest(dirname(path));
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
