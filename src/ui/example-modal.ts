// The way into an empty vault: a small map and its notes, in a folder that the reader agrees to.
import { Modal, Setting, type App } from "obsidian";
import type { Context } from "./context";

export class ExampleModal extends Modal {
  private folder: string;

  constructor(
    app: App,
    private readonly context: Context,
  ) {
    super(app);
    this.folder = context.words.example.folder;
  }

  override onOpen(): void {
    const { open, explanation, create } = this.context.words.example;
    this.setTitle(open);
    new Setting(this.contentEl)
      .setDesc(explanation)
      .addText((text) => text.setValue(this.folder).onChange((folder) => (this.folder = folder)))
      .addButton((button) => button.setButtonText(create).setCta().onClick(() => this.create()));
  }

  private create(): void {
    const { words, createFolder, navigation } = this.context;
    createFolder(this.folder, words.example.notes).then(
      (path) => {
        this.close();
        navigation.openLink(`${path}/MOC`, "", false);
      },
      (error: unknown) => this.contentEl.createEl("p", { cls: "mod-warning", text: words.example.failed(String(error)) }),
    );
  }
}
