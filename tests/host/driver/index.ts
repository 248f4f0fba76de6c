// The driver of the stand-in app, as end-to-end tests use it.
export { useObsidian } from "./fixture";
export { frames } from "./frames";
export { hold, swipe } from "./touch";
export { launchObsidian, type InPage, type LaunchOptions, type ObsidianApp } from "./obsidian";
