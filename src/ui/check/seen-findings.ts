// The findings that the reader has seen in the map check of this device, so that new ones come first.
import type { Finding } from "../../core/upkeep/finding";
import type { DeviceStorage } from "../../progress/ports";
import { PathSet } from "../../progress/path-set";

const KEY = "moc-path-seen-findings";

export class SeenFindings {
  private readonly known: PathSet;
  /** False until a check was closed once: then nothing is new, or all would be. */
  private readonly hasLooked: boolean;
  /** All that was before the reader, by the map that was checked; null for all maps. */
  private readonly seenNow = new Map<string | null, readonly Finding[]>();
  /** Asked for at every drawing, of thousands. */
  private readonly told = new WeakMap<Finding, boolean>();

  constructor(memory: DeviceStorage) {
    this.known = new PathSet(memory, KEY, 1);
    this.hasLooked = memory.load(`${KEY}-0`) !== null;
  }

  /** True for what was not there when the check was last closed. */
  isNew(finding: Finding): boolean {
    const isNew = this.told.get(finding) ?? (this.hasLooked && !this.known.has(keyOf(finding)));
    this.told.set(finding, isNew);
    return isNew;
  }

  /** The same findings, the new ones first. */
  newFirst(findings: readonly Finding[]): readonly Finding[] {
    return [...findings.filter((one) => this.isNew(one)), ...findings.filter((one) => !this.isNew(one))];
  }

  /** These are before the reader now, who checks a map, or with null all. */
  see(map: string | null, findings: readonly Finding[]): void {
    this.seenNow.set(map, findings);
  }

  /** From the next time on, what was seen is not new. `all` that there is tells what need not be known any more. */
  async save(all: readonly Finding[]): Promise<void> {
    const seen = [...this.seenNow.values()].flat().map(keyOf);
    const kept = all.map(keyOf).filter((key) => this.known.has(key));
    await this.known.keepOnly([...seen, ...kept], () => Promise.resolve());
    await this.known.save(() => Promise.resolve());
  }
}

function keyOf({ kind, map, target, text }: Finding): string {
  return JSON.stringify([kind, map, target, text]);
}
