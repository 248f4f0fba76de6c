// Exports progress in a format that the reader chooses, and says where it is.
import { reasonOf } from "../../core/base/log";
import { FuzzySuggestModal, Notice, type App } from "obsidian";
import { exportOf, FORMATS, type Format } from "../../progress/export";
import type { Context } from "../../actions/context";

export class ExportChoice extends FuzzySuggestModal<Format> {
  constructor(
    app: App,
    private readonly context: Context,
  ) {
    super(app);
    this.setPlaceholder(context.words.transfer.export);
  }

  override getItems(): Format[] {
    return [...FORMATS];
  }

  override getItemText(format: Format): string {
    return this.context.words.transfer.formats[format];
  }

  override onChooseItem(format: Format): void {
    const { words } = this.context;
    this.write(format).then(
      (path) => new Notice(words.transfer.exported(path), 0),
      (error: unknown) => new Notice(words.transfer.notExported(reasonOf(error))),
    );
  }

  private async write(format: Format): Promise<string> {
    const { progress, files, words } = this.context;
    await progress.load();
    return files.create(
      `${words.transfer.name} ${new Date().toISOString().slice(0, 10)}`,
      format,
      exportOf(format, progress.exported()),
    );
  }
}
