// The notes that moved while nobody looked: which were found, and which the reader has to tell.
import { Modal, Setting, type App } from "obsidian";
import type { MovedNotes, Offer } from "../../progress/moved-notes";
import type { Words } from "../../i18n/words";

export class MovedNotesModal extends Modal {
  private end: () => void = () => undefined;

  constructor(
    app: App,
    private readonly movedNotes: MovedNotes,
    private readonly words: Words,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(this.words.moved.title);
    this.modalEl.addClass("moc-path-moved");
    this.end = this.movedNotes.onChange(() => this.draw());
    this.draw();
  }

  override onClose(): void {
    this.end();
    this.contentEl.empty();
  }

  private draw(): void {
    const { contentEl, movedNotes } = this;
    const { moved } = this.words;
    const [taken, offers] = [movedNotes.taken, movedNotes.offers];
    const waiting = new Set(offers.map(({ from }) => from)).size;
    contentEl.empty();
    contentEl.createEl("p", { text: moved.summary(taken.length + waiting, taken.length, waiting) });
    const plain = offers.filter((offer) =>
      offers.every((other) => other === offer || (other.from !== offer.from && other.to !== offer.to)),
    );
    if (plain.length > 1) {
      new Setting(contentEl).setName(moved.plain).addButton((button) =>
        button
          .setButtonText(moved.confirmAll)
          .setCta()
          .onClick(() => this.confirm(plain)),
      );
    }
    for (const offer of offers) this.drawOffer(contentEl, offer);
    if (taken.length > 0) this.drawTaken(contentEl, taken);
  }

  private drawOffer(parent: HTMLElement, offer: Offer): void {
    const { moved } = this.words;
    this.row(parent, offer)
      .addButton((button) => button.setButtonText(moved.confirm).onClick(() => this.confirm([offer])))
      .addButton((button) => button.setButtonText(moved.reject).onClick(() => this.reject(offer)));
  }

  private drawTaken(parent: HTMLElement, taken: readonly Offer[]): void {
    const foldEl = parent.createEl("details");
    foldEl.createEl("summary", { text: this.words.moved.found(taken.length) });
    for (const match of taken)
      this.row(foldEl, match).addButton((button) =>
        button.setButtonText(this.words.moved.reject).onClick(() => this.reject(match)),
      );
  }

  private row(parent: HTMLElement, offer: Offer): Setting {
    const { moved } = this.words;
    const row = new Setting(parent).setName(offer.to);
    row.nameEl.setAttr("dir", "auto");
    row.descEl.createDiv({ text: moved.from(offer.from), attr: { dir: "auto" } });
    row.descEl.createDiv({ text: this.reasonsOf(offer).join(" · ") });
    return row;
  }

  private reasonsOf(offer: Offer): readonly string[] {
    const { moved } = this.words;
    if (offer.resemblance === null) return [moved.heading];
    const { shared, isContradicted } = offer.resemblance;
    return [
      ...(shared.name > 0 ? [moved.sameName] : []),
      ...(shared.id > 0 ? [moved.sameId] : []),
      ...(shared.heading > 0 ? [moved.headings(shared.heading, offer.headings)] : []),
      ...(shared.lines > 0 ? [moved.sameLength] : []),
      ...(isContradicted ? [moved.otherId] : []),
    ];
  }

  private confirm(offers: readonly Offer[]): void {
    void this.movedNotes.confirm(offers);
  }

  private reject(offer: Offer): void {
    void this.movedNotes.reject(offer);
  }
}
