// Finds the note, or the part of a note, that a link is to lead to; the likeliest come first.
import { FuzzySuggestModal, type App, type FuzzyMatch } from "obsidian";
import type { Elsewhere } from "../../core/upkeep/elsewhere";
import { basenameOf, folderOf } from "../../core/base/paths";
import type { Words } from "../../i18n/words";
import { addSuggestion } from "../widgets/suggestion";

export class ElsewhereChoice extends FuzzySuggestModal<string> {
  constructor(
    app: App,
    words: Words,
    name: string,
    private readonly elsewhere: Elsewhere,
    private readonly choose: (choice: string) => void,
  ) {
    super(app);
    this.setPlaceholder(words.check.leadTo(name));
  }

  override getItems(): string[] {
    return [...this.elsewhere.choices];
  }

  override getItemText(choice: string): string {
    return choice;
  }

  override renderSuggestion({ item }: FuzzyMatch<string>, el: HTMLElement): void {
    if (this.elsewhere.kind === "note") addSuggestion(el, basenameOf(item), folderOf(item));
    else addSuggestion(el, item, "");
  }

  override onChooseItem(choice: string): void {
    this.choose(choice);
  }
}
