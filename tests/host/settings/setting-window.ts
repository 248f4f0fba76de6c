// The settings window: a tab for each plugin that has settings, and a search over all of them.
import { Modal } from "../ui/modal";
import { SearchComponent } from "../ui/text";
import { findSettings, type FoundSetting } from "./setting-search";
import type { SettingTab } from "./setting-tab";

export class SettingWindow extends Modal {
  private readonly tabs: SettingTab[] = [];
  private shown: SettingTab | null = null;
  private search: SearchComponent | null = null;
  private resultsEl: HTMLElement | null = null;
  private navEl: HTMLElement | null = null;
  private contentHostEl: HTMLElement | null = null;

  addTab(tab: SettingTab): void {
    this.tabs.push(tab);
    tab.update();
  }

  removeTab(tab: SettingTab): void {
    if (this.shown === tab) this.leaveTab();
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    this.drawNav();
  }

  override onOpen(): void {
    this.modalEl.addClasses(["mod-settings", "mod-sidebar-layout"]);
    this.contentEl.empty();
    this.contentEl.addClass("vertical-tabs-container");
    const headerEl = this.contentEl.createDiv("vertical-tab-header");
    this.search = new SearchComponent(headerEl)
      .setPlaceholder("Search settings...")
      .onChange((query) => this.drawResults(query));
    this.navEl = headerEl.createDiv("vertical-tab-header-group");
    this.contentHostEl = this.contentEl.createDiv("vertical-tab-content-container");
    this.resultsEl = this.contentHostEl.createDiv("setting-search-results");
    this.drawNav();
    if (this.tabs[0]) this.openTab(this.tabs[0]);
  }

  override onClose(): void {
    this.leaveTab();
  }

  /** Shows a tab, and of it the page that these names lead to. */
  openTab(tab: SettingTab, pages: readonly string[] = []): void {
    this.leaveTab();
    this.shown = tab;
    this.resultsEl?.empty();
    this.contentHostEl?.append(tab.containerEl);
    tab.showTab(pages);
    this.drawNav();
  }

  openTabById(id: string): void {
    const tab = this.tabs.find((one) => one.id === id);
    if (tab) this.openTab(tab);
  }

  private leaveTab(): void {
    this.shown?.hide();
    this.shown?.containerEl.remove();
    this.shown = null;
  }

  private drawNav(): void {
    this.navEl?.empty();
    for (const tab of this.tabs) {
      const itemEl = this.navEl?.createDiv({ cls: "vertical-tab-nav-item tappable", text: tab.tabName });
      itemEl?.toggleClass("is-active", tab === this.shown);
      itemEl?.addEventListener("click", () => this.openTab(tab));
    }
  }

  private drawResults(query: string): void {
    if (query.trim() === "") {
      if (!this.shown && this.tabs[0]) this.openTab(this.tabs[0]);
      return;
    }
    this.leaveTab();
    this.drawNav();
    this.resultsEl?.empty();
    for (const found of findSettings(this.tabs, query)) this.drawResult(found);
  }

  private drawResult({ tab, pages, name }: FoundSetting): void {
    const el = this.resultsEl?.createDiv("setting-search-result");
    el?.createDiv({ cls: "setting-item-name", text: name });
    el?.createDiv({ cls: "setting-item-description", text: [tab.tabName, ...pages].join(" › ") });
    el?.addEventListener("click", () => {
      this.search?.setValue("");
      this.openTab(tab, pages);
      const names = [...tab.containerEl.querySelectorAll<HTMLElement>(".setting-item-name")];
      names.find(({ textContent }) => textContent === name)?.scrollIntoView({ block: "center" });
    });
  }
}
