// At the end of a note that a map lists, on phones and tablets: one tap marks it as done and opens the next one,
// another only marks it.
// It lies over the lower edge of the view, in whichever mode that is, while the end of the text is there.
import { setIcon, setTooltip, type MarkdownView } from "obsidian";
import { nextBehind } from "../../actions/ahead";
import type { Context } from "../../actions/context";
import { doneAndNext } from "../../actions/going-on";
import type { Places } from "../../actions/places";
import type { NotePlace } from "../../core/roadmap/place";

const SCROLLER = ".cm-scroller, .markdown-preview-view";
/** The share of the view's height that the app leaves blank below a text, so that its end can be scrolled up. */
const BLANK = 0.4;

export class NoteEnd {
  private readonly el = createDiv("moc-path-note-end");
  private readonly buttonEl = this.el.createEl("button", "mod-cta moc-path-note-end-next");
  private readonly lineEl = this.el.createDiv("moc-path-note-end-line");
  private readonly placeEl = this.lineEl.createSpan({ cls: "moc-path-note-end-place", attr: { dir: "auto" } });
  private readonly onlyEl = this.lineEl.createEl("button", "clickable-icon moc-path-note-end-only");
  private view: MarkdownView | null = null;
  private place: NotePlace | null = null;
  /** True from the first letter until the keyboard leaves the note; only to have it there is not to write. */
  private isWriting = false;
  private readonly sizes = new ResizeObserver(() => this.look());

  constructor(
    private readonly context: Context,
    private readonly places: Places,
  ) {
    // Whoever writes in the note goes on with that.
    for (const press of ["pointerdown", "mousedown"] as const)
      this.el.addEventListener(press, (event) => event.preventDefault());
    this.buttonEl.addEventListener("click", () => this.goOn());
    this.onlyEl.setText(context.words.onlyDone);
    this.onlyEl.addEventListener("click", () => this.place && places.marking.told(targetOf(this.place), "done"));
  }

  /** Shows it on the view of a note, which has this place; not on one that is done or skipped. */
  show(view: MarkdownView, place: NotePlace): void {
    const { words, progress } = this.context;
    const target = targetOf(place);
    const state = progress.state(target);
    if (state === "done" || state === "skipped") return this.remove();
    if (this.view !== view || !this.el.isConnected) this.attach(view);
    this.place = place;
    const next = nextBehind(this.context, place.roadmap, target);
    this.buttonEl.empty();
    setIcon(this.buttonEl.createSpan({ cls: "moc-path-note-end-icon", attr: { "aria-hidden": "true" } }), "check");
    const textEl = this.buttonEl.createSpan("moc-path-note-end-text");
    textEl.appendText(next ? words.doneThen : words.states.done);
    if (next) textEl.createEl("bdi", { text: next.title });
    setTooltip(this.buttonEl, words.doneNextOf(place.entry.title, next?.title ?? null));
    this.placeEl.setText(place.divisions.findLast(({ title }) => title !== "")?.title ?? place.roadmap.title);
    this.onlyEl.toggle(next !== null);
    this.look();
  }

  /** Takes it away, with all that listens for it. */
  remove(): void {
    this.sizes.disconnect();
    const { view } = this;
    if (view) for (const name of EVENTS) view.contentEl.removeEventListener(name, this.listen, true);
    view?.contentEl.removeClass("moc-path-has-end");
    [this.view, this.place, this.isWriting] = [null, null, false];
    this.el.remove();
  }

  private attach(view: MarkdownView): void {
    this.remove();
    this.view = view;
    const { contentEl } = view;
    contentEl.addClass("moc-path-has-end");
    contentEl.append(this.el);
    // Of a scroll one hears only on its way down.
    for (const name of EVENTS) contentEl.addEventListener(name, this.listen, true);
    for (const el of contentEl.findAll(SCROLLER))
      for (const one of [el, ...Array.from(el.children)]) this.sizes.observe(one);
  }

  private readonly listen = ({ type }: Event): void => {
    if (type !== "scroll") this.isWriting = type === "input";
    this.look();
  };

  /** It is there while the end of the text is, and out of the way of who writes there. */
  private look(): void {
    const scrollerEl = this.view?.contentEl.findAll(SCROLLER).find((el) => el.clientHeight > 0);
    this.el.toggleClass("is-shown", scrollerEl !== undefined && isAtEnd(scrollerEl) && !this.isWriting);
  }

  private goOn(): void {
    if (this.place) doneAndNext(this.context, this.places.marking, this.place.roadmap, targetOf(this.place));
  }
}

const EVENTS = ["scroll", "input", "focusout"] as const;

function targetOf({ entry }: NotePlace): string {
  return entry.path ?? entry.target;
}

function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight <= clientHeight * BLANK;
}
