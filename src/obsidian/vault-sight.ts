// The vault as the search for moved notes sees it, and when it is quiet enough to look.
import { resolveSubpath, stripHeadingForLink, TFile, type App, type EventRef } from "obsidian";
import { linkpathOf, subpathOf } from "../core/read/links";
import type { Pace } from "../index/ports";
import { fingerprintOf, type Fingerprint } from "../progress/fingerprint";
import type { MovedNotes, VaultSight } from "../progress/moved-notes";
import type { DeviceStorage } from "../progress/ports";
import type { Progress } from "../progress/progress";

/** So long nothing may happen in the vault before it counts as quiet, in milliseconds. */
const QUIET = 60_000;

/** The fingerprint of the note at a path; null if no note is there. */
export function fingerprintAt(app: App, path: string): Fingerprint | null {
  const file = app.vault.getFileByPath(path);
  return file && fingerprintOf(path, app.metadataCache.getFileCache(file));
}

function hasPart(app: App, target: string): boolean | null {
  const cache = app.metadataCache.getCache(linkpathOf(target));
  return cache && resolveSubpath(cache, subpathOf(target)) !== null;
}

export function vaultSight(app: App, device: DeviceStorage, pace: Pace, watched: () => readonly string[]): VaultSight {
  return {
    device,
    notes: () => app.vault.getMarkdownFiles().map((file) => file.path),
    fingerprint: (path) => fingerprintAt(app, path),
    hasPart: (target) => hasPart(app, target),
    partsOf: (path) =>
      (app.metadataCache.getCache(path)?.headings ?? []).map(({ heading }) => `#${stripHeadingForLink(heading)}`),
    watched,
    breathe: () => pace.breathe(),
    now: () => Date.now(),
  };
}

/** Looks for moved notes when the vault has been quiet for a while: now, and after every change. `register…` release what is begun with its owner. */
export function whenQuiet(
  app: App,
  movedNotes: MovedNotes,
  register: (ref: EventRef) => void,
  registerEnd: (end: () => void) => void,
): void {
  const { vault } = app;
  let timer = 0;
  const wait = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => report(movedNotes.look()), QUIET);
  };
  register(vault.on("create", wait));
  register(vault.on("delete", wait));
  register(vault.on("rename", wait));
  register(vault.on("modify", wait));
  registerEnd(() => window.clearTimeout(timer));
  wait();
}

/** Lets marks follow notes that are renamed in the app, before or after they are marked elsewhere. */
export function followNotes(
  app: App,
  movedNotes: MovedNotes,
  progress: Progress,
  register: (ref: EventRef) => void,
): void {
  progress.onChange((targets) => report(movedNotes.follow(targets)));
  const changed = (file: unknown): void => void (file instanceof TFile && progress.moving.notesChanged([file.path]));
  register(app.vault.on("create", changed));
  register(app.vault.on("delete", changed));
  register(app.metadataCache.on("changed", (file) => progress.moving.noteRead(file.path)));
  register(
    app.vault.on("rename", (file, oldPath) => {
      if (!(file instanceof TFile)) return;
      progress.moving.notesChanged([oldPath, file.path]);
      report(movedNotes.renamed(oldPath, file.path));
    }),
  );
}

function report(work: Promise<void>): void {
  work.catch((error: unknown) => console.error("MOC Path:", error));
}
