// Asks for a rating, from none up to a scale.
import { FuzzySuggestModal, type App } from "obsidian";
import type { Words } from "../../i18n/words";

export class RatingChoice extends FuzzySuggestModal<number> {
  constructor(
    app: App,
    private readonly words: Words,
    private readonly scale: number,
    private readonly choose: (value: number) => void,
  ) {
    super(app);
    this.setPlaceholder(words.rate);
  }

  override getItems(): number[] {
    return [...Array(this.scale + 1).keys()].reverse();
  }

  override getItemText(value: number): string {
    return value === 0 ? this.words.rating.none : `${"★".repeat(value)} ${value}`;
  }

  override onChooseItem(value: number): void {
    this.choose(value);
  }
}
