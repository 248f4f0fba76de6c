// The journals that this device writes: the one to go on with for each month, and the events that each of them holds.
import type { Device } from "./device";
import { deviceOf } from "./event";
import { isSound, missingIn, type JournalLine, type JournalReading } from "./journal";

export class OwnJournals {
  /** The journal to go on with, by month. */
  private readonly current = new Map<string, string>();
  /** The ids of this device's events in each, by path: as it was read or written last. */
  private readonly held = new Map<string, ReadonlySet<string>>();

  constructor(private readonly device: Pick<Device, "id" | "journal">) {}

  /** The journal of a month to go on with; null where one is to be begun. */
  pathOf(month: string): string | null {
    return this.current.get(month) ?? null;
  }

  /** True if all goes on in this journal. */
  isCurrent(path: string): boolean {
    return [...this.current.values()].includes(path);
  }

  /** Events were written into a journal, in which all goes on. */
  began(month: string, path: string, lines: readonly Pick<JournalLine, "id">[]): void {
    this.current.set(month, path);
    this.device.journal = path;
    this.held.set(path, new Set([...(this.held.get(path) ?? []), ...lines.map(({ id }) => id)]));
  }

  /** A journal has this text now: goes on in one that this device began, and in no copy that a sync tool made of it. */
  read(path: string, text: string, { month, events }: JournalReading): void {
    const { device } = this;
    if (month !== null && isSound(text, device.id)) this.adopt(path, month);
    // Also one that was full or is damaged.
    const isOwn = this.isCurrent(path) || path === device.journal || this.isOwnName(path, "\\d{4}-\\d{2}");
    const ids = isOwn ? events.filter((event) => deviceOf(event) === device.id).map(({ id }) => id) : [];
    this.held.set(path, new Set(ids));
  }

  /** The events that a journal held, and that now neither its text nor another journal of this device holds. */
  lostFrom(path: string, text: string): readonly string[] {
    const ids = [...(this.held.get(path) ?? [])].map((id) => ({ id }));
    const [missing, beside] = [ids.length === 0 ? [] : missingIn(text, ids), this.heldBeside(path)];
    return missing.flatMap(({ id }) => (beside.has(id) ? [] : [id]));
  }

  /** The events that journals of this device beside this one hold. */
  heldBeside(path: string): ReadonlySet<string> {
    return new Set([...this.held].flatMap(([other, ids]) => (other === path ? [] : [...ids])));
  }

  moved(from: string, to: string): void {
    for (const [month, path] of this.current) if (path === from) this.current.set(month, to);
    if (this.device.journal === from) this.device.journal = to;
    const ids = this.held.get(from);
    this.held.delete(from);
    if (ids) this.held.set(to, ids);
  }

  /** The device is another one now: it begins journals of its own. */
  clear(): void {
    this.current.clear();
    this.held.clear();
  }

  private adopt(path: string, month: string): void {
    const { device, current } = this;
    const known = current.get(month);
    if (known !== undefined && known === device.journal) return;
    if (path === device.journal || (known === undefined && this.isOwnName(path, month))) current.set(month, path);
  }

  /** `month` is a pattern. */
  private isOwnName(path: string, month: string): boolean {
    return new RegExp(`(?:^|/)Progress (?:[^/]+ )?${this.device.id} ${month}(?: part \\d+)?\\.md$`).test(path);
  }
}
