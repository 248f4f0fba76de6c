// The vault of a test as the search for moved notes sees it.
import type { VaultSnapshot } from "../../src/progress/moved-notes";
import { noteOf } from "../../src/core/read/links";
import type { FakeDevice } from "./fake-ports";

/** A device's view of its vault; files whose names end in `_MOC.md` are maps. */
export function snapshotOf(device: FakeDevice, breathe: () => Promise<void> = () => Promise.resolve()): VaultSnapshot {
  const { notes } = device.vault;
  const ports = device.ports();
  return {
    device: ports.device,
    files: () => [...notes.keys()],
    isThere: (path) => notes.has(path.normalize("NFC")),
    fingerprint: (path) => notes.get(path) ?? null,
    watched: () => [...notes.keys()].filter((path) => path.endsWith("_MOC.md")),
    hasPart: (target) => notes.get(noteOf(target))?.headings.some((heading) => target.endsWith(`#${heading}`)) ?? null,
    partsOf: (path) => (notes.get(path)?.headings ?? []).map((heading) => `#${heading}`),
    breathe,
    later: (task, delay) => ports.later(task, delay),
    now: () => device.time,
  };
}
