// The check of maps by command: of the map at hand, or of all.
import type { Plugin } from "obsidian";
import type { Context } from "../actions/context";
import type { DeviceStorage } from "../progress/ports";
import { CHECK_VIEW, CheckView } from "../ui/check/check-view";
import { isWritten } from "../core/roadmap/unwritten";
import { addCommand } from "./command";
import { findView } from "./roadmap-commands";

/** Shows the check of a map, or of all for null, and gives the keyboard to it. */
export async function openCheck({ app }: Plugin, map: string | null): Promise<void> {
  const { view } = await app.workspace.ensureSideLeaf(CHECK_VIEW, "right", { active: true, reveal: true });
  if (view instanceof CheckView) view.show(map);
}

/** The map in front of the reader, else the one that a roadmap shows; null where there is none. */
function mapAtHand(plugin: Plugin, { index, navigation }: Context): string | null {
  const active = navigation.activePath();
  if (active !== null && index.isMap(active)) return active;
  return findView(plugin, ({ shown: { roadmap } }) => roadmap !== null && isWritten(roadmap.path))?.shown.path ?? null;
}

/** Adds the view of the check, and the commands that open it. */
export function addCheck(plugin: Plugin, context: Context, memory: DeviceStorage): void {
  const { words, index } = context;
  plugin.registerView(CHECK_VIEW, (leaf) => new CheckView(leaf, context, memory));
  addCommand(
    plugin,
    "check-map",
    words.check.checkMap,
    "list-checks",
    () => mapAtHand(plugin, context),
    (map) => void openCheck(plugin, map),
  );
  addCommand(
    plugin,
    "check-all",
    words.check.checkAll,
    "list-checks",
    () => (index.maps().length > 0 ? true : null),
    () => void openCheck(plugin, null),
  );
}
