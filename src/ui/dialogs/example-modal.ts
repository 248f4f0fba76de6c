// The way into an empty vault: a small map and its notes, in a folder that the reader agrees to.
import { errorText } from "../../core/base/log";
import { Modal, Setting, type App } from "obsidian";
import type { Context } from "../../actions/context";
import { onEnter, takeKeyboard } from "../widgets/keyboard";

export class ExampleModal extends Modal {
  private folder: string;
  private readonly failureEl = this.contentEl.createEl("p", { cls: "mod-warning", attr: { role: "alert" } });

  constructor(
    app: App,
    private readonly context: Context,
  ) {
    super(app);
    this.folder = context.words.example.folder;
  }

  override onOpen(): void {
    const { open, explanation, inFolder, create } = this.context.words.example;
    this.setTitle(open);
    new Setting(this.contentEl)
      .setName(inFolder)
      .setDesc(explanation)
      .addText(({ inputEl }) => {
        inputEl.value = this.folder;
        inputEl.setAttr("aria-label", inFolder);
        inputEl.addEventListener("input", () => (this.folder = inputEl.value));
        takeKeyboard(inputEl);
      })
      .addButton((button) =>
        button
          .setButtonText(create)
          .setCta()
          .onClick(() => this.create()),
      );
    this.contentEl.append(this.failureEl);
    onEnter(this.scope, () => this.create());
  }

  private create(): void {
    const { words, newNotes, navigation } = this.context;
    newNotes.createFolder(this.folder, words.example.notes).then(
      (path) => {
        this.close();
        navigation.openLink(`${path}/MOC`, "", false);
      },
      (error: unknown) => this.failureEl.setText(words.example.failed(errorText(error))),
    );
  }
}
