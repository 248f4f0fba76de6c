// The command palette: every command that can act now, by name.
import type { Command, FuzzyMatch, Hotkey } from "obsidian";
import { FuzzySuggestModal } from "../ui/fuzzy-suggest-modal";
import { renderResults } from "../ui/search";

export class CommandPalette extends FuzzySuggestModal<Command> {
  override onOpen(): void {
    this.setPlaceholder("Select a command...");
    this.setInstructions([
      { command: "↑↓", purpose: "to navigate" },
      { command: "↵", purpose: "to use" },
      { command: "esc", purpose: "to dismiss" },
    ]);
  }

  getItems(): Command[] {
    return [...this.app.commands.listCommands()];
  }

  getItemText(command: Command): string {
    return command.name;
  }

  onChooseItem(command: Command): void {
    this.app.commands.executeCommandById(command.id);
  }

  override renderSuggestion({ item, match }: FuzzyMatch<Command>, el: HTMLElement): void {
    el.addClass("mod-complex");
    const titleEl = el.createDiv("suggestion-content").createDiv("suggestion-title");
    renderResults(titleEl, item.name, match);
    const [hotkey] = item.hotkeys ?? [];
    if (hotkey) el.createDiv("suggestion-aux").createEl("kbd", { cls: "suggestion-hotkey", text: written(hotkey) });
  }
}

function written({ modifiers, key }: Hotkey): string {
  return [...modifiers.map((modifier) => (modifier === "Mod" ? "Ctrl" : modifier)), key.toUpperCase()].join(" + ");
}
