// What can be asked for by name: commands and the ribbon icon.
import type { Plugin } from "obsidian";
import type { Context } from "../ui/context";
import { ROADMAP_VIEW } from "../ui/roadmap-view";

async function openRoadmap(plugin: Plugin): Promise<void> {
  await plugin.app.workspace.ensureSideLeaf(ROADMAP_VIEW, "right", { active: true, reveal: true });
}

/** Adds the plugin's commands and its ribbon icon; they leave with the plugin. */
export function addCommands(plugin: Plugin, { words }: Context): void {
  plugin.addRibbonIcon("route", words.openRoadmap, () => void openRoadmap(plugin));
  plugin.addCommand({ id: "open-roadmap", name: words.openRoadmap, icon: "route", callback: () => void openRoadmap(plugin) });
}
