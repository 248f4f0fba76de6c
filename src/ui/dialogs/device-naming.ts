// Tells a reader, once and at the first mark, where progress is kept and what this device is called there, with a name
// of their own at hand. The mark does not wait for that: only the device's first file does, as long as any mark may.
import { Modal, Setting, type App } from "obsidian";
import type { Context } from "../../actions/context";
import type { Words } from "../../i18n/words";
import { onEnter, takeKeyboard } from "../widgets/keyboard";

type Needs = Pick<Context, "progress" | "words"> & {
  /** Tells with something at hand that can be done about it; returns what takes that away. */
  readonly offer: (message: string, button: string, act: () => void) => () => void;
};

/** Watches for the first mark from now on; returns what ends that. `folder` is where progress files are placed. */
export function offerDeviceName(app: App, { progress, words, offer }: Needs, folder: () => string): () => void {
  let endOffer: (() => void) | null = null;
  const ask = (): void =>
    new DeviceNameModal(app, words, progress.journals.deviceName, (name) => progress.journals.nameDevice(name)).open();
  const endWatch = progress.onChange(() => {
    if (endOffer || !progress.journals.needsName) return;
    const message = words.deviceName.kept(folder(), progress.journals.deviceName);
    endOffer = offer(message, words.deviceName.change, ask);
  });
  return () => {
    endWatch();
    endOffer?.();
  };
}

class DeviceNameModal extends Modal {
  private typed: string;

  constructor(
    app: App,
    private readonly words: Words,
    private name: string,
    private readonly give: (name: string) => void,
  ) {
    super(app);
    this.typed = name;
  }

  override onOpen(): void {
    const { title, help, save } = this.words.deviceName;
    new Setting(this.setTitle(title).contentEl)
      .setName(this.words.settings.of.device.name)
      .setDesc(help)
      .addText(({ inputEl }) => {
        inputEl.value = this.name;
        inputEl.setAttr("aria-label", this.words.settings.of.device.name);
        inputEl.addEventListener("input", () => (this.typed = inputEl.value));
        takeKeyboard(inputEl);
      })
      .addButton((button) =>
        button
          .setButtonText(save)
          .setCta()
          .onClick(() => this.save()),
      );
    onEnter(this.scope, () => this.save());
  }

  private save(): void {
    this.name = this.typed;
    this.close();
  }

  /** Closed without saving, the name it had is the one that the reader agrees to. */
  override onClose(): void {
    this.give(this.name);
  }
}
