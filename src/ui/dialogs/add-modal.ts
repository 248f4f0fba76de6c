// Adds a note to a map: the sections that fit it, where in the chosen one it comes to stand, and what will be written.
// It follows the maps while it is open, so that what it shows is what will be.
import { ButtonComponent, debounce, Modal, Platform, setIcon, type App } from "obsidian";
import type { Draft, NoDraft } from "../../actions/adding";
import type { Context } from "../../actions/context";
import { Upkeep } from "../../actions/upkeep";
import { errorText } from "../../core/base/log";
import { folderOf } from "../../core/base/paths";
import type { Finding } from "../../core/upkeep/finding";
import type { MapSection } from "../../core/upkeep/map-sections";
import type { Corpus } from "../../core/upkeep/place-corpus";
import type { ChosenPlace } from "../../index/additions";
import { keyOfSection, PlaceOptions, sectionName, type Choice, type PlaceOption } from "./place-options";
import { PlacePreview } from "./place-preview";
import { SectionSearch } from "./section-search";

/** Milliseconds without another change of a map after which all is made anew: that asks every map. */
export const QUIET = 200;

interface Parts {
  readonly options: PlaceOptions;
  readonly preview: PlacePreview;
  readonly saidEl: HTMLElement;
  readonly button: ButtonComponent;
}

export class AddModal extends Modal {
  private parts: Parts | null = null;
  private end: () => void = () => undefined;
  private corpus: Corpus;
  private options: readonly PlaceOption[] = [];
  /** The section that the reader looked for; null for none. */
  private found: MapSection | null = null;
  private chosen: Choice | null = null;
  /** The section that was chosen last: a new one is made beside it. */
  private anchor: MapSection | null = null;
  /** The title of a new section: as the reader wrote it, null where it is the proposed one. */
  private title: string | null = null;
  private proposedTitle = "";
  /** The entry that the note comes behind, once the reader has moved it. */
  private behind: string | null | undefined = undefined;
  private draft: Draft | null = null;
  private readonly finding: Finding | null;
  /** Grows with every draft that is asked for: late ones are dropped. */
  private asked = 0;
  /** Resolves once all that was asked for is shown. */
  private shown: Promise<unknown> = Promise.resolve();
  private isBusy = false;
  private readonly followSoon = debounce(() => this.follow(this.mapsChanged()), QUIET, true);

  /** `use` takes the place instead of its being written, or null for a note that is not to be offered any more. */
  constructor(
    app: App,
    private readonly context: Context,
    private readonly path: string,
    private readonly use: ((place: ChosenPlace | null) => void) | null = null,
  ) {
    super(app);
    this.corpus = context.adding.finder.corpus();
    this.finding = context.adding.findingOf(path);
  }

  override onOpen(): void {
    const { adding } = this.context.words;
    const { modalEl, contentEl } = this;
    modalEl.addClass("moc-path-add");
    this.setTitle(adding.title);
    const nameEl = contentEl.createDiv({ cls: "moc-path-add-note", attr: { dir: "auto" } });
    nameEl.createSpan({ text: this.context.adding.nameOf(this.path) });
    const folder = folderOf(this.path);
    if (folder !== "") nameEl.createSpan({ cls: "moc-path-add-above", text: ` · ${folder}` });
    const warning = this.context.adding.warningOf(this.path);
    if (warning !== null) this.warn(warning);
    const options = new PlaceOptions(contentEl, this.context, {
      choose: (choice) => this.follow(this.choose(choice)),
      search: this.search,
      name: (title) => this.follow(this.rename(title)),
    });
    const preview = new PlacePreview(contentEl, this.context.words, (step) => this.follow(this.move(step)));
    this.parts = { options, preview, ...this.addButtons() };
    modalEl.addEventListener("keydown", (event) => this.pressed(event));
    this.end = this.context.index.onChange(() => void this.followSoon());
    this.propose();
    const [first] = this.context.adding.proposed(this.path, this.corpus);
    if (first?.isConfident === true) this.follow(this.choose({ kind: "section", key: keyOfSection(first.section) }));
    this.draw();
    options.focus();
  }

