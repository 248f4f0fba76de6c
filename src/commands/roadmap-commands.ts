// Commands for the sidebar: opening it, going to a map, and everything that can be asked of an open roadmap.
import type { Plugin } from "obsidian";
import type { Context } from "../actions/context";
import { ALL_MAPS } from "../core/roadmap/unwritten";
import { MapSwitcher } from "../ui/dialogs/map-switcher";
import { ROADMAP_VIEW, RoadmapView, roadmapsIn } from "../ui/sidebar/roadmap-view";
import { VIEW_ACTIONS } from "../ui/sidebar/view-actions";
import { addCommand } from "./command";

export async function openRoadmap({ app }: Plugin): Promise<void> {
  await app.workspace.ensureSideLeaf(ROADMAP_VIEW, "right", { active: true, reveal: true });
}

/**
 * The roadmap that a command means: the one in use, else the one used last, else the first that fits; null where none
 * does.
 */
export function findView({ app }: Plugin, fits: (view: RoadmapView) => boolean = () => true): RoadmapView | null {
  const active = app.workspace.getActiveViewOfType(RoadmapView);
  if (active && fits(active)) return active;
  const views = roadmapsIn(app).filter(fits);
  return views.find((view) => view.isLastUsed) ?? views[0] ?? null;
}

/** A roadmap to bring to the front; its view is null while it is not loaded, as behind other tabs after a start. */
export interface OpenableRoadmap {
  readonly view: RoadmapView | null;
}

/** The roadmap that fits, or else one that is not loaded yet and may; null where there is neither. */
export function findOpenable(plugin: Plugin, fits: (view: RoadmapView) => boolean): OpenableRoadmap | null {
  const view = findView(plugin, fits);
  const isAsleep = plugin.app.workspace.getLeavesOfType(ROADMAP_VIEW).some((leaf) => leaf.isDeferred);
  return view || isAsleep ? { view } : null;
}

/** Brings a roadmap to the front, opening it if need be, and only then acts. */
export async function inFront(
  plugin: Plugin,
  { view }: OpenableRoadmap,
  act: (view: RoadmapView) => void,
): Promise<void> {
  const { workspace } = plugin.app;
  if (view) {
    await workspace.revealLeaf(view.leaf);
    workspace.setActiveLeaf(view.leaf, { focus: true });
  } else await openRoadmap(plugin);
  const shown = view ?? findView(plugin);
  if (shown) act(shown);
}

/** Shows a map in the sidebar, which is opened if need be. */
export async function showMap(plugin: Plugin, path: string): Promise<void> {
  await openRoadmap(plugin);
  findView(plugin)?.startOn(path);
}

/** Adds the commands that act on an open roadmap, or open one. */
export function addRoadmapCommands(plugin: Plugin, context: Context): void {
  const { words, index, roadmaps } = context;
  const showsMap = ({ shown }: RoadmapView): boolean => shown.roadmap !== null;
  plugin.addCommand({
    id: "open-roadmap",
    name: words.openRoadmap,
    icon: "route",
    callback: () => void openRoadmap(plugin),
  });
  addCommand(
    plugin,
    "switch-map",
    words.switchMap,
    "map",
    () => (index.maps().length > 0 || roadmaps.freeFolders().length > 0 ? context : null),
    () => {
      new MapSwitcher(plugin.app, context, (path) => void showMap(plugin, path), true).open();
    },
  );
  addCommand(
    plugin,
    "open-all-maps",
    words.openAllMaps,
    "layers",
    () => (index.maps().length > 0 ? ALL_MAPS : null),
    (path) => void showMap(plugin, path),
  );
  addCommand(
    plugin,
    "focus-roadmap",
    words.focusRoadmap,
    "locate",
    () => findOpenable(plugin, showsMap),
    (roadmap) => void inFront(plugin, roadmap, (view) => view.focusTree()),
  );
  addCommand(
    plugin,
    "find",
    words.findInRoadmap,
    "search",
    () => findOpenable(plugin, showsMap),
    (roadmap) => void inFront(plugin, roadmap, (view) => view.search()),
  );
  for (const action of VIEW_ACTIONS) {
    addCommand(
      plugin,
      action.id,
      action.name(words),
      action.icon,
      () => findView(plugin, (view) => action.canAct(view)),
      (view) => action.act(view),
    );
  }
}
