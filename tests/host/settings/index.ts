// The module `obsidian` as far as it exports settings.
export { PluginSettingTab, SettingTab } from "./setting-tab";
