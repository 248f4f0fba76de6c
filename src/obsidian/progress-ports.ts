// The needs of progress, met by Obsidian.
import { Platform, type App } from "obsidian";
import { within, type DeviceStorage, type JournalFiles, type ProgressPorts } from "../progress/ports";
import { later, now } from "./timers";
import { fingerprintAt } from "./vault-snapshot";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A note that does not answer holds up an undo no longer than this, in milliseconds. */
const PATIENCE = 10_000;

function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** The usual name of a device of this kind; the same in every language. */
function deviceKind(): string {
  const { isIosApp, isAndroidApp, isTablet, isMacOS, isWin } = Platform;
  if (isIosApp) return isTablet ? "iPad" : "iPhone";
  if (isAndroidApp) return isTablet ? "Android tablet" : "Android phone";
  return isMacOS ? "Mac" : isWin ? "Windows" : "Linux";
}

/** Tells whoever looks after the app's log; `detail` never holds note text. */
export function warn(message: string, detail: string): void {
  console.warn("MOC Path:", message, detail);
}

export function progressPorts(
  app: App,
  journals: JournalFiles,
  device: DeviceStorage,
  { marks }: Pick<ProgressPorts, "marks">,
  { stateOfMark, writeMarks }: Pick<ProgressPorts, "stateOfMark" | "writeMarks">,
  notes: Pick<ProgressPorts, "edit">,
): ProgressPorts {
  return {
    journals,
    device,
    deviceKind: deviceKind(),
    now,
    later,
    random: randomText,
    fingerprint: (path) => fingerprintAt(app, path),
    marks,
    stateOfMark,
    writeMarks,
    edit: (edits) => within(later, PATIENCE, notes.edit(edits)),
    warn,
  };
}
