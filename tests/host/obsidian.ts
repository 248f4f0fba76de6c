// The module `obsidian` of the stand-in app: what plugins import. Names that obsidian.d.ts has and this file lacks
// are not part of the stand-in yet; a plugin that asks for one is told so.
export { App } from "./app";
export { MetadataCache } from "./cache";
export * from "./events";
export * from "./markdown";
export { getFrontMatterInfo } from "./metadata/frontmatter";
export {
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  parseFrontMatterTags,
} from "./metadata/frontmatter-values";
export { getLinkpath, parseLinktext, stripHeading, stripHeadingForLink } from "./metadata/links";
export { resolveSubpath } from "./metadata/subpath";
export { getAllTags } from "./metadata/tags";
export { parseYaml, stringifyYaml } from "./metadata/yaml";
export { apiVersion, getLanguage, normalizePath, Platform, requireApiVersion } from "./platform";
export { Plugin } from "./plugins/plugin";
export * from "./settings";
export * from "./ui";
export { FileManager, TAbstractFile, TFile, TFolder, Vault } from "./vault";
export * from "./workspace";
