// A world of two devices whose vaults are brought together by sync, in which notes are marked, renamed, moved, deleted
// and written anew, by the reader, by scripts and by git; and what of all that has to be known in the end.
import type { State } from "../../src/core/base/state";
import type { MarkEvent } from "../../src/progress/event";
import type { Fingerprint } from "../../src/progress/fingerprint";
import { MovedNotes, type Offer, type VaultSnapshot } from "../../src/progress/moved-notes";
import { noteOf } from "../../src/core/read/links";
import { Progress } from "../../src/progress/progress";
import { basenameOf } from "../../src/core/base/paths";
import { fail } from "../logs";
import { FakeDevice, FakeVault, settle } from "./fake-ports";
import { Client, Server } from "./obsidian-sync";

/** The text of a note: one subject for good, and so many edits of it. */
export interface Writing {
  readonly subject: number;
  readonly edits: number;
}

export type Notes = ReadonlyMap<string, Writing>;

const QUIET = 60_000;

/** A note as Obsidian's cache tells of it; `isRead` is false while it is not indexed. */
function fingerprintOf(path: string, { subject, edits }: Writing, isRead: boolean): Fingerprint {
  const headings = Array.from({ length: 8 }, (_, at) => `Subject ${subject}.${at}`);
  // Each edit changes one heading for good.
  const known = isRead ? headings.map((heading, at) => (at > 0 && at <= edits ? `${heading} again` : heading)) : [];
  const lines = isRead ? 20 + subject * 3 + edits : null;
  return { basename: basenameOf(path), title: known[0] ?? null, ids: {}, headings: known, lines };
}

/** A device with its own copy of the vault. */
export class WorldSite {
  readonly vault = new FakeVault();
  readonly device: FakeDevice;
  notes = new Map<string, Writing>();
  /** Notes that are not indexed yet. */
  private readonly unread = new Set<string>();
  app: { readonly progress: Progress; readonly moved: MovedNotes } | null = null;
  /** Milliseconds that its clock is ahead. */
  skew = 0;
  /** Pairs of subjects of which one took the place of the other unseen. */
  readonly rewritten: (readonly [number, number])[] = [];
  /** The paths that were there when all was quiet last. */
  private known = new Map<string, number>();
  /** Subjects that came to such a path, or were at two at once: devices look for notes only where none was known. */
  readonly unsought = new Set<number>();
  /** The notes when a branch was left. */
  stash: Notes | null = null;

  constructor(seed: number) {
    this.device = new FakeDevice(this.vault, seed * 7919 + 1);
  }

  /** For sync, which also comes while the app is closed. */
  get progress(): { readonly journals: Pick<Progress["journals"], "absorb"> } {
    return this.app?.progress ?? { journals: { absorb: () => undefined } };
  }

  fingerprint = (path: string): Fingerprint | null => {
    const writing = this.notes.get(path);
    return writing ? fingerprintOf(path, writing, !this.unread.has(path)) : null;
  };

  async open(): Promise<void> {
    if (this.app) return;
    this.unread.clear();
    const ports = { ...this.device.ports(), fingerprint: this.fingerprint, now: () => this.device.time + this.skew };
    const progress = new Progress(ports);
    const snapshot: VaultSnapshot = {
      device: ports.device,
      files: () => [...this.notes.keys()],
      isThere: (path) => this.notes.has(path),
      fingerprint: this.fingerprint,
      watched: () => [],
      hasPart: () => null,
      partsOf: () => [],
      breathe: () => Promise.resolve(),
      later: ports.later,
      now: ports.now,
    };
    const moved = new MovedNotes(snapshot, progress, fail);
    progress.onChange((targets) => void moved.follow(targets));
    this.app = { progress, moved };
    await progress.journals.load();
    if (moved.isUntouched) await moved.look();
  }

  async close(isKilled: boolean): Promise<void> {
    if (!this.app) return;
    this.app.moved.stop();
    if (!isKilled) await this.app.progress.stop();
    this.device.dropTimers();
    this.app = null;
  }

  /** A minute without anything happening. */
  async quiet(): Promise<void> {
    await this.device.pass(QUIET);
    await this.app?.moved.look();
    if (this.app) this.known = new Map([...this.notes].map(([path, { subject }]) => [path, subject]));
    await this.device.pass(QUIET);
  }

