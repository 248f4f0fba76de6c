// The module `obsidian` of the stand-in app: what plugins import. Names that obsidian.d.ts has and this file lacks
// are not part of the stand-in yet; a plugin that asks for one is told so.
export { App } from "./app";
export { MetadataCache } from "./cache";
export * from "./events";
export { apiVersion, getLanguage, normalizePath, Platform, requireApiVersion } from "./platform";
export { Plugin } from "./plugins/plugin";
export * from "./ui";
export { FileManager, TAbstractFile, TFile, TFolder, Vault } from "./vault";
export * from "./workspace";
