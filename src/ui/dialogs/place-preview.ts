// The place of a new entry among its neighbours, as the map will be; arrows move it.
import { setIcon } from "obsidian";
import type { Draft } from "../../actions/adding";
import type { PreviewLine } from "../../core/upkeep/preview";
import type { Words } from "../../i18n/words";

type Step = 1 | -1;

export class PlacePreview {
  private readonly el: HTMLElement;
  private draft: Draft | null = null;

  constructor(
    parent: HTMLElement,
    private readonly words: Words,
    private readonly move: (step: Step) => void,
  ) {
    this.el = parent.createDiv({ cls: "moc-path-add-preview", attr: { role: "group" } });
    this.el.setAttr("aria-label", words.adding.preview);
    this.el.addEventListener("keydown", (event) => this.pressed(event));
    this.el.hide();
  }

  /** Shows what will be written below a title; nothing without a draft. */
  draw(title: string, draft: Draft | null): void {
    const focused = this.el.doc.activeElement?.closest<HTMLElement>(".moc-path-add-move")?.dataset["step"];
    this.draft = draft;
    this.el.empty();
    this.el.toggle(draft !== null);
    if (!draft) return;
    const boxEl = this.el.createDiv("moc-path-add-around");
    boxEl.createDiv({ cls: "moc-path-add-section", text: title, attr: { dir: "auto" } });
    const listEl = boxEl.createEl("ul");
    for (const line of draft.preview) this.drawLine(listEl, line);
    const codeEl = this.el.createEl("code", { cls: "moc-path-add-written", attr: { dir: "auto" } });
    codeEl.setText(draft.written.join("\n"));
    if (focused !== undefined) this.el.querySelector<HTMLElement>(`[data-step="${focused}"]`)?.focus();
  }

  /** Scrolls so far that all of it is in view. */
  reveal(): void {
    this.el.scrollIntoView({ block: "nearest" });
  }

  /** True if the entry can be moved so. */
  canMove(step: Step): boolean {
    const { slots = [], at = -1 } = this.draft ?? {};
    return at >= 0 && at + step >= 0 && at + step < slots.length;
  }

  private drawLine(parent: HTMLElement, { kind, marker, indent, text, isNew }: PreviewLine): void {
    const lineEl = parent.createEl("li", `moc-path-add-line mod-${kind}`);
    lineEl.toggleClass("is-new", isNew);
    lineEl.setCssProps({ "--moc-path-add-indent": String(indent) });
    if (marker !== "") lineEl.createSpan({ cls: "moc-path-add-marker", text: marker, attr: { "aria-hidden": "true" } });
    lineEl.createSpan({ cls: "moc-path-add-text", text, attr: { dir: "auto" } });
    if (isNew && (this.draft?.slots.length ?? 0) > 1) {
      this.addMove(lineEl, -1, "arrow-up", this.words.adding.moveUp);
      this.addMove(lineEl, 1, "arrow-down", this.words.adding.moveDown);
    }
  }

  private addMove(parent: HTMLElement, step: Step, icon: string, label: string): void {
    const buttonEl = parent.createEl("button", { cls: "clickable-icon moc-path-add-move" });
    buttonEl.setAttrs({ "aria-label": label, "aria-disabled": String(!this.canMove(step)), "data-step": String(step) });
    setIcon(buttonEl, icon);
    buttonEl.addEventListener("click", () => this.canMove(step) && this.move(step));
  }

  private pressed(event: KeyboardEvent): void {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (step === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (this.canMove(step)) this.move(step);
  }
}
