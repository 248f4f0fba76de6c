// Settings under one heading.
import { ExtraButtonComponent } from "./button";
import { Setting } from "./setting";

export class SettingGroup {
  readonly listEl: HTMLElement;
  private readonly groupEl: HTMLElement;
  private heading: Setting | null = null;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv("setting-group");
    this.listEl = this.groupEl.createDiv("setting-items");
  }

  setHeading(text: string | DocumentFragment): this {
    this.header().setName(text);
    return this;
  }

  addClass(...classes: string[]): this {
    this.groupEl.addClasses(classes);
    return this;
  }

  addSetting(cb: (setting: Setting) => void): this {
    cb(new Setting(this.listEl));
    return this;
  }

  addExtraButton(cb: (component: ExtraButtonComponent) => unknown): this {
    cb(new ExtraButtonComponent(this.header().controlEl));
    return this;
  }

  private header(): Setting {
    if (!this.heading) {
      this.heading = new Setting(this.groupEl).setHeading();
      this.groupEl.prepend(this.heading.settingEl);
    }
    return this.heading;
  }
}
