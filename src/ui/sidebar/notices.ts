// The lines below the card for what is not as usual: a note of another map, marks that wait, files that are damaged.
import { setTooltip } from "obsidian";
import type { Overview } from "../../actions/overview";
import type { Words } from "../../i18n/words";
import { drawTrouble, drawUnreadableMaps } from "./trouble";

export interface NoticeActions {
  showMap(path: string): void;
  retrySaving(): void;
  /** Asks to read again what could not be read. */
  readAgain(): void;
  reviewMoved(): void;
}

/** All that they tell of a roadmap's account. */
export const NOTICES = [
  ...(["elsewhere", "unsaved", "toConfirm", "unreadable"] as const),
  ...(["damagedFiles", "problems", "unreadableMaps"] as const),
] as const;

type NoticesModel = Pick<Overview, (typeof NOTICES)[number]>;

/** Draws nothing where all is as usual. */
export function drawNotices(parent: HTMLElement, model: NoticesModel, actions: NoticeActions, words: Words): void {
  const el = createDiv("moc-path-notices");
  if (model.elsewhere) drawElsewhere(el, model.elsewhere, actions, words);
  if (model.unsaved > 0) drawUnsaved(el, model.unsaved, actions, words);
  if (model.toConfirm > 0) drawMoved(el, model.toConfirm, actions, words);
  drawUnreadable(el, model.unreadable, actions, words);
  for (const { path, why } of model.damagedFiles) {
    const text = why === "unclear" ? words.unclearFile(path) : words.damagedFile(path);
    el.createDiv({ cls: "moc-path-problems", text, attr: { role: "status" } });
  }
  if (model.problems.length > 0) drawProblems(el, model.problems, words);
  drawUnreadableMaps(el, model.unreadableMaps, () => actions.readAgain(), words);
  if (el.firstChild) parent.append(el);
}

function drawElsewhere(
  parent: HTMLElement,
  map: { readonly path: string; readonly title: string },
  actions: NoticeActions,
  words: Words,
): void {
  const el = parent.createDiv({ cls: "moc-path-elsewhere", attr: { role: "status" } });
  el.createSpan({ cls: "moc-path-elsewhere-title", text: words.listedIn(map.title), attr: { dir: "auto" } });
  el.createEl("button", {
    cls: "clickable-icon moc-path-show",
    text: words.show,
    attr: { "data-key": "elsewhere" },
  }).addEventListener("click", () => actions.showMap(map.path));
}

function drawUnsaved(parent: HTMLElement, count: number, actions: NoticeActions, words: Words): void {
  const trouble = { cls: "moc-path-unsaved", text: words.notSaved(count), more: null, key: "unsaved" };
  drawTrouble(parent, trouble, () => actions.retrySaving(), words);
}

function drawUnreadable(
  parent: HTMLElement,
  files: Overview["unreadable"],
  actions: NoticeActions,
  words: Words,
): void {
  const [first, ...others] = files;
  if (!first) return;
  const text = words.cannotRead(first.path, first.reason, others.length);
  const more = files.map(({ path, reason }) => `${path}: ${reason}`).join("\n");
  const trouble = { cls: "moc-path-unsaved mod-unreadable", text, more, key: "unreadable" };
  drawTrouble(parent, trouble, () => actions.retrySaving(), words);
}

function drawMoved(parent: HTMLElement, count: number, actions: NoticeActions, words: Words): void {
  const el = parent.createDiv({ cls: "moc-path-to-confirm", attr: { role: "status" } });
  el.createSpan({ text: words.moved.waiting(count) });
  el.createEl("button", {
    cls: "clickable-icon moc-path-show",
    text: words.moved.review,
    attr: { "data-key": "moved" },
  }).addEventListener("click", () => actions.reviewMoved());
}

function drawProblems(parent: HTMLElement, problems: readonly string[], words: Words): void {
  const el = parent.createDiv({ cls: "moc-path-problems", text: words.damagedLines(problems.length) });
  setTooltip(el, problems.join("\n"));
}
