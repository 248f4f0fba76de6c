// A set of paths that the device keeps in little room: five characters for each path, in parts, of which only those
// that changed are saved again. A path is kept as a hash; beside a hundred thousand paths in 32 parts, one in 300,000
// others is taken for one of them.
import type { DeviceStorage } from "./ports";

/** Digits of 6 bits; a hash within a part has 30. */
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
const [WIDTH, BITS] = [5, 6];

interface Hash {
  readonly part: number;
  readonly rest: number;
}

export class PathSet {
  /** Each part once it has been asked for. */
  private readonly known: (Set<number> | null)[];
  private readonly changed = new Set<number>();

  /** Nothing is read from the storage before it is asked for. `parts` is a power of two. */
  constructor(
    private readonly storage: DeviceStorage,
    private readonly key: string,
    private readonly parts: number,
  ) {
    this.known = Array.from({ length: parts }, () => null);
  }

  has(path: string): boolean {
    const { part, rest } = this.hashOf(path);
    return this.part(part).has(rest);
  }

  add(path: string): void {
    const { part, rest } = this.hashOf(path);
    const hashes = this.part(part);
    if (hashes.has(rest)) return;
    hashes.add(rest);
    this.changed.add(part);
  }

  delete(path: string): void {
    const { part, rest } = this.hashOf(path);
    if (this.part(part).delete(rest)) this.changed.add(part);
  }

  /** Holds these paths and no others from now on. */
  async keepOnly(paths: Iterable<string>, breathe: () => Promise<void>): Promise<void> {
    const kept = Array.from({ length: this.parts }, () => new Set<number>());
    for (const path of paths) {
      await breathe();
      const { part, rest } = this.hashOf(path);
      kept[part]?.add(rest);
    }
    for (const [part, hashes] of kept.entries()) {
      await breathe();
      if (isSame(hashes, this.part(part))) continue;
      this.known[part] = hashes;
      this.changed.add(part);
    }
  }

  /**
   * Saves the parts that have changed, in slices; those that the storage does not take are tried again the next time.
   */
  async save(breathe: () => Promise<void>): Promise<void> {
    for (const part of [...this.changed]) {
      await breathe();
      if (this.storage.save(this.keyOf(part), encoded(this.part(part)))) this.changed.delete(part);
    }
  }

  /** Two hashes of 32 bits (FNV-1a, and one with another prime): one chooses the part, the other gives 30 bits. */
  private hashOf(path: string): Hash {
    const text = path.normalize("NFC");
    let [one, other] = [0x811c9dc5, 0x9747b28c];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ code, 0x5bd1e995);
    }
    return {
      part: (other ^ (other >>> 15)) & (this.parts - 1),
      rest: (one ^ (one >>> 30)) & (2 ** (WIDTH * BITS) - 1),
    };
  }

  private part(part: number): Set<number> {
    const hashes = this.known[part] ?? decoded(this.storage.load(this.keyOf(part)));
    this.known[part] = hashes;
    return hashes;
  }

  private keyOf(part: number): string {
    return `${this.key}-${part}`;
  }
}

function isSame(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  if (one.size !== other.size) return false;
  for (const value of one) if (!other.has(value)) return false;
  return true;
}

function encoded(hashes: ReadonlySet<number>): string {
  let text = "";
  for (const hash of hashes)
    for (let shift = (WIDTH - 1) * BITS; shift >= 0; shift -= BITS) text += DIGITS.charAt((hash >>> shift) & 63);
  return text;
}

/** A value that is no such text holds nothing. */
function decoded(value: unknown): Set<number> {
  const hashes = new Set<number>();
  if (typeof value !== "string") return hashes;
  for (let at = 0; at + WIDTH <= value.length; at += WIDTH) {
    let hash = 0;
    for (let digit = at; digit < at + WIDTH; digit++) hash = (hash << BITS) | (VALUES.get(value.charAt(digit)) ?? 0);
    hashes.add(hash);
  }
  return hashes;
}
