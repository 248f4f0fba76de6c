// `obsidian://moc-path?map=…` shows a map, and with `&next` opens what to go on with.
import type { ObsidianProtocolData, Plugin } from "obsidian";
import type { MocPathApi } from "../api";
import type { Context } from "../actions/context";
import { findMap } from "./find-map";
import { findView, openRoadmap, showMap } from "./roadmap-commands";

/** Without `map` the roadmap is shown as it is. */
async function follow({ map, next }: Partial<ObsidianProtocolData>, plugin: Plugin, context: Context): Promise<void> {
  const { notifier, words } = context;
  const path = map === undefined ? null : findMap(context, map);
  if (map !== undefined && path === null) {
    notifier.tell(words.unknownMap(map));
    return;
  }
  await (path === null ? openRoadmap(plugin) : showMap(plugin, path));
  if (next === undefined) return;
  const view = findView(plugin);
  if (view?.ahead) view.opener.openNext(null);
  else notifier.tell(words.allDone);
}

export function addUri(plugin: Plugin, context: Context, api: MocPathApi): void {
  plugin.registerObsidianProtocolHandler("moc-path", async (data) => {
    // The address may have started the app.
    await api.maps();
    await follow(data, plugin, context);
  });
}
