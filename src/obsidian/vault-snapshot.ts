// The vault as the search for moved notes sees it, and when it is quiet enough to look.
import { resolveSubpath, stripHeadingForLink, type App, type EventRef } from "obsidian";
import { noteOf } from "../core/read/links";
import type { Pace, VaultFollower } from "../index/ports";
import { fileFingerprint, fingerprintOf, isNote, type Fingerprint } from "../progress/fingerprint";
import type { MovedNotes, VaultSnapshot } from "../progress/moved-notes";
import type { DeviceStorage } from "../progress/ports";
import type { Progress } from "../progress/progress";
import { logged } from "./log";
import { noteCacheAt } from "./note-cache";
import { whenIndexed } from "./readiness";
import { later, now } from "./timers";

/** So long nothing may happen in the vault before it counts as quiet, in milliseconds. */
const QUIET = 60_000;
/** Notes that are only written, as by another plugin every minute, hold up a look no longer than this. */
const LONGEST_WAIT = 300_000;

/** The fingerprint of the note or file at a path; null if none is there. */
export function fingerprintAt(app: App, path: string): Fingerprint | null {
  const file = app.vault.getFileByPath(path);
  if (!file) return null;
  return isNote(path) ? fingerprintOf(path, app.metadataCache.getFileCache(file)) : fileFingerprint(path, file.stat);
}

function hasPart(app: App, target: string): boolean | null {
  const path = noteOf(target);
  const cache = noteCacheAt(app, path);
  return cache && resolveSubpath(cache, target.slice(path.length)) !== null;
}

export function vaultSnapshot(
  app: App,
  device: DeviceStorage,
  pace: Pace,
  watched: () => readonly string[],
): VaultSnapshot {
  return {
    device,
    files: () => app.vault.getFiles().map((file) => file.path),
    isThere: (path) => app.vault.getFileByPath(path.normalize("NFC")) !== null,
    fingerprint: (path) => fingerprintAt(app, path),
    hasPart: (target) => hasPart(app, target),
    partsOf: (path) =>
      (app.metadataCache.getCache(path)?.headings ?? []).map(({ heading }) => `#${stripHeadingForLink(heading)}`),
    watched,
    breathe: pace.breathe,
    later,
    now,
  };
}

/** Looks for moved notes when the vault has been quiet for a while: once all is indexed, and after every change. */
export class QuietTimes {
  private timer = 0;
  /** When the look is due at the latest, whatever is written meanwhile; null while nothing waits for one. */
  private latest: number | null = null;
  private isOver = false;

  constructor(
    private readonly app: App,
    private readonly movedNotes: MovedNotes,
    private readonly progress: Progress,
  ) {}

  /** Begins to wait; `register` and `registerEnd` release that with its owner. */
  start(register: (ref: EventRef) => void, registerEnd: (end: () => void) => void): void {
    const { vault } = this.app;
    for (const ref of [
      vault.on("create", ({ path }) => this.happened(path, true)),
      vault.on("delete", ({ path }) => this.happened(path, true)),
      vault.on("rename", ({ path }) => this.happened(path, true)),
      vault.on("modify", ({ path }) => this.happened(path, false)),
    ])
      register(ref);
    registerEnd(() => this.end());
    report(whenIndexed(this.app, registerEnd).then(() => this.begin()));
  }

  private end(): void {
    this.isOver = true;
    window.clearTimeout(this.timer);
  }

  /** The first time on a device what is there is remembered at once: a session may be short. */
  private begin(): void {
    if (this.isOver) return;
    if (this.movedNotes.isUntouched) report(this.movedNotes.look());
    this.wait(true);
  }

  private happened(path: string, isMove: boolean): void {
    if (this.progress.journals.isOwnJournal(path)) return;
    this.movedNotes.happened([path]);
    this.wait(isMove);
  }

  private wait(isMove: boolean): void {
    const now = Date.now();
    if (isMove || this.latest === null) this.latest = now + LONGEST_WAIT;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(
      () => {
        this.latest = null;
        report(this.movedNotes.look());
      },
      Math.min(QUIET, Math.max(this.latest - now, 0)),
    );
  }
}

/** Lets marks follow notes that are renamed in the app. */
export function followingMoves(movedNotes: MovedNotes, { moving }: Progress): VaultFollower {
  return {
    created: (path) => moving.notesChanged([path]),
    removed: (path) => moving.notesChanged([path]),
    changed: (path) => moving.noteRead(path),
    renamed: (path, oldPath) => {
      moving.notesChanged([oldPath, path]);
      report(movedNotes.renamed(oldPath, path));
    },
  };
}

/** Lets marks follow notes that were renamed in the app before they were marked elsewhere. */
export function followEarlierMoves(movedNotes: MovedNotes, progress: Progress): void {
  progress.onChange((targets) => report(movedNotes.follow(targets)));
}

function report(work: Promise<void>): void {
  void logged("Moved notes could not be followed.", work);
}
