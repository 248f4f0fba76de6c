// The findings that the reader has seen in the map check of this device, so that new ones come first.
import type { Finding } from "../../core/upkeep/finding";
import type { DeviceStorage } from "../../progress/ports";
import { PathSet } from "../../progress/path-set";

const KEY = "moc-path-seen-findings";

export class SeenFindings {
  private readonly known: PathSet;
  /** False until a check was closed once: then nothing is new, or all would be. */
  private readonly hasLooked: boolean;
  private seenNow: readonly Finding[] = [];

  constructor(memory: DeviceStorage) {
    this.known = new PathSet(memory, KEY, 1);
    this.hasLooked = memory.load(`${KEY}-0`) !== null;
  }

  /** True for what was not there when the check was last closed. */
  isNew(finding: Finding): boolean {
    return this.hasLooked && !this.known.has(keyOf(finding));
  }

  /** The same findings, the new ones first. */
  newFirst(findings: readonly Finding[]): readonly Finding[] {
    return findings.toSorted((a, b) => Number(this.isNew(b)) - Number(this.isNew(a)));
  }

  /** These are before the reader now. */
  see(findings: readonly Finding[]): void {
    this.seenNow = findings;
  }

  /** From the next time on, what was seen is not new. */
  async save(): Promise<void> {
    for (const finding of this.seenNow) this.known.add(keyOf(finding));
    await this.known.save(() => Promise.resolve());
  }
}

function keyOf({ kind, map, target, text }: Finding): string {
  return JSON.stringify([kind, map, target, text]);
}
