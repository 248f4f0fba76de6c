// Obsidian Sync as its own client does it: files changed on both sides are merged as text, by the patches from the base
// to the remote one; where there is no base, at the first sync, the newer file wins.
import { diff_match_patch } from "diff-match-patch";
import type { Progress } from "../../src/progress/progress";
import type { FakeDevice, FakeVault } from "./fake-ports";

interface Version {
  readonly text: string;
  /** When it was written, by the clock of whoever wrote it. */
  readonly time: number;
}

/** The remote vault. */
export class Server {
  readonly files = new Map<string, Version>();
}

/** A device as sync knows it. */
interface SyncedSite {
  readonly vault: Pick<FakeVault, "texts">;
  readonly device: Pick<FakeDevice, "time">;
  readonly progress: { readonly journals: Pick<Progress["journals"], "absorb"> };
}

/** A site's own record of what was the same on both sides, and of when its files were written. */
export class Client<S extends SyncedSite = SyncedSite> {
  private bases = new Map<string, string>();
  private readonly seen = new Map<string, Version>();

  constructor(
    readonly site: S,
    private readonly server: Server,
  ) {}

  /** Forgets what was synced: the vault is connected anew. */
  connectAnew(): void {
    this.bases.clear();
  }

  sync(): void {
    const { files } = this.server;
    for (const path of new Set([...this.site.vault.texts.keys(), ...files.keys()])) this.syncFile(path);
  }

  private syncFile(path: string): void {
    const { texts } = this.site.vault;
    const [base, remote, local] = [this.bases.get(path), this.server.files.get(path), texts.get(path)];
    if (local === undefined && remote) this.take(path, remote);
    else if (local !== undefined && (!remote || remote.text === base)) this.give(path, local);
    else if (local !== undefined && remote && local !== remote.text)
      if (local === base) this.take(path, remote);
      else if (base === undefined) this.takeNewer(path, local, remote);
      else this.merge(path, base, local, remote);
  }

  private takeNewer(path: string, local: string, remote: Version): void {
    if (remote.time > this.timeOf(path, local)) this.take(path, remote);
    else this.give(path, local);
  }

  private merge(path: string, base: string, local: string, remote: Version): void {
    const patcher = new diff_match_patch();
    const [merged] = patcher.patch_apply(patcher.patch_make(base, remote.text), local);
    this.take(path, { text: merged, time: this.site.device.time });
    this.give(path, merged);
  }

  private take(path: string, version: Version): void {
    const { vault, progress } = this.site;
    this.bases.set(path, version.text);
    this.seen.set(path, version);
    if (vault.texts.get(path) === version.text) return;
    vault.texts.set(path, version.text);
    progress.journals.absorb({ path, text: version.text });
  }

  private give(path: string, text: string): void {
    this.bases.set(path, text);
    this.server.files.set(path, { text, time: this.timeOf(path, text) });
  }

  private timeOf(path: string, text: string): number {
    const seen = this.seen.get(path);
    if (seen?.text === text) return seen.time;
    const version = { text, time: this.site.device.time };
    this.seen.set(path, version);
    return version.time;
  }
}
