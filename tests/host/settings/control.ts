// The control of one setting, bound to the value that its tab keeps.
import type { SettingControl, TAbstractFile } from "obsidian";
import type { Setting } from "../ui/setting";
import type { TextComponent } from "../ui/text";
import { TFolder } from "../vault";
import type { SettingTab } from "./setting-tab";

/** Checks a value that the reader gave, says what is wrong with it, or has it saved. Only the latest one counts. */
class Binding {
  private generation = 0;

  constructor(
    private readonly control: SettingControl,
    private readonly setting: Setting,
    private readonly tab: SettingTab,
  ) {}

  /** The value to show; one that is not valid is shown with what is wrong with it. */
  value(): unknown {
    const value = this.tab.getControlValue(this.control.key) ?? this.control.defaultValue;
    void this.check(value);
    return value;
  }

  set(value: unknown): void {
    this.save(value).catch((error: unknown) => console.error("A setting could not be saved.", error));
  }

  private async save(value: unknown): Promise<void> {
    if (await this.check(value)) await this.tab.setControlValue(this.control.key, value);
  }

  private async check(value: unknown): Promise<boolean> {
    const generation = ++this.generation;
    const validate = this.control.validate as ((value: unknown) => string | void | Promise<string | void>) | undefined;
    const answer = validate?.(value);
    const message = (answer instanceof Promise ? await answer : answer) ?? "";
    if (generation !== this.generation) return false;
    this.setting.setErrorMessage(message);
    return message === "";
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Offers these texts while the reader types. */
function suggest({ inputEl }: TextComponent, texts: readonly string[]): void {
  const listEl = inputEl.parentElement?.createEl("datalist");
  if (!listEl) return;
  listEl.id = `suggestions-${Math.random().toString(36).slice(2)}`;
  inputEl.setAttribute("list", listEl.id);
  for (const value of texts) listEl.createEl("option", { value });
}

function pathsOf(control: SettingControl, files: readonly TAbstractFile[]): readonly string[] {
  const filter = "filter" in control ? (control.filter as ((file: TAbstractFile) => boolean) | undefined) : undefined;
  return files.filter((file) => filter?.(file) ?? true).map(({ path }) => path);
}

/** Adds the control to its row. Kinds of controls that are not here yet throw with their name. */
export function addControl(control: SettingControl, setting: Setting, tab: SettingTab): void {
  const binding = new Binding(control, setting, tab);
  const value = binding.value();
  const text = (component: TextComponent): TextComponent =>
    component
      .setPlaceholder("placeholder" in control ? (control.placeholder ?? "") : "")
      .setValue(textOf(value))
      .onChange((typed) => binding.set(typed));
  const paths = (): readonly string[] => {
    const all = tab.app.vault
      .getAllLoadedFiles()
      .filter((file) => file instanceof TFolder === (control.type === "folder") && file.path !== "/");
    return pathsOf(control, all as unknown as readonly TAbstractFile[]);
  };
  switch (control.type) {
    case "toggle":
      setting.addToggle((toggle) => toggle.setValue(value === true).onChange((on) => binding.set(on)));
      break;
    case "text":
      setting.addText(text);
      break;
    case "file":
    case "folder":
      setting.addText((component) => suggest(text(component), paths()));
      break;
    case "textarea":
      setting.addTextArea((area) => area.setValue(textOf(value)).onChange((typed) => binding.set(typed)));
      break;
    case "dropdown":
      setting.addDropdown((dropdown) =>
        dropdown
          .addOptions(control.options)
          .setValue(textOf(value))
          .onChange((chosen) => binding.set(chosen)),
      );
      break;
    default:
      throw new Error(`The control "${control.type}" of settings is not part of the stand-in app yet.`);
  }
}