  /** A note is there, has other contents or is gone, by something other than the app. */
  async change(path: string, writing: Writing | undefined): Promise<void> {
    const before = this.notes.get(path);
    if (before === writing) return;
    if (before && writing && before.subject !== writing.subject) {
      if (!this.app) this.rewritten.push([before.subject, writing.subject]);
      await this.change(path, undefined);
      return this.change(path, writing);
    }
    this.comesUnseen(path, writing);
    const isCopy = [...this.notes].some(([other, { subject }]) => other !== path && subject === writing?.subject);
    if (writing && (isCopy || this.known.has(path))) this.unsought.add(writing.subject);
    if (writing) this.notes.set(path, writing);
    else this.notes.delete(path);
    if (!this.app) return;
    const { progress, moved } = this.app;
    if (!before) this.unread.add(path);
    if (!before || !writing) progress.moving.notesChanged([path]);
    moved.happened([path]);
    await settle();
    this.unread.delete(path);
    if (writing) progress.moving.noteRead(path);
    await settle();
  }

  /** While the app runs, it sees one file go and another come; else it may as well have been rewritten. */
  private comesUnseen(path: string, writing: Writing | undefined): void {
    const last = this.known.get(path);
    if (!this.app && writing && last !== undefined && last !== writing.subject)
      this.rewritten.push([last, writing.subject]);
  }

  /** A note is renamed in the app, or outside while that is closed. */
  async rename(from: string, to: string): Promise<void> {
    const writing = this.notes.get(from);
    if (!writing || this.notes.has(to)) return;
    this.notes.delete(from);
    this.notes.set(to, writing);
    this.comesUnseen(to, writing);
    if (!this.app) return;
    if (this.known.delete(from)) this.known.set(to, writing.subject);
    this.app.progress.moving.notesChanged([from, to]);
    await this.app.moved.renamed(from, to);
  }

  /** Scripts or git put other notes in the place of all. */
  async checkOut(notes: Notes, order: (paths: readonly string[]) => readonly string[]): Promise<void> {
    for (const path of order([...new Set([...this.notes.keys(), ...notes.keys()])]))
      await this.change(path, notes.get(path));
  }
}

/** A site with what was the same in its notes and in those of the server. */
export class Copy {
  readonly journals: Client;
  private bases = new Map<string, Writing>();

  constructor(
    readonly site: WorldSite,
    server: Server,
    private readonly remote: Map<string, Writing>,
    private readonly shuffled: (paths: readonly string[]) => readonly string[],
  ) {
    this.journals = new Client(site, server);
  }

  async syncNotes(): Promise<void> {
    const { site, remote, bases } = this;
    for (const path of this.shuffled([...new Set([...bases.keys(), ...remote.keys(), ...site.notes.keys()])])) {
      const [base, there, here] = [bases.get(path), remote.get(path), site.notes.get(path)];
      if (here === base || here === undefined) await site.change(path, there);
      else if (there === base || there === undefined || there.subject === here.subject) put(remote, path, here);
      else {
        // Both have other notes there: what is here stays, and that of the other side is kept beside it.
        put(remote, path, here);
        await site.change(path.replace(/(?: \d+)?\.md$/, ` ${there.subject}.md`), there);
      }
      put(bases, path, remote.get(path));
    }
  }
}

function put(notes: Map<string, Writing>, path: string, writing: Writing | undefined): void {
  if (writing) notes.set(path, writing);
  else notes.delete(path);
}

/** A subject, or a part of it. */
function keyOf(subject: number, target: string): string {
  return `${subject}${target.slice(noteOf(target).length)}`;
}

export class World {
  readonly copies: readonly Copy[];
  /** The subject that each mark is about, or the part of it, by the id of its event. */
  readonly subjects = new Map<string, string>();
  private readonly marks = new Map<string, MarkEvent>();
  private subjectCount = 0;

  constructor(readonly random: () => number) {
    const [server, remote] = [new Server(), new Map<string, Writing>()];
    const shuffled = (paths: readonly string[]): readonly string[] =>
      paths
        .map((path) => [this.random(), path] as const)
        .sort(([a], [b]) => a - b)
        .map(([, path]) => path);
    this.copies = [1, 2].map((seed) => new Copy(new WorldSite(seed), server, remote, shuffled));
    this.shuffled = shuffled;
  }

