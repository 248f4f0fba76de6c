// From the plugin's first moment to its last: following the vault and reading it once the layout is there, and ending.
import type { EventRef, Plugin } from "obsidian";
import { log, logged } from "../obsidian/log";
import { followingLengths } from "../obsidian/note-lengths";
import type { Follower } from "../obsidian/vault-events";
import { followEarlierMoves, followingMoves, QuietTimes } from "../obsidian/vault-snapshot";
import { followingFolders } from "../settings/followed-folders";
import type { Services } from "./services";

/** Follows the vault, and reads settings, maps and journals. `isOff` turns true when the plugin is taken away. */
export async function start(plugin: Plugin, services: Services, isOff: () => boolean): Promise<void> {
  const { settings, journals, context } = services;
  const { index, progress, movedNotes } = context;
  const settingsRead = settings.read();
  await new Promise<void>((resolve) => plugin.app.workspace.onLayoutReady(resolve));
  if (isOff()) return;
  const register = (ref: EventRef): void => plugin.registerEvent(ref);
  const registerEnd = (end: () => void): void => plugin.register(end);
  follow(plugin, services, register);
  await settingsRead;
  if (isOff()) return;
  void logged("Notes that may be journals could not be searched.", journals.searchUndeclared(progress, registerEnd));
  await Promise.all([
    logged("The maps could not be read.", index.build()),
    logged("The journals could not be read.", progress.journals.load()),
  ]);
  void logged("The maps could not be checked.", context.findings.start());
  if (!isOff()) new QuietTimes(plugin.app, movedNotes, progress).start(register, registerEnd);
}

function follow(
  plugin: Plugin,
  { context, settings, journals, lengths, events }: Services,
  register: (ref: EventRef) => void,
): void {
  const { index, roadmaps, progress, movedNotes, totals, findings } = context;
  const followers: Readonly<Record<string, Follower>> = {
    "The folders in the settings": followingFolders(settings, (error) => log("A setting was not saved.", error)),
    "The lengths of notes": followingLengths(lengths, (path) => totals.lengthChanged(path)),
    "The maps": index,
    "Folders that are read as maps": roadmaps,
    "What is found about maps": findings,
    "The journals": journals.following(progress),
    "Renamed notes": followingMoves(movedNotes, progress),
  };
  for (const [name, follower] of Object.entries(followers)) events.follow(name, follower);
  followEarlierMoves(movedNotes, progress);
  plugin.register(() => events.slices.finish());
  events.begin(register);
}

/** Ends all services with the plugin. */
export function addEnds(plugin: Plugin, { context, viewMemory, writers }: Services): void {
  const { index, movedNotes, progress, navigation, findings } = context;
  plugin.register(navigation.onRename((path, oldPath) => viewMemory.renamed(path, oldPath)));
  plugin.register(navigation.onRename((path, oldPath) => progress.history.moved(path, oldPath)));
  plugin.register(index.onChange((change) => viewMemory.mapsChanged(change)));
  plugin.register(() => viewMemory.finish());
  for (const service of [index, findings, movedNotes, progress, ...writers]) plugin.register(() => void service.stop());
}

/** Writes all that is waiting at once when the app quits, or is hidden, as a phone does before it ends it. */
export function addLastWrites(plugin: Plugin, { context: { progress }, viewMemory }: Services): void {
  plugin.registerDomEvent(document, "visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    viewMemory.finish();
    void progress.journals.flush();
  });
  plugin.registerEvent(plugin.app.workspace.on("quit", (tasks) => tasks.add(() => progress.journals.flush())));
}
