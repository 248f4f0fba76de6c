// Exports progress in a format that the reader chooses, and says where it is.
import { FuzzySuggestModal, type App } from "obsidian";
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
    const { notifier, words } = this.context;
    const writing = this.write(format).then((path) => notifier.tell(words.transfer.exported(path), true));
    void notifier.tellIfFailed(writing, words.transfer.notExported);
  }

  private async write(format: Format): Promise<string> {
    const { progress, files, words } = this.context;
    await progress.journals.load();
    return files.create(
      // The reader's day, not that of UTC; Swedish dates are written as files sort.
      `${words.transfer.name} ${new Date().toLocaleDateString("sv-SE")}`,
      format,
      exportOf(format, progress.exported()),
    );
  }
}
