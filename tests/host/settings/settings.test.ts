// @vitest-environment happy-dom
// Tabs of settings that a plugin declares: drawn, checked, saved, found.
import type { PluginManifest, SettingDefinitionItem } from "obsidian";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startTestApp, type TestApp } from "../test-app";

const manifest: PluginManifest = {
  id: "probe",
  name: "Probe",
  author: "Nobody",
  version: "1.0.0",
  minAppVersion: "1.13.0",
  description: "Looks.",
};
const page = window as unknown as { definitions: () => SettingDefinitionItem[]; updateTab: () => void };
const open: TestApp[] = [];

const CODE = `const { Plugin, PluginSettingTab } = require("obsidian");
  class Tab extends PluginSettingTab { getSettingDefinitions() { return window.definitions(); } }
  module.exports = class extends Plugin {
    async onload() {
      this.settings = (await this.loadData()) ?? {};
      const tab = new Tab(this.app, this);
      window.updateTab = () => tab.update();
      this.addSettingTab(tab);
    }
  };`;

/** An app whose only plugin declares these settings, with its tab open. */
async function start(definitions: () => SettingDefinitionItem[]): Promise<TestApp> {
  page.definitions = definitions;
  const test = await startTestApp({ "Attic/A.md": "a" }, { plugins: [{ manifest, code: CODE }] });
  open.push(test);
  test.app.setting.open();
  return test;
}

const saved = (test: TestApp): unknown =>
  JSON.parse(test.backend.texts()[".obsidian/plugins/probe/data.json"] ?? "null");
const names = (): (string | null)[] =>
  [...document.querySelectorAll<HTMLElement>(".setting-item")]
    .filter((el) => el.style.display !== "none")
    .map((el) => el.querySelector(".setting-item-name")?.textContent ?? null);

function find<T extends HTMLElement = HTMLElement>(selector: string): T {
  const el = document.querySelector<T>(`.modal ${selector}`);
  if (!el) throw new Error(`Nothing is shown at ${selector}.`);
  return el;
}

function type(selector: string, text: string): void {
  const inputEl = find<HTMLInputElement>(selector);
  inputEl.value = text;
  inputEl.dispatchEvent(new Event("input", { bubbles: true }));
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("a tab of declared settings", () => {
  it("shows what is saved or, where nothing is, the default, and saves what the reader changes", async () => {
    const test = await start(() => [
      {
        type: "group",
        heading: "Looks",
        items: [{ name: "Bold", desc: "In bold.", control: { type: "toggle", key: "bold", defaultValue: true } }],
      },
      {
        name: "Color",
        control: { type: "dropdown", key: "color", options: { red: "Red", blue: "Blue" }, defaultValue: "blue" },
      },
    ]);
    expect(names()).toEqual(["Looks", "Bold", "Color"]);
    expect(find<HTMLSelectElement>("select").value).toBe("blue");
    find(".checkbox-container.is-enabled").click();
    await vi.waitFor(() => expect(saved(test)).toEqual({ bold: false }));
  });

  it("says what is wrong with a value, at once for what was saved, and saves none that is wrong", async () => {
    const validate = (value: string): string | undefined => (value === "" ? "Write a name." : undefined);
    const test = await start(() => [
      { name: "Name", control: { type: "text", key: "name", defaultValue: "", validate } },
    ]);
    expect(find(".setting-item.is-invalid .setting-item-error").textContent).toBe("Write a name.");
    type("input[type=text]", "Ada");
    await vi.waitFor(() => expect(saved(test)).toEqual({ name: "Ada" }));
    type("input[type=text]", "");
    expect(find(".setting-item-error").textContent).toBe("Write a name.");
    expect(saved(test)).toEqual({ name: "Ada" });
  });

  it("adds to a list and takes from it, once the plugin says that it changed", async () => {
    let list = ["a", "b"];
    const change = (next: string[]): void => {
      list = next;
      page.updateTab();
    };
    await start(() => [
      {
        type: "list",
        heading: "Names",
        emptyState: "None.",
        items: list.map((name) => ({ name })),
        addItem: { name: "Add", action: () => change([...list, "c"]) },
        onDelete: (index) => change(list.filter((_, at) => at !== index)),
      },
    ]);
    find("[aria-label=Add]").click();
    expect(names()).toEqual(["Names", "a", "b", "c"]);
    for (let time = 0; time < 3; time++) find("[aria-label=Delete]").click();
    expect(find(".setting-list-empty").textContent).toBe("None.");
  });

  it("goes to a page and back, and stays there when the definitions change", async () => {
    await start(() => [
      { type: "page", name: "More", displayValue: () => "2 of them", items: [{ name: "One" }, { name: "Two" }] },
    ]);
    expect(find(".setting-item-display-value").textContent).toBe("2 of them");
    find(".setting-item").click();
    page.updateTab();
    expect(names()).toEqual(["One", "Two"]);
    find("[aria-label=Back]").click();
    expect(names()).toEqual(["More"]);
  });

  it("offers the folders of the vault, and hides what is not visible", async () => {
    await start(() => [
      { name: "Folder", control: { type: "folder", key: "folder" } },
      { name: "Secret", visible: () => false },
    ]);
    expect([...document.querySelectorAll("datalist option")].map((el) => el.getAttribute("value"))).toEqual(["Attic"]);
    expect(names()).toEqual(["Folder"]);
  });

  it("is found by names, descriptions and other words, on pages too, and leaves with its plugin", async () => {
    const test = await start(() => [
      {
        type: "page",
        name: "More",
        items: [
          { name: "Weight", desc: "In grams.", aliases: ["mass"] },
          { name: "Height", searchable: false },
        ],
      },
    ]);
    type(".vertical-tab-header input", "mass GRAMS");
    expect(find(".setting-search-result").textContent).toBe("WeightProbe › More");
    find(".setting-search-result").click();
    expect(names()).toEqual(["Weight", "Height"]);
    await test.app.plugins.disablePlugin("probe");
    expect(document.querySelectorAll(".vertical-tab-nav-item, .vertical-tab-content")).toHaveLength(0);
  });
});
