// The sections that a note may be added to, as a group of which one is chosen; then a new section, and none at all.
import { setIcon } from "obsidian";
import type { Context } from "../../actions/context";
import type { MapSection } from "../../core/upkeep/map-sections";

/** A section to choose; `note` says why it is offered. */
export interface PlaceOption {
  readonly section: MapSection;
  readonly note: string;
}

/** The choice: a section by its key, a section that is made, or that the note is not to be offered. */
export type Choice = { readonly kind: "section"; readonly key: string } | { readonly kind: "new" | "never" };

interface OptionActions {
  choose(choice: Choice): void;
  search(): void;
  /** The title of the new section is another. */
  name(title: string): void;
}

/** All that there is to choose from. */
export interface Offer {
  readonly options: readonly PlaceOption[];
  readonly chosen: Choice | null;
  /** The title of the new section; null where none can be made. */
  readonly newTitle: string | null;
  /** True if the reader can say that the note is not to be offered. */
  readonly canIgnore: boolean;
}

/** The key that tells a section from all others, also once its map has changed. */
export function keyOfSection({ map, division }: MapSection): string {
  return JSON.stringify([map, division?.id ?? null]);
}

export class PlaceOptions {
  private readonly el: HTMLElement;
  private readonly group = `moc-path-add-${crypto.randomUUID().slice(0, 8)}`;
  /** The last drawing: a field that is written into is left alone. */
  private look = "";

  constructor(
    parent: HTMLElement,
    private readonly context: Pick<Context, "words">,
    private readonly actions: OptionActions,
  ) {
    this.el = parent.createDiv({ cls: "moc-path-add-options", attr: { role: "radiogroup" } });
    this.el.setAttr("aria-label", context.words.adding.places);
  }

  /** Draws all anew where something is different; what had the keyboard has it again. */
  draw({ options, chosen, newTitle, canIgnore }: Offer): void {
    const { adding } = this.context.words;
    const look = JSON.stringify([options.map(lookOf), chosen, newTitle === null, canIgnore]);
    if (look === this.look) return;
    this.look = look;
    const focused = this.el.doc.activeElement?.closest<HTMLElement>("[data-option]")?.dataset["option"];
    this.el.empty();
    if (options.length === 0) this.el.createDiv({ cls: "moc-path-add-none", text: adding.noneFits });
    for (const { section, note } of options) {
      const key = keyOfSection(section);
      const isChosen = chosen?.kind === "section" && chosen.key === key;
      const textEl = this.addOption({ kind: "section", key }, isChosen, sectionName(section), sectionAbove(section));
      textEl.createDiv({ cls: "moc-path-add-reason", text: note, attr: { dir: "auto" } });
    }
    this.addSearch();
    if (newTitle !== null) this.addNew(chosen?.kind === "new", newTitle);
    if (canIgnore) this.addOption({ kind: "never" }, chosen?.kind === "never", adding.notHere);
    if (focused !== undefined) this.elementOf(focused)?.focus();
  }

  /** The keyboard goes to what is chosen, else to the first. */
  focus(): void {
    const inputs = [...this.el.querySelectorAll<HTMLInputElement>("input[type=radio]")];
    (inputs.find(({ checked }) => checked) ?? inputs[0] ?? this.el.querySelector("button"))?.focus();
  }

  private elementOf(option: string): HTMLElement | null {
    return (
      [...this.el.querySelectorAll<HTMLElement>("[data-option]")].find((el) => el.dataset["option"] === option) ?? null
    );
  }

  private addOption(choice: Choice, isChosen: boolean, name: string, above = ""): HTMLElement {
    const labelEl = this.el.createEl("label", "moc-path-add-option");
    labelEl.toggleClass("is-chosen", isChosen);
    labelEl.toggleClass("mod-other", choice.kind !== "section");
    const inputEl = labelEl.createEl("input", { type: "radio", attr: { name: this.group } });
    inputEl.checked = isChosen;
    inputEl.dataset["option"] = JSON.stringify(choice);
    inputEl.addEventListener("change", () => this.actions.choose(choice));
    const textEl = labelEl.createDiv("moc-path-add-words");
    const nameEl = textEl.createDiv({ cls: "moc-path-add-name", attr: { dir: "auto" } });
    nameEl.createSpan({ text: name });
    if (above !== "") nameEl.createSpan({ cls: "moc-path-add-above", text: ` · ${above}` });
    return textEl;
  }

  private addSearch(): void {
    const buttonEl = this.el.createEl("button", "moc-path-add-search");
    buttonEl.dataset["option"] = "search";
    setIcon(buttonEl.createSpan({ attr: { "aria-hidden": "true" } }), "search");
    buttonEl.createSpan({ text: this.context.words.adding.another, attr: { dir: "auto" } });
    buttonEl.addEventListener("click", () => this.actions.search());
  }

  private addNew(isChosen: boolean, title: string): void {
    const { adding } = this.context.words;
    const textEl = this.addOption({ kind: "new" }, isChosen, adding.newSection);
    if (!isChosen) return;
    const titleEl = textEl.createEl("input", { type: "text", attr: { dir: "auto", "aria-label": adding.newTitle } });
    titleEl.value = title;
    titleEl.dataset["option"] = "title";
    titleEl.addEventListener("input", () => this.actions.name(titleEl.value));
  }
}

function lookOf({ section, note }: PlaceOption): readonly string[] {
  return [keyOfSection(section), sectionName(section), sectionAbove(section), note];
}

/** The title of a section; of the entries above all chapters that of the map. */
export function sectionName({ titles, mapTitle }: MapSection): string {
  return titles.at(-1) ?? mapTitle;
}

/** The nearest thing above a section: its chapter, else its map; "" for the map itself. */
function sectionAbove({ titles, mapTitle }: MapSection): string {
  return titles.length === 0 ? "" : [mapTitle, ...titles.slice(0, -1)].slice(-2).join(" › ");
}
