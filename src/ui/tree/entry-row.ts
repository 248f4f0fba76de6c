// The row of an entry: its state, its title, and what the author wrote about it.
import { setTooltip } from "obsidian";
import type { Words } from "../../i18n/words";
import type { Figures } from "../widgets/figures";
import { drawState } from "../widgets/icons";
import { drawFound, drawKeyFlag, drawSign, drawTitle, type RowParts } from "../widgets/row-parts";
import type { EntryRow } from "./rows";
import { drawStars } from "../widgets/stars";

export function drawEntryRow(parts: RowParts, row: EntryRow, words: Words, figures: Figures): void {
  const { entry, state, label, matches, remark } = row;
  const { el, stateEl, innerEl, flagsEl, starsEl, flairEl } = parts;
  el.addClasses([`is-${state}`, `mod-${entry.kind}`]);
  el.toggleClass("is-active", row.isActive);
  drawState(stateEl, entry.kind, state, row.mapProgress);
  if (label !== null) innerEl.createSpan({ cls: "moc-path-label", text: label, attr: { dir: "auto" } });
  drawTitle(parts, entry.title, matches);
  if (entry.kind === "web") drawSign(innerEl, "moc-path-web", "arrow-up-right");
  if (remark !== null)
    drawFound(
      innerEl.createDiv("moc-path-remark").createDiv({ cls: "moc-path-remark-text", attr: { dir: "auto" } }),
      remark,
      row.remarkMatches,
    );
  if (entry.isMoved && entry.path !== null)
    setTooltip(flagsEl.createSpan({ cls: "moc-path-status", text: words.movedNote }), words.movedTo(entry.path), {
      placement: "left",
    });
  if (entry.status !== null) flagsEl.createSpan({ cls: "moc-path-status", text: entry.status });
  drawKeyFlag(parts, entry);
  if (entry.rating) drawStars(starsEl, entry.rating, figures);
  drawLength(flairEl, row, figures);
  el.setAttr("aria-label", describe(row, words, figures));
}

/** The declared length, behind a sign where the note no longer has it. */
function drawLength(parent: HTMLElement, { entry: { length, rating }, offLines }: EntryRow, figures: Figures): void {
  // If there is no length, its room is kept so that stars stand below each other, and for nothing else.
  if (!length && !rating) return;
  const el = parent.createDiv("tree-item-flair moc-path-length");
  const off = figures.lengthOff(length, offLines);
  if (off !== null) {
    el.addClass("is-off");
    drawSign(el, "moc-path-off", "triangle-alert");
    setTooltip(el, off, { placement: "left" });
  }
  if (length) el.createSpan({ cls: "moc-path-length-text", text: figures.shortLength(length) });
}

/**
 * The text for a screen reader: label, title, state, rating, length, and the remark if it is shown. It says the level
 * itself.
 */
function describe(row: EntryRow, words: Words, figures: Figures): string {
  const { entry, state, label, remark } = row;
  const kind = { note: null, file: null, map: words.map, web: words.webLink, missing: words.missingNote }[entry.kind];
  const parts = [
    label,
    entry.title,
    kind,
    entry.kind === "missing" ? null : words.states[state],
    entry.isMoved && entry.path !== null ? words.movedTo(entry.path) : null,
    entry.key ? words.keyNote : null,
    entry.rating && figures.rating(entry.rating),
    entry.length && figures.length(entry.length),
    figures.lengthOff(entry.length, row.offLines),
    remark,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
