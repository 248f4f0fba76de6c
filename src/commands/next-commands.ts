// Commands for the entry to go on with: it is opened, even while no roadmap is open, or shown in the roadmap.
import type { Plugin } from "obsidian";
import type { Context } from "../actions/context";
import { openEntry } from "../actions/going-on";
import { nextOn } from "../actions/ahead";
import { roadmapsListing } from "../actions/places";
import type { Roadmap } from "../core/roadmap/model";
import { addCommand } from "./command";
import { findOpenable, findView, inFront } from "./roadmap-commands";

/** The map that is in front of the reader, or that lists the note which is; null if neither is. */
function mapInFront(context: Context): Roadmap | null {
  const { navigation, index } = context;
  const path = navigation.activePath();
  if (path === null) return null;
  return index.isMap(path) ? index.roadmap(path) : (roadmapsListing(context, path)[0] ?? null);
}

/**
 * Returns a function that opens the next entry of the map that is shown, else of the one in front; null if nothing is
 * left.
 */
function wayOn(plugin: Plugin, context: Context): (() => void) | null {
  const view = findView(plugin, ({ shown }) => shown.roadmap !== null);
  if (view) return view.ahead && (() => view.opener.openNext(null));
  const roadmap = mapInFront(context);
  const next = roadmap && nextOn(context, roadmap);
  return next && (() => openEntry(context, next.entry, roadmap.path));
}

export function addNextCommands(plugin: Plugin, context: Context): void {
  const { words } = context;
  addCommand(
    plugin,
    "open-next",
    words.openNext,
    "play",
    () => wayOn(plugin, context),
    (open) => open(),
  );
  addCommand(
    plugin,
    "show-next",
    words.showNext,
    "signpost",
    () => findOpenable(plugin, ({ ahead }) => ahead !== null),
    (roadmap) => void inFront(plugin, roadmap, (view) => view.showNext()),
  );
}
