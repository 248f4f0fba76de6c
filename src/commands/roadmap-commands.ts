// Commands for the sidebar: opening it, and what is done in the roadmap that it shows.
import type { Plugin } from "obsidian";
import type { Context } from "../ui/context";
import { LEVELS } from "../ui/folding";
import { iconOfLevel } from "../ui/icons";
import { ROADMAP_VIEW, RoadmapView } from "../ui/roadmap-view";
import { addCommand } from "./command";

export async function openRoadmap({ app }: Plugin): Promise<void> {
  await app.workspace.ensureSideLeaf(ROADMAP_VIEW, "right", { active: true, reveal: true });
}

/** The roadmap that a command means: the one in use, else the first that fits; null where none does. */
function findView({ app }: Plugin, fits: (view: RoadmapView) => boolean): RoadmapView | null {
  const active = app.workspace.getActiveViewOfType(RoadmapView);
  if (active && fits(active)) return active;
  const views = app.workspace.getLeavesOfType(ROADMAP_VIEW).map(({ view }) => view);
  return views.filter((view) => view instanceof RoadmapView).find(fits) ?? null;
}

/** Adds the commands that act on an open roadmap, or open one. */
export function addRoadmapCommands(plugin: Plugin, { words }: Context): void {
  const add = (id: string, name: string, icon: string, fits: (view: RoadmapView) => boolean, act: (view: RoadmapView) => void): void =>
    addCommand(plugin, id, name, icon, () => findView(plugin, fits), act);
  plugin.addCommand({ id: "open-roadmap", name: words.openRoadmap, icon: "route", callback: () => void openRoadmap(plugin) });
  add("open-next", words.openNext, "play", ({ next }) => next !== null, (view) => view.openNext());
  for (const level of LEVELS) {
    add(`level-${level}`, words.toLevel[level], iconOfLevel(level), ({ levels }) => levels.includes(level), (view) => view.setLevel(level));
  }
}
