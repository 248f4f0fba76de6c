// Settles known moves when the notes themselves are looked at again: marks of other devices that came after a move
// which they may not have known, and moves that were undone, as by checking out another version of the vault and back.
import { sameValue } from "../core/base/equal";
import { addToGroup } from "../core/base/group";
import { deviceOf, type JournalEvent, type MoveEvent } from "./event";
import { isNote, type Fingerprint } from "./fingerprint";
import type { Merge } from "./merge";
import { noteOf } from "../core/read/links";
import { isPlaceOfDeleted, type Question } from "./moves";
import type { Move, Moving } from "./moving";
import { Rarity } from "./rarity";
import { isContradicted, likeness } from "./resemblance";

/** The notes of the vault as they are now. */
export interface NotesNow {
  /** The vault paths of all notes and other files. */
  files(): readonly string[];
  /** The fingerprint of the note at a path; null if no note is there. */
  fingerprint(path: string): Fingerprint | null;
  /** Resolves when the app has had a chance to do other work. */
  breathe(): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** A mark is about the note that was moved if that is at least so much like what the mark says. */
const SAME_NOTE = 0.4;
/** A note that is there again is at least so much like the one that had gone. */
const SAME_AGAIN = 0.6;
/**
 * A note is taken back to the same place at most so often within a day: devices whose vaults differ for
 * good must not answer each other for ever.
 */
const MOST_RETURNS = 3;
const DAY = 86_400_000;

/** A note that seems to be where it was before. */
interface Return extends Move {
  readonly here: Fingerprint;
  /** The known fingerprints of the note that had gone. */
  readonly gone: readonly Fingerprint[];
}

function pairOf({ from, to }: Move): string {
  return `${from}\n${to}`;
}

export class SecondLook {
  /** Returns that were looked at and are none, by their places, with what was there. */
  private readonly declined = new Map<string, Fingerprint>();

  constructor(
    private readonly vault: NotesNow,
    private readonly merge: Merge,
    private readonly moving: Moving,
  ) {}

  /**
   * All is quiet: decides what is open, and takes back what was undone; resolves to the moves back. `wasThere` says
   * which notes were there when all was quiet last.
   */
  async look(wasThere: (path: string) => boolean): Promise<readonly Move[]> {
    this.moving.receiveAll();
    await this.answer();
    return this.takeBack(wasThere);
  }

  /** Decides once and for all which marks go along with a move that they came after. */
  async answer(): Promise<void> {
    const questions = this.merge.questions().filter(({ move }) => this.canTell(move));
    if (questions.length === 0) return;
    const rarity = await this.rarityOf(questions.flatMap(({ event }) => event.note ?? []));
    const byEvent = new Map<JournalEvent, MoveEvent[]>();
    for (const { event, move } of questions) addToGroup(byEvent, event, move);
    for (const [event, moves] of byEvent) {
      const along = moves.findLast((move) => this.isAbout({ event, move }, rarity));
      const move = along ?? moves.at(-1);
      if (move) this.moving.answer({ event, move }, along !== undefined);
    }
  }

  /**
   * True if this device can see what it takes to judge: the moved note, or the
   * one that took the place of a deleted one.
   */
  private canTell({ from, target }: MoveEvent): boolean {
    const path = isPlaceOfDeleted(target) ? from : this.moving.whereIs(target);
    const notes = [path, from].map((one) => one && this.vault.fingerprint(noteOf(one)));
    return !!notes[0] && notes.every((note) => !note || note.lines !== null);
  }

  /**
   * True if an event is about the note that a move had taken away: it is like that,
   * and less like any that had its place since.
   */
  private isAbout({ event, move }: Question, rarity: Rarity): boolean {
    const { note } = event;
    if (!note || !move.note) return false;
    const fit = rarity.likeness(note, move.note);
    return fit >= SAME_NOTE && this.laterNotes(event, move).every((other) => rarity.likeness(note, other) < fit);
  }

  /**
   * The notes that took, or have now, the place of a note that was moved; not the one that an event's own device has
   * lost there, for that is the one that it had marked.
   */
  private laterNotes(event: JournalEvent, move: MoveEvent): readonly Fingerprint[] {
    const { moves } = this.merge;
    const path = noteOf(move.from);
    const marked = this.merge.marksMadeOn(path).filter((mark) => moves.tookAlong(move, mark) === false);
    const isLost = (other: MoveEvent): boolean => isPlaceOfDeleted(other.target) && deviceOf(other) === deviceOf(event);
    const moved = moves
      .awayFrom(path)
      .filter((other) => other.target !== move.target && other.at > move.at && !isLost(other));
    return [this.vault.fingerprint(path), ...[...marked, ...moved].map(({ note }) => note)].filter(
      (note) => note !== null,
    );
  }

  private async takeBack(wasThere: (path: string) => boolean): Promise<readonly Move[]> {
    const returns = this.possibleReturns().filter(
      ({ from, to }) => !(wasThere(from) && wasThere(to)) && !this.isTooOften(from, to),
    );
    if (returns.length === 0) return [];
    const rarity = await this.rarityOf(returns.flatMap(({ gone }) => gone));
    const isSame = ({ here, gone }: Return): boolean =>
      gone.some((note) => !isContradicted(note, here) && rarity.likeness(note, here) >= SAME_AGAIN);
    for (const one of returns) if (!isSame(one)) this.declined.set(pairOf(one), one.here);
    const same = returns.filter(isSame).map(({ from, to }): Move => ({ from, to }));
    this.moving.moved(same, this.vault.now());
    return same;
  }

  /** Marked notes that are gone while a note is where they had come from. */
  private possibleReturns(): readonly Return[] {
    return [...this.merge.destinations()]
      .filter((path) => this.vault.fingerprint(path) === null)
      .flatMap((from) => this.returnOf(from) ?? []);
  }

  private returnOf(from: string): Return | null {
    // An event that a reader or a device has judged one by one was no move of a note.
    const journeys = this.merge.journeysTo(from).filter(({ last }) => last.kind === "mark" || !last.only);
    const isThere = (path: string): boolean => this.vault.fingerprint(path) !== null;
    const [to, ...others] = new Set(journeys.flatMap(({ paths }) => paths.findLast(isThere) ?? []));
    const here = to === undefined ? null : this.vault.fingerprint(to);
    // A mark that stands there is about another note.
    if (to === undefined || others.length > 0 || !here || here.lines === null || this.merge.holds(to)) return null;
    const gone = journeys.flatMap(({ last, mark }) => [last.note, mark.note]).filter((note) => note !== null);
    const isNew = !sameValue(this.declined.get(pairOf({ from, to })), here);
    return isNew && gone.some((note) => likeness(note, here) > 0) ? { from, to, here, gone } : null;
  }

  private isTooOften(from: string, to: string): boolean {
    const since = this.vault.now() - DAY;
    const before = this.merge.moves.awayFrom(from).filter(({ target, at }) => target === to && at > since);
    return before.length >= MOST_RETURNS;
  }

  private async rarityOf(concerned: readonly Fingerprint[]): Promise<Rarity> {
    const rarity = new Rarity(concerned);
    for (const path of this.vault.files()) {
      await this.vault.breathe();
      const note = isNote(path) ? this.vault.fingerprint(path) : null;
      if (note) rarity.learn(note);
    }
    return rarity;
  }
}
