// What the module `obsidian` exports of settings.
export { PluginSettingTab, SettingTab } from "./setting-tab";
