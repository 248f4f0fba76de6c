// Another program at work on the vault's copy on disk: what sync, git or a script does while the app runs.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Disk } from "../vault";

export class OutsideDisk implements Disk {
  constructor(private readonly vaultDir: string) {}

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(this.at(path)), { recursive: true });
    await writeFile(this.at(path), text);
  }

  async move(from: string, to: string): Promise<void> {
    await mkdir(dirname(this.at(to)), { recursive: true });
    await rename(this.at(from), this.at(to));
  }

  async delete(path: string): Promise<void> {
    await rm(this.at(path), { recursive: true });
  }

  private at(path: string): string {
    return join(this.vaultDir, path);
  }
}
