// Shows the map that would be written of a folder, under a name that the reader can change, and makes it when told so.
import { ButtonComponent, Modal, Setting, type App } from "obsidian";
import type { Context } from "../../actions/context";
import { errorText } from "../../core/base/log";
import { takeKeyboard } from "../widgets/keyboard";

/** Signs that no name of a note may have, or no link to it. */
const NOT_IN_NAMES = /[\\/:*?"<>|#^[\]]/g;

export class FolderMapModal extends Modal {
  private name: string;

  constructor(
    app: App,
    private readonly context: Pick<Context, "folderMaps" | "navigation" | "notifier" | "words">,
    private readonly folder: string,
  ) {
    super(app);
    this.name = context.folderMaps.nameFor(folder);
  }

  override onOpen(): void {
    const { folderMap, transfer, example } = this.context.words;
    this.modalEl.addClass("moc-path-folder-map");
    this.setTitle(folderMap.title);
    this.contentEl.createEl("p", { text: folderMap.help(this.folder), attr: { dir: "auto" } });
    const textEl = createEl("pre", {
      cls: "moc-path-folder-text",
      attr: { dir: "auto", role: "group", tabindex: "0" },
    });
    const pathEl = createDiv({ cls: "moc-path-folder-path", attr: { dir: "auto" } });
    const rowEl = this.modalEl.createDiv("modal-button-container");
    new ButtonComponent(rowEl).setButtonText(transfer.cancel).onClick(() => this.close());
    const button = new ButtonComponent(rowEl)
      .setButtonText(example.create)
      .setCta()
      .onClick(() => void this.create());
    const draw = (): void => {
      pathEl.setText(`${this.folder}/${this.name}.md`);
      textEl.setText(this.text);
      button.setDisabled(this.name === "");
    };
    new Setting(this.contentEl).setName(folderMap.name).addText((text) => {
      text.inputEl.setAttr("aria-label", folderMap.name);
      text.setValue(this.name).onChange((name) => {
        this.name = name.replace(NOT_IN_NAMES, "").trim();
        draw();
      });
    });
    textEl.setAttr("aria-label", folderMap.text);
    this.contentEl.append(pathEl, textEl);
    draw();
    this.contentEl.findAll("input").forEach(takeKeyboard);
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private get text(): string {
    return this.context.folderMaps.textOf(this.folder, this.name);
  }

  private async create(): Promise<void> {
    const { folderMaps, navigation, notifier, words } = this.context;
    try {
      const path = await folderMaps.create(this.folder, this.name, this.text);
      this.close();
      navigation.openLink(path, "", false);
    } catch (error) {
      notifier.tell(words.example.failed(errorText(error)));
    }
  }
}