  override onClose(): void {
    this.end();
    this.followSoon.cancel();
    this.asked++;
    this.parts = null;
    this.contentEl.empty();
  }

  private warn(warning: string): void {
    const el = this.contentEl.createDiv("moc-path-add-warning");
    setIcon(el.createSpan({ attr: { "aria-hidden": "true" } }), "triangle-alert");
    el.createSpan({ text: warning });
  }

  private addButtons(): Pick<Parts, "saidEl" | "button"> {
    const { transfer } = this.context.words;
    const rowEl = this.modalEl.createDiv("modal-button-container");
    const saidEl = rowEl.createDiv({ cls: "moc-path-add-said", attr: { role: "status" } });
    new ButtonComponent(rowEl).setButtonText(transfer.cancel).onClick(() => this.close());
    return { saidEl, button: new ButtonComponent(rowEl).setCta().onClick(() => void this.finish()) };
  }

  /** Nothing is added before this is done, or it would not be what was asked for last; what fails is said. */
  private follow(work: Promise<void>): void {
    const done = work.catch((error: unknown) => {
      this.draft = null;
      this.drawDraft();
      this.say(this.context.words.check.failed(errorText(error)));
    });
    this.shown = Promise.all([this.shown, done]);
  }

  /** The sections to choose from, as maps are now: what was chosen stays, as long as it is there. */
  private propose(): void {
    const { adding, words } = this.context;
    const proposed = adding.proposed(this.path, this.corpus);
    const options = proposed.map(({ section, reasons }): PlaceOption => ({ section, note: reasons }));
    const there = adding.finder.sections();
    for (const kept of [this.found, this.place?.section ?? null]) {
      const section = kept && there.find((one) => isSameSection(one, kept));
      if (section && !options.some((option) => isSameSection(option.section, section)))
        options.push({ section, note: words.adding.chosen });
    }
    this.options = options;
    const { anchor } = this;
    const sections = options.map(({ section }) => section);
    this.anchor = sections.find((section) => anchor && isSameSection(section, anchor)) ?? sections[0] ?? null;
  }

  private draw(): void {
    this.parts?.options.draw({
      ...{ options: this.options, chosen: this.chosen, canIgnore: this.finding !== null },
      newTitle: this.anchor && (this.title ?? this.proposedTitle),
    });
    this.drawDraft();
  }

  private drawDraft(): void {
    const { preview, button } = this.parts ?? {};
    const { words } = this.context;
    preview?.draw(this.previewTitle, this.draft);
    const isIgnored = this.chosen?.kind === "never";
    button?.setButtonText(isIgnored ? words.check.ignore : this.use ? words.adding.use : words.adding.add);
    button?.setDisabled(this.isBusy || (this.draft === null && !isIgnored));
  }

  /** The title of the section that the entry comes into; of a new section that of what it comes into. */
  private get previewTitle(): string {
    const { anchor, chosen } = this;
    if (!anchor) return "";
    return chosen?.kind === "new" ? (anchor.titles.at(-2) ?? anchor.mapTitle) : sectionName(anchor);
  }

  private say(message: string): void {
    this.parts?.saidEl.setText(message);
  }

  private async choose(choice: Choice): Promise<void> {
    const before = this.chosen;
    this.chosen = choice;
    this.behind = undefined;
    this.say("");
    if (choice.kind === "section")
      this.anchor = this.options.find(({ section }) => keyOfSection(section) === choice.key)?.section ?? this.anchor;
    if (before?.kind !== "new") this.proposedTitle = "";
    await this.update();
    if (Platform.isPhone) this.parts?.preview.reveal();
  }

  private async rename(title: string): Promise<void> {
    this.title = title;
    await this.update();
  }

  private async move(step: 1 | -1): Promise<void> {
    const { slots = [], at = -1 } = this.draft ?? {};
    this.behind = slots[at + step];
    await this.update();
    const { adding } = this.context.words;
    if (this.draft) this.say(this.draft.behind === null ? adding.atTop : adding.behind(this.draft.behind));
  }

