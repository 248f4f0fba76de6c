// The row of an entry: its state, its title, and what the author wrote about it.
import { Platform, setTooltip } from "obsidian";
import { nextState } from "../../core/base/state";
import type { Finding } from "../../core/upkeep/finding";
import type { Words } from "../../i18n/words";
import { drawBar } from "../widgets/bar";
import type { Figures } from "../widgets/figures";
import { drawState } from "../widgets/ring";
import { drawFound, drawKeyFlag, drawSign, drawTitle, type RowParts } from "../widgets/row-parts";
import type { EntryRow, MapAccount } from "./rows";
import { drawStars } from "../widgets/stars";

const HINT_DELAY = 700;

export function drawEntryRow(parts: RowParts, row: EntryRow, words: Words, figures: Figures): void {
  const { entry, state } = row;
  const { el, stateEl, ratingEl } = parts;
  el.addClasses([`is-${state}`, `mod-${entry.kind}`]);
  el.toggleClass("is-active", row.isActive);
  el.toggleClass("is-next", row.isNext);
  drawState(stateEl, entry.kind, state, row.mapProgress, row.isNext);
  hintAt(stateEl, row, words);
  drawWords(parts, row, words);
  drawKeyFlag(parts, entry);
  if (entry.rating) drawStars(ratingEl, entry.rating, figures);
  if (row.account) drawAccount(parts, row.account, row, words, figures);
  else drawFigure(parts.figureEl, lengthText(row, figures), row.findings, words);
  // A length in another unit than lines has its unit with it, and more room.
  if (entry.length && entry.length.unit !== "lines") parts.figureEl.addClass("mod-wide");
  el.setAttr("aria-label", describe(row, words, figures));
}

/** Says what a click on a state does; a finger has neither pointer nor modifiers. */
function hintAt(el: HTMLElement, { entry: { kind }, state }: EntryRow, words: Words): void {
  if (Platform.isMobile || kind === "missing") return;
  const hint = kind === "map" ? words.hints.map : words.hints.state(state, nextState(state));
  setTooltip(el, hint, { placement: "left", delay: HINT_DELAY });
}

function drawWords(parts: RowParts, { entry, label, matches, remark, remarkMatches }: EntryRow, words: Words): void {
  const { innerEl } = parts;
  if (label !== null) innerEl.createSpan({ cls: "moc-path-label", text: label, attr: { dir: "auto" } });
  drawTitle(parts, entry.title, matches);
  if (entry.kind === "web") drawSign(innerEl, "moc-path-web", "arrow-up-right");
  if (entry.status !== null) innerEl.createSpan({ cls: "moc-path-status", text: entry.status });
  if (entry.isMoved && entry.path !== null)
    setTooltip(innerEl.createSpan({ cls: "moc-path-status", text: words.movedNote }), words.movedTo(entry.path), {
      placement: "left",
    });
  if (remark === null) return;
  const remarkEl = innerEl
    .createDiv("moc-path-remark")
    .createDiv({ cls: "moc-path-remark-text", attr: { dir: "auto" } });
  drawFound(remarkEl, remark, remarkMatches);
}

/** The share of a map that is done, as a bar and a figure, and how long ago it was read; of one not begun its size. */
function drawAccount(
  { stripEl, ratingEl, figureEl }: RowParts,
  account: MapAccount,
  { mapProgress, findings }: EntryRow,
  words: Words,
  figures: Figures,
): void {
  const { lastRead } = account;
  figureEl.addClass(mapProgress ? "mod-map" : "mod-wide");
  if (!mapProgress) return drawFigure(figureEl, sizeText(account, words), findings, words);
  const barEl = ratingEl.createDiv({ cls: "moc-path-share mod-long", attr: { "aria-hidden": "true" } });
  drawBar(barEl, { read: mapProgress, begun: 0 });
  figureEl.createSpan({ cls: "tree-item-flair moc-path-count", text: figures.percent(mapProgress) });
  if (lastRead === null) return;
  const el = stripEl.createSpan({ cls: "moc-path-last-read", text: figures.ago(lastRead) });
  setTooltip(el, words.lastRead(figures.date(lastRead)), { placement: "left" });
}

/** The number of its notes; null where there are none. */
function sizeText({ notes }: MapAccount, words: Words): string | null {
  return notes === 0 ? null : words.notes(notes);
}

/** The declared length, else the actual one. */
function lengthText({ entry: { length }, lines }: EntryRow, figures: Figures): string | null {
  return length ? figures.shortLength(length) : lines === null ? null : figures.count(lines);
}

/** A figure, behind a sign where upkeep has found something. */
export function drawFigure(
  parent: HTMLElement,
  text: string | null,
  findings: readonly Finding[],
  { findings: { sentence } }: Words,
): void {
  if (text === null && findings.length === 0) return;
  const el = parent.createSpan("tree-item-flair moc-path-length");
  if (findings.length > 0) {
    parent.addClass("is-fixable");
    el.toggleClass(
      "is-off",
      findings.some(({ kind }) => kind === "length"),
    );
    drawSign(el, "moc-path-fixable", "triangle-alert");
    setTooltip(el, findings.map(sentence).join("\n"), { placement: "left" });
  }
  if (text !== null) el.createSpan({ cls: "moc-path-length-text", text, attr: { dir: "auto" } });
}

function accountInWords(
  account: MapAccount,
  progress: number | null,
  words: Words,
  figures: Figures,
): readonly (string | null)[] {
  const { lastRead } = account;
  return [
    figures.percent(progress),
    progress ? null : sizeText(account, words),
    lastRead === null ? null : words.lastRead(figures.ago(lastRead)),
  ];
}

/**
 * The text for a screen reader: label, title, state, rating, length, and the remark if it is shown. It says the level
 * itself.
 */
function describe(row: EntryRow, words: Words, figures: Figures): string {
  const { entry, state, label, remark, account } = row;
  const kind = { note: null, file: null, map: words.map, web: words.webLink, missing: words.missingNote }[entry.kind];
  const parts = [
    label,
    entry.title,
    kind,
    entry.kind === "missing" ? null : words.states[state],
    row.isNext ? words.isNext : null,
    ...(account ? accountInWords(account, row.mapProgress, words, figures) : []),
    entry.status,
    entry.isMoved && entry.path !== null ? words.movedTo(entry.path) : null,
    entry.key ? words.keyNote : null,
    entry.rating && figures.rating(entry.rating),
    entry.length ? figures.length(entry.length) : row.lines && figures.length({ value: row.lines, unit: "lines" }),
    ...row.findings.map(words.findings.sentence),
    remark,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
