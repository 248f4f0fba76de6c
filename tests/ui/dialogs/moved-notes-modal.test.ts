// @vitest-environment happy-dom
// The dialog of moved notes: each answer draws it anew, which the reader's place in it survives.
import type { App } from "obsidian";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Notifier } from "../../../src/actions/notifier";
import { en } from "../../../src/i18n/en";
import type { MovedNotes, Offer } from "../../../src/progress/moved-notes";
import { MovedNotesModal } from "../../../src/ui/dialogs/moved-notes-modal";
import { makeTestApp } from "../../host/test-app";

const offer = (from: string, to: string): Offer => ({ from, to, resemblance: null });

/** Notes that were moved: what is confirmed is not offered any more, as with the real ones. */
class Notes {
  offers = [offer("Rye.md", "New/Rye.md"), offer("Salt.md", "New/Salt.md"), offer("Oats.md", "New/Oats.md")];
  taken = [offer("Flour.md", "New/Flour.md")];
  readonly missing = ["Gone.md"];
  readonly unseen = ["Elsewhere.md"];
  failure: Error | null = null;
  private listener: () => void = () => undefined;

  onChange(listener: () => void): () => void {
    this.listener = listener;
    return () => undefined;
  }

  async confirm(confirmed: readonly Offer[]): Promise<void> {
    await Promise.resolve();
    if (this.failure) throw this.failure;
    this.offers = this.offers.filter((one) => !confirmed.includes(one));
    this.taken.push(...confirmed);
    this.listener();
  }

  async reject(rejected: Offer): Promise<void> {
    await Promise.resolve();
    this.offers = this.offers.filter((one) => one !== rejected);
    this.taken = this.taken.filter((one) => one !== rejected);
    this.listener();
  }
}

let notes: Notes;
let told: string[];
let modal: MovedNotesModal;

beforeEach(() => {
  [notes, told] = [new Notes(), []];
  const notices = { show: (message: string) => void told.push(message), offer: () => () => undefined };
  const notifier = new Notifier(notices, () => undefined);
  const { app } = makeTestApp({});
  modal = new MovedNotesModal(app as unknown as App, {
    movedNotes: notes as unknown as MovedNotes,
    notifier,
    words: en,
  });
  modal.open();
});

afterEach(() => modal.close());

const rowOf = (name: string): HTMLElement | undefined =>
  modal.contentEl.findAll(".setting-item").find((el) => el.textContent?.includes(name));
const buttonOf = (name: string, text: string): HTMLElement | undefined =>
  rowOf(name)
    ?.findAll("button")
    .find((el) => el.textContent === text);

it("says which notes move together, since each made room for another", () => {
  notes.offers = [offer("1.md", "2.md"), offer("2.md", "3.md"), offer("Rye.md", "New/Rye.md")];
  modal.close();
  modal.open();
  const says = (name: string): boolean =>
    rowOf(name)?.textContent?.includes("Moves together with 1 other note") === true;
  expect(["2.md", "3.md", "New/Rye.md"].map(says)).toEqual([true, false, false]);
});

function press(buttonEl: HTMLElement | undefined): void {
  buttonEl?.focus();
  buttonEl?.click();
}

it("an answer leaves the keyboard on the same button of the next row, and folds open", async () => {
  const foldEls = (): readonly HTMLDetailsElement[] => [...modal.contentEl.querySelectorAll("details")];
  for (const [at, el] of foldEls().entries()) el.open = at !== 1;
  press(buttonOf("New/Rye.md", "Same note"));
  await expect.poll(() => rowOf("New/Salt.md")?.contains(document.activeElement)).toBe(true);
  expect(document.activeElement).toBe(buttonOf("New/Salt.md", "Same note"));
  expect(foldEls().map((el) => el.open)).toEqual([true, false, true]);
  press(buttonOf("New/Oats.md", "Not the same"));
  await expect.poll(() => rowOf("New/Oats.md")).toBeUndefined();
  expect(document.activeElement).toBe(buttonOf("New/Salt.md", "Not the same"));
  press(buttonOf("New/Salt.md", "Not the same"));
  await expect.poll(() => rowOf("New/Salt.md")).toBeUndefined();
  expect(document.activeElement).toBe(modal.contentEl);
});

it("an answer that cannot be given is said, and the offer stays", async () => {
  notes.failure = new Error("ENOSPC");
  press(buttonOf("New/Salt.md", "Same note"));
  await expect.poll(() => told).toEqual(["That could not be done: ENOSPC"]);
  expect(rowOf("New/Salt.md")?.isConnected).toBe(true);
});