  readonly shuffled: (paths: readonly string[]) => readonly string[];

  newWriting(): Writing {
    return { subject: this.subjectCount++, edits: 0 };
  }

  async sync(copy: Copy): Promise<void> {
    await copy.site.device.pass(1000);
    if (this.random() < 0.5) copy.journals.sync();
    await copy.syncNotes();
    copy.journals.sync();
    await settle();
    this.noteMarks(copy.site);
  }

  /** Remembers what the marks are about that a device has made just now. */
  noteMarks(site: WorldSite): void {
    if (!site.app) return;
    for (const event of site.app.progress.exported().events) {
      if (event.kind !== "mark" || this.subjects.has(event.id)) continue;
      const there = site.notes.get(noteOf(event.target));
      const over = event.over === null ? undefined : this.subjects.get(event.over);
      const key = there ? keyOf(there.subject, event.target) : over;
      if (key === undefined) throw new Error(`Nobody knows what ${event.id} is about.`);
      this.subjects.set(event.id, key);
      this.marks.set(event.id, event);
    }
  }

  /** The states that a subject, or a part of it, may have: those of its marks that no later one knew of. */
  allowed(key: string): ReadonlySet<State> {
    const own = [...this.marks.values()].filter(({ id }) => this.subjects.get(id) === key);
    const covered = new Set(own.flatMap(({ over }) => over ?? []));
    return new Set(own.filter(({ id }) => !covered.has(id)).map(({ state }) => state));
  }

  /** True if an offer is right: the marks at `from` are about the note at `to`. */
  isRight(site: WorldSite, { from, to }: Offer): boolean {
    const heads = site.app?.progress.heads ?? new Map<string, MarkEvent>();
    const there = site.notes.get(to)?.subject;
    return [...heads].some(
      ([target, { id }]) => noteOf(target) === from && parseInt(this.subjects.get(id) ?? "", 10) === there,
    );
  }

  /** True if a reader is told that the note of a mark was not found, since it is where another one was. */
  private isListed(key: string): boolean {
    return this.copies.some(({ site: { app, unsought } }) => {
      const missing = new Set(app?.moved.missing);
      const isMissing = ([target, { id }]: readonly [string, MarkEvent]): boolean =>
        missing.has(noteOf(target)) && this.subjects.get(id) === key;
      return unsought.has(parseInt(key, 10)) && [...(app?.progress.heads ?? [])].some(isMissing);
    });
  }

  private isRewritten(subject: number): boolean {
    return this.copies.some(({ site }) => site.rewritten.some((pair) => pair.includes(subject)));
  }

  /** True if a note took the place of another one where nobody could see that. */
  private isUnseen(before: string, now: number): boolean {
    const rewritten = this.copies.flatMap(({ site }) => site.rewritten);
    return rewritten.some(([one, other]) => one === parseInt(before, 10) && other === now);
  }

  /** Everything that is wrong on a device, in words. */
  wrongAt({ notes, app }: WorldSite): readonly string[] {
    const heads = app?.progress.heads ?? new Map<string, MarkEvent>();
    const wrong: string[] = [];
    const places = new Map<number, string[]>();
    for (const [path, { subject }] of notes) places.set(subject, [...(places.get(subject) ?? []), path]);
    for (const [target, { id, state }] of heads) {
      const there = notes.get(noteOf(target));
      const key = this.subjects.get(id);
      if (there && key !== keyOf(there.subject, target) && !this.isUnseen(key ?? "", there.subject))
        wrong.push(`${target} (${keyOf(there.subject, target)}) has ${state} of ${key}`);
    }
    for (const key of new Set(this.subjects.values())) {
      const paths = places.get(parseInt(key, 10)) ?? [];
      const part = key.replace(/^\d+/, "");
      const states = paths.map((path) => heads.get(path + part)?.state);
      const allowed = this.allowed(key);
      if (
        paths.length > 0 &&
        !this.isRewritten(parseInt(key, 10)) &&
        !this.isListed(key) &&
        !states.some((state) => state !== undefined && allowed.has(state))
      )
        wrong.push(`${key} at ${paths.join()}${part} is ${states.join()}, not ${[...allowed].join(" or ")}`);
    }
    return wrong;
  }
}
