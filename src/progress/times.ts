// When things were marked, as far as clocks can be believed: a clock that was set forward by mistake
// and back again must not pin "last" to the day it once showed. An event is no later than the next one
// of its device, and none is later than now.
import { deviceOf, placeInSession, type JournalEvent } from "./event";

/** The events of one device by sessions, these in the order they came to light. */
type Sessions = Map<string, JournalEvent[]>;

export class Times {
  private readonly devices = new Map<string, Sessions>();
  /** The event of each device that came to light last. */
  private readonly last = new Map<string, JournalEvent>();
  /** Events whose own time is too late, with the time that they have instead; null while that is not known. */
  private lowered: ReadonlyMap<string, number> | null = null;
  /** The latest time that is not ahead of now; null while that is not known. */
  private believed: number | null = null;
  private changes = 0;
  private lastNow = -Infinity;

  /** Grows when a time that was given before may be another one now, and no event of its own says so. */
  revision(now: number): number {
    // A clock that was set back: what was not ahead of now may be.
    if (now < this.lastNow) this.changes++;
    this.lastNow = now;
    return this.changes;
  }

  add(event: JournalEvent): void {
    const device = deviceOf(event);
    const sessions = held(this.devices, device, () => new Map<string, JournalEvent[]>());
    if (!this.isNext(event, sessions)) {
      this.lowered = null;
      this.changes++;
    }
    this.believed = null;
    held(sessions, placeInSession(event).session, () => []).push(event);
    this.last.set(device, event);
  }

  /**
   * Milliseconds since 1970, as `now` is. What is ahead of now, and no later event of its device says since when, is as
   * late as the latest event that is not: so it is never the only last one.
   */
  timeOf(event: JournalEvent, now: number): number {
    const time = this.loweredTime(event);
    if (time <= now) return time;
    // By the next time it is asked for, the clock may have come nearer to it.
    this.changes++;
    return Math.min(now, this.latestUpTo(now));
  }

  private loweredTime(event: JournalEvent): number {
    this.lowered ??= new Map([...this.devices.values()].flatMap(loweredIn));
    return this.lowered.get(event.id) ?? event.at;
  }

  /** Infinity where all events are ahead. */
  private latestUpTo(now: number): number {
    if (this.believed !== null) return this.believed;
    let latest = -Infinity;
    for (const sessions of this.devices.values())
      for (const event of [...sessions.values()].flat()) {
        const time = this.loweredTime(event);
        if (time <= now) latest = Math.max(latest, time);
      }
    this.believed = latest === -Infinity ? Infinity : latest;
    return this.believed;
  }

  /** True if an event follows all others of its device, in its place and in time: then it lowers none. */
  private isNext(event: JournalEvent, sessions: Sessions): boolean {
    const last = this.last.get(deviceOf(event));
    if (!last) return true;
    const [before, now] = [placeInSession(last), placeInSession(event)];
    return (
      event.at >= last.at && (before.session === now.session ? before.count < now.count : !sessions.has(now.session))
    );
  }
}

/** The events of one device that are later than one that followed. */
function loweredIn(sessions: Sessions): readonly (readonly [string, number])[] {
  const lowered: (readonly [string, number])[] = [];
  const inOrder = [...sessions.values()].flatMap((events) =>
    [...events].sort((a, b) => placeInSession(a).count - placeInSession(b).count),
  );
  let next = Infinity;
  for (const event of inOrder.reverse()) {
    if (event.at > next) lowered.push([event.id, next]);
    next = Math.min(next, event.at);
  }
  return lowered;
}

function held<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
