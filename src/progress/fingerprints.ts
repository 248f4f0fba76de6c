// The fingerprints that lines leave out, since the device's event before on that note said the same.
// Files come in any order and lines get lost: what an event inherits is found out
// anew whenever more is known of its note.
import { sameValue } from "../core/base/equal";
import { deviceOf, encodeAfter, encodeEvent, isLater, type JournalEvent } from "./event";
import type { Fingerprint } from "./fingerprint";
import { noteOf } from "../core/read/links";

export class Fingerprints {
  /** The events on each note, by device, in their order. */
  private readonly notes = new Map<string, Map<string, JournalEvent[]>>();

  /** Takes in new events; returns them with their fingerprints, and known ones whose fingerprint is another one now. */
  add(events: Iterable<JournalEvent>): readonly JournalEvent[] {
    const [fresh, touched] = [new Map<string, JournalEvent>(), new Set<string>()];
    for (const event of events) {
      insert(this.listOf(event), event);
      fresh.set(event.id, event);
      touched.add(noteOf(event.target));
    }
    for (const path of touched) for (const event of this.inherit(path)) fresh.set(event.id, event);
    return [...fresh.values()];
  }

  /** The line of an event: what the device's event before on that note says already is left out. */
  lineOf(event: JournalEvent): string {
    if (event.kind === "move") return encodeEvent(event);
    const list = this.notes.get(noteOf(event.target))?.get(deviceOf(event)) ?? [];
    const before = list.findLast((one) => isLater(event, one));
    return encodeAfter(event, before?.note);
  }

  private listOf(event: JournalEvent): JournalEvent[] {
    const path = noteOf(event.target);
    const devices = this.notes.get(path) ?? new Map<string, JournalEvent[]>();
    this.notes.set(path, devices);
    const list = devices.get(deviceOf(event)) ?? [];
    devices.set(deviceOf(event), list);
    return list;
  }

  /** Gives the events on a note what they inherit; returns those that have another fingerprint than before. */
  private inherit(path: string): readonly JournalEvent[] {
    const devices = this.notes.get(path) ?? new Map<string, JournalEvent[]>();
    const changed: JournalEvent[] = [];
    for (const list of devices.values()) {
      if (!list.some(({ inherited }) => inherited)) continue;
      let before = firstIn(list) ?? firstIn([...devices.values()].flat().sort(inOrder));
      list.forEach((event, index) => {
        const note = event.inherited ? heir(before, event.inherited) : event.note;
        const now = sameValue(note, event.note) ? event : { ...event, note };
        if (now !== event) changed.push(now);
        list[index] = now;
        before = now.note;
      });
    }
    return changed;
  }
}

/** A fingerprint with what a line says otherwise; without one before, nothing is known of the note. */
function heir(before: Fingerprint | null, said: Partial<Fingerprint>): Fingerprint | null {
  return before === null || Object.keys(said).length === 0 ? before : { ...before, ...said };
}

/** The first fingerprint that a line says whole: what stands in where the one that was meant is lost. */
function firstIn(events: readonly JournalEvent[]): Fingerprint | null {
  return events.find(({ inherited, note }) => !inherited && note !== null)?.note ?? null;
}

function inOrder(a: JournalEvent, b: JournalEvent): number {
  return isLater(a, b) ? 1 : -1;
}

/** Puts an event where it belongs: nearly always at the end. */
function insert(events: JournalEvent[], event: JournalEvent): void {
  let at = events.length;
  for (let one = events[at - 1]; one && isLater(one, event); one = events[at - 1]) at--;
  events.splice(at, 0, event);
}
