// Undo and redo for a reader: says what was turned into what, with the way back at hand, and lets its row be shown.
import { Listeners } from "../core/base/listeners";
import type { Log } from "../core/base/log";
import { basenameOf } from "../core/base/paths";
import type { Words } from "../i18n/words";
import type { Turn } from "../progress/action-history";
import type { KeptAction } from "../progress/kept-action";
import { ignoreKeyOf, isIgnoreTarget } from "../progress/ignoring";
import type { Progress } from "../progress/progress";
import type { EditReversal, MarkReversal, Reversal } from "../progress/undo";
import type { Notifier } from "./notifier";

export class Undoing {
  private readonly listeners = new Listeners<[targets: readonly string[]]>((error) =>
    this.log("What follows an undo failed.", error),
  );

  constructor(
    private readonly progress: Pick<Progress, "undo" | "redo" | "history">,
    /** The title that a reader knows a target by. */
    private readonly titleOf: (target: string) => string,
    private readonly words: Words,
    private readonly notifier: Notifier,
    private readonly log: Log,
  ) {}

  get canUndo(): boolean {
    return this.progress.history.next("before") !== null;
  }

  get canRedo(): boolean {
    return this.progress.history.next("after") !== null;
  }

  /** Calls back with the targets of what was undone or redone; returns what ends that. */
  onTurned(listener: (targets: readonly string[]) => void): () => void {
    return this.listeners.add(listener);
  }

  /** Takes back what was done last, or the action given: marks, ratings, or other edits of notes. */
  undo(action?: KeptAction): void {
    this.run("before", this.progress.undo(action), this.words.notUndone);
  }

  /** Does again what was taken back last, or the action given. */
  redo(action?: KeptAction): void {
    this.run("after", this.progress.redo(action), this.words.notRedone);
  }

  /** Says what was done last, and offers to undo just that: as soon as something else is last, the offer is gone. */
  offerUndo(message: string): void {
    this.offer(message, "before");
  }

  /** The same for marks: a roadmap says aloud what each of them changed. */
  offerUndoOfMarks(message: string): void {
    this.offer(message, "before", true);
  }

  private run(to: Turn, turning: Promise<Reversal | null>, failed: (reason: string) => string): void {
    void this.notifier.tellIfFailed(
      turning.then((reversal) => this.answer(to, reversal)),
      failed,
    );
  }

  private answer(to: Turn, reversal: Reversal | null): void {
    const nothing = to === "before" ? this.words.nothingToUndo : this.words.nothingToRedo;
    if (!reversal) return this.notifier.tell(nothing);
    const done = reversal.kind === "marks" ? this.saidOfMarks(to, reversal) : this.saidOfEdits(to, reversal);
    const left = reversal.kind === "marks" ? this.leftMarks(reversal) : leftEdits(reversal, this.words);
    const message = [...done, ...left].join("\n");
    if (done.length === 0) return this.notifier.tell(message === "" ? nothing : message);
    this.offer(message, to === "before" ? "after" : "before");
    this.listeners.tell(targetsOf(reversal));
  }

  private saidOfMarks(turn: Turn, { changed, from, to }: MarkReversal): readonly string[] {
    const { words } = this;
    const [first, ...more] = changed;
    if (first === undefined) return [];
    if (changed.every(isIgnoreTarget)) {
      const ignored = changed.map((target) => this.titleOf(target)).join(this.words.comma);
      return [to === "skipped" ? words.check.isIgnored(ignored) : words.check.isNotIgnored(ignored)];
    }
    const name = more.length === 0 ? this.titleOf(first) : words.notes(changed.length);
    const now = to !== null ? words.states[to].toLowerCase() : turn === "before" ? words.asBefore : words.asMarked;
    return [from === null ? words.isNow(name, now) : words.turned(name, words.states[from].toLowerCase(), now)];
  }

  private saidOfEdits(turn: Turn, { isChanged, label: { name, before, after } }: EditReversal): readonly string[] {
    if (!isChanged) return [];
    const [from, to] = turn === "before" ? [after, before] : [before, after];
    return [this.words.turned(name, from, to)];
  }

  private leftMarks({ skipped }: MarkReversal): readonly string[] {
    return skipped.length === 0
      ? []
      : [this.words.leftAlone(skipped.map((target) => this.titleOf(target)).join(this.words.comma))];
  }

  /** Says something with the way to undo or redo it at hand, as long as that is what is next. */
  private offer(message: string, to: Turn, isSeen = false): void {
    const { history } = this.progress;
    const action = history.next(to);
    // It was not the last action that was turned: something else was done since.
    if (!action) return this.notifier.tell(message);
    const stop = history.onChange(() => {
      if (history.next(to) !== action) end();
    });
    const button = to === "before" ? this.words.undoThis : this.words.redoThis;
    const turnBack = (): void => {
      stop();
      // Just this one, even if another action is being done at this moment.
      if (to === "before") this.undo(action);
      else this.redo(action);
    };
    const hide = this.notifier.offer(message, button, turnBack, isSeen);
    const end = (): void => {
      stop();
      hide();
    };
  }
}

/** Says which notes were left as they are by edits, and which could not be written. */
export function leftEdits(
  { skipped, failures }: Pick<EditReversal, "skipped" | "failures">,
  { editsLeft, notWritten, comma }: Words,
): readonly string[] {
  const [reason = ""] = failures.values();
  return [
    ...(skipped.length > 0 ? [editsLeft(skipped.map(basenameOf).join(comma))] : []),
    ...(failures.size > 0 ? [notWritten([...failures.keys()].map(basenameOf).join(comma), reason)] : []),
  ];
}

function targetsOf(reversal: Reversal): readonly string[] {
  if (reversal.kind === "marks") return reversal.changed.flatMap((target) => shownOf(target) ?? []);
  const { target } = reversal.label;
  return target === null ? [] : [target];
}

/** The target whose row is shown for a mark: of something ignored what that is about; null for none. */
function shownOf(target: string): string | null {
  const ignored = ignoreKeyOf(target);
  return ignored ? ignored.target : target;
}
