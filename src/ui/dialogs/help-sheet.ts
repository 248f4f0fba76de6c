// The sheet of keys and gestures.
import { Modal, Platform, type App } from "obsidian";
import { STATES, type State } from "../../core/base/state";
import type { Words } from "../../i18n/words";
import { takeKeyboard } from "../widgets/keyboard";

/** The keys or gestures, one after the other or together, and what they do. */
type Line = readonly [keys: readonly string[], does: string];

const STATE_KEYS: Readonly<Record<State, string>> = { todo: "T", doing: "I", done: "D", skipped: "S" };

function modKey(): string {
  return Platform.isMacOS ? "⌘" : "Ctrl";
}

function altKey(): string {
  return Platform.isMacOS ? "⌥" : "Alt";
}

function keyboardLines({ help, states, backToMap }: Words): readonly Line[] {
  return [
    [["↑", "↓"], help.move],
    [["←", "→"], help.fold],
    [["PageUp", "PageDown"], help.page],
    [["Home", "End"], help.ends],
    [["Enter"], help.open],
    [[modKey(), "Enter"], help.newTab],
    [["Space"], help.cycleOrFold],
    ...STATES.map((state): Line => [[STATE_KEYS[state]], states[state]]),
    [["1–5"], help.rate],
    [["0"], help.unrate],
    [["U"], help.undo],
    [["Backspace"], backToMap],
    [["N"], help.next],
    [["/"], help.search],
    [["Shift", "↑ ↓"], help.extend],
    [[modKey(), "A"], help.selectAll],
    [["Esc"], help.clear],
    [["?"], help.help],
  ];
}

function pointerLines({ help }: Words): readonly Line[] {
  if (Platform.isMobile)
    return [
      [[help.tap], help.open],
      [[help.longPress], help.menu],
    ];
  return [
    [[help.click], help.open],
    [[modKey(), help.click], help.newTab],
    [[modKey(), altKey(), help.click], help.split],
    [[help.middleClick], help.background],
    [[modKey(), help.hover], help.preview],
    [[altKey(), help.click], help.select],
    [["Shift", help.click], help.extend],
    [[help.drag], help.link],
    [[help.rightClick], help.menu],
  ];
}

function iconLines({ help, states }: Words): readonly Line[] {
  if (Platform.isMobile) return [[[help.tap], help.cycle]];
  return [
    [[help.click], help.cycle],
    [["Shift", help.click], states.doing],
    [[altKey(), help.click], states.skipped],
  ];
}

export class HelpSheet extends Modal {
  constructor(
    app: App,
    private readonly words: Words,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { help } = this.words;
    this.modalEl.addClass("moc-path-help");
    this.setTitle(help.title);
    takeKeyboard(this.contentEl);
    if (!Platform.isPhone) this.drawLines(help.keyboard, keyboardLines(this.words));
    this.drawLines(help.onRow, pointerLines(this.words));
    this.drawLines(help.onIcon, iconLines(this.words));
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private drawLines(title: string, lines: readonly Line[]): void {
    this.contentEl.createEl("h3", { text: title });
    const listEl = this.contentEl.createEl("dl");
    for (const [keys, does] of lines) {
      const keysEl = listEl.createEl("dt");
      for (const key of keys) keysEl.createEl("kbd", { text: key });
      listEl.createEl("dd", { text: does });
    }
  }
}
