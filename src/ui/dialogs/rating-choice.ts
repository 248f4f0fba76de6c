// Asks for a rating, from none up to a scale.
import { FuzzySuggestModal, type App } from "obsidian";
import type { ToRate } from "../../actions/ratings";
import type { Words } from "../../i18n/words";

export class RatingChoice extends FuzzySuggestModal<number> {
  constructor(
    app: App,
    private readonly words: Words,
    private readonly rated: ToRate,
    private readonly choose: (value: number) => void,
  ) {
    super(app);
    this.setPlaceholder(words.rateNamed(rated.name));
  }

  override getItems(): number[] {
    return [...Array(this.rated.scale + 1).keys()].reverse();
  }

  override getItemText(value: number): string {
    const { words, rated } = this;
    const text = value === 0 ? words.rating.none : `${"★".repeat(value)} ${value}`;
    return value === rated.now ? words.ratedNow(text) : text;
  }

  override onChooseItem(value: number): void {
    this.choose(value);
  }
}