  private readonly search = (): void => {
    new SectionSearch(this.app, this.context, (section) => {
      [this.found, this.chosen] = [section, null];
      this.propose();
      if (this.options.some((option) => isSameSection(option.section, section)))
        this.follow(this.choose({ kind: "section", key: keyOfSection(section) }));
      else this.follow(this.update().then(() => this.sayWhyNot(section, "gone")));
      void this.shown.then(() => this.parts?.options.focus());
    }).open();
  };

  /** The place as it is chosen; null while none is. */
  private get place(): ChosenPlace | null {
    const { chosen, anchor, behind } = this;
    if (!chosen || !anchor || chosen.kind === "never") return null;
    const title = chosen.kind === "new" ? (this.title ?? this.proposedTitle).trim() : null;
    return title === "" ? null : { section: anchor, behind, newTitle: title };
  }

  /** Draws what will be written now; says so where nothing can be. */
  private async update(): Promise<void> {
    const turn = ++this.asked;
    const { anchor } = this;
    const why = await this.proposeTitle();
    const { place } = this;
    const draft = why ?? (place && (await this.context.adding.draft({ path: this.path, place }, this.corpus)));
    if (turn !== this.asked || !this.parts) return;
    this.draft = typeof draft === "string" ? null : draft;
    if (anchor && typeof draft === "string") this.sayWhyNot(anchor, draft);
    this.draw();
  }

  /** Proposes the title of a new section, once; says why it cannot. */
  private async proposeTitle(): Promise<NoDraft | null> {
    const { anchor, chosen, path, title, proposedTitle } = this;
    if (chosen?.kind !== "new" || !anchor || title !== null || proposedTitle !== "") return null;
    const proposed = await this.context.adding.newTitle(path, anchor, this.corpus);
    if (typeof proposed === "string") return proposed;
    this.proposedTitle = proposed.title;
    return null;
  }

  private sayWhyNot(section: MapSection, why: NoDraft): void {
    const { adding } = this.context.words;
    this.say(why === "gone" ? adding.gone(sectionName(section)) : adding[why](section.mapTitle));
  }

  /** A map has changed: all that is shown is made anew, and the reader is told if that concerns the chosen place. */
  private async mapsChanged(): Promise<void> {
    const { adding } = this.context.words;
    const { place, draft, chosen } = this;
    this.corpus = this.context.adding.finder.corpus();
    this.propose();
    const isGone = place !== null && !(this.anchor && isSameSection(this.anchor, place.section));
    if (isGone) {
      this.chosen = null;
      this.sayWhyNot(place.section, "gone");
    }
    await this.update();
    const isOther = chosen !== null && this.draft !== null && !(draft && isSameDraft(draft, this.draft));
    if (!isGone && isOther) this.say(adding.mapIsOther);
  }

  private async finish(): Promise<void> {
    await this.shown;
    const { path, place, use, finding, context } = this;
    if (this.isBusy || !this.parts) return;
    if (this.chosen?.kind === "never" && finding) {
      this.close();
      await new Upkeep(context).ignore(finding, context.adding.nameOf(path));
      use?.(null);
    } else if (place && this.draft && use) {
      this.close();
      use(place);
    } else if (place && this.draft) await this.write(place, this.draft);
  }

  private async write(place: ChosenPlace, draft: Draft): Promise<void> {
    const { words, adding, notifier } = this.context;
    this.isBusy = true;
    this.drawDraft();
    try {
      if (await adding.write({ path: this.path, place }, draft)) return this.close();
      this.say(words.adding.notAdded);
    } catch (error) {
      notifier.tell(words.check.failed(errorText(error)));
    } finally {
      this.isBusy = false;
    }
    this.corpus = adding.finder.corpus();
    this.propose();
    await this.update();
  }

  /** Enter adds, wherever the keyboard is but on a button. */
  private pressed(event: KeyboardEvent): void {
    const isOnButton = this.modalEl.doc.activeElement?.closest("button, .clickable-icon") !== null;
    if (event.key !== "Enter" || event.isComposing || isOnButton) return;
    event.preventDefault();
    void this.finish();
  }
}

function isSameSection(one: MapSection, other: MapSection): boolean {
  return keyOfSection(one) === keyOfSection(other);
}

function isSameDraft(one: Draft, other: Draft): boolean {
  return JSON.stringify([one.preview, one.written]) === JSON.stringify([other.preview, other.written]);
}
